using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People.SignIns;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.SignOn;

/// <summary>What a browser brings back from a provider; of whose making it is, is not known yet.</summary>
public sealed record SignOnAnswer(string? Code, string? State, string? Issuer, string? Error);

/// <summary>
/// Use case: an official comes back from her state's sign-on. Believed is only the answer to what this very browser began, from
/// that provider, with a token made for it. Who is known there and not here, is told the same whatever was missing.
/// </summary>
public sealed class ReceiveSignOn(EkDwarDb db, SignOnPlaces places, SignOnProvider provider, IdTokenJudge judge, SignOnBook book)
{
    /// <summary>The answer belongs to nothing this browser began.</summary>
    public static readonly Refusal Stale = new("people.sign_on.stale");
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    static readonly Refusal NotAnew = new("people.prove.not_anew");
    static readonly Refusal Unknown = new("people.sign_on.unknown"), NotBelieved = new("people.sign_on.not_believed"), NotGiven = new("people.sign_on.not_given");

    public async Task<Outcome<ArrivedSignOn>> Run(string state, PendingSignOn? pending, SignOnAnswer answer)
    {
        if (pending is null || pending.State != state || places.Of(state) is not { } place || !IdTokenJudge.Same(answer.State, pending.Answer)) return Stale;
        try
        {
            var facts = await provider.Facts(place);
            // RFC 9207: named, it must be the one that was asked; not named, the provider must be one that never does it.
            if (answer.Issuer is { } issuer ? issuer != place.Issuer : facts.NamesItself) return NotBelieved;
            if (answer.Error is not null || answer.Code is not { Length: > 0 }) return NotGiven;
            if (await provider.Redeem(place, answer.Code, pending.Verifier) is not { } token) return NotGiven;
            var believed = await judge.Judge(place, token, pending.Nonce);
            if (believed is null) return await Refuse(place, SignOnOutcome.NotBelieved, "", null, NotBelieved);
            var arrived = new ArrivedSignOn(state, pending.ReturnUrl, book.Now) { AskedAt = believed.AskedAt };
            return pending.Proves is { } signInId ? await Prove(place, believed, (signInId, pending.BegunAt), arrived) : await Recognise(place, believed, arrived);
        }
        catch (SignOnSilent silent)
        {
            book.Silent(state, silent);
            return new Refusal("people.sign_on.silent");
        }
    }

    async Task<Outcome<ArrivedSignOn>> Recognise(SignOnPlace place, BelievedToken believed, ArrivedSignOn arrived)
    {
        var subject = book.HashOf(place, believed.Subject);
        if (await book.Known(place.State, subject) is { } known) return await LetIn(place, known, believed, subject, arrived);
        var official = believed.Login.Length == 0 ? null : await db.Set<Official>().FirstOrDefaultAsync(one => one.Login == believed.Login);
        if (official is null || !await book.Serves(official.OfficialId, place.State)) return await Refuse(place, SignOnOutcome.Unknown, subject, null, Unknown);
        // The login was somebody else's before: the provider gave it away, and whoever has it now is not she.
        if (await book.IsLinked(official.OfficialId, place.State)) return await Refuse(place, SignOnOutcome.AnotherPerson, subject, official, Unknown);
        book.Link(official.OfficialId, place.State, subject);
        return await LetIn(place, official, believed, subject, arrived);
    }

    async Task<Outcome<ArrivedSignOn>> LetIn(SignOnPlace place, Official official, BelievedToken believed, string subject, ArrivedSignOn arrived)
    {
        if (official.LockedUntil > arrived.At) return await Refuse(place, SignOnOutcome.Locked, subject, official, Official.Locked with { Field = null });
        // Without a password she has no authenticator either. Who lost both chooses new ones first, however she comes.
        if (official.PasswordHash.Length == 0 && (!believed.HasTwoFactors || official.FactorsEndedAt is not null))
            return await Refuse(place, SignOnOutcome.NotEnrolled, subject, official, new("people.sign_on.not_enrolled"));
        if (believed.HasTwoFactors) official.Recognised();
        await book.Note(place.State, believed.HasTwoFactors ? SignOnOutcome.Recognised : SignOnOutcome.FactorAsked, subject, official.OfficialId);
        // Two came for the first time at the same moment: one of them comes again.
        return await db.TrySave() ? arrived with { OfficialId = official.OfficialId, NeedsFactor = !believed.HasTwoFactors } : Stale;
    }

    /// <summary>
    /// She was signed in, and was asked again there. The house's own factors come first: only who has none proves it so. Whoever
    /// came back must be she, and must have been asked after she set out, with two factors.
    /// </summary>
    async Task<Outcome<ArrivedSignOn>> Prove(SignOnPlace place, BelievedToken believed, (Guid SignInId, DateTime BegunAt) asked, ArrivedSignOn arrived)
    {
        var subject = book.HashOf(place, believed.Subject);
        var signIn = await db.Set<SignIn>().SingleOrDefaultAsync(one => one.SignInId == asked.SignInId);
        var official = await book.Known(place.State, subject);
        var isShe = signIn is not null && official is not null && signIn.OfficialId == official.OfficialId;
        if (!isShe || !believed.HasTwoFactors || !(believed.AskedAt >= asked.BegunAt - Skew) || await book.HasOwnFactors(official!)) return await Refuse(place, SignOnOutcome.NotAnew, subject, official, NotAnew);
        if (official!.LockedUntil > arrived.At) return await Refuse(place, SignOnOutcome.Locked, subject, official, Official.Locked with { Field = null });
        official.Recognised();
        signIn!.ProvedAt = arrived.At;
        await book.Note(place.State, SignOnOutcome.Recognised, subject, official.OfficialId);
        // Signed out in another window meanwhile: there is nothing to prove any more.
        return await db.TrySave() ? arrived with { OfficialId = official.OfficialId, IsForProof = true } : Stale;
    }

    async Task<Outcome<ArrivedSignOn>> Refuse(SignOnPlace place, SignOnOutcome outcome, string subject, Official? official, Refusal refusal)
    {
        await book.Note(place.State, outcome, subject, official?.OfficialId);
        await db.TrySave();
        return refusal;
    }
}
