using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Use case: somebody asks where a case stands. Signed in, by the account that filed it; or by reference and a one-time
/// code to the mobile it was filed with. The answer to a wrong reference is the same as to somebody else's.
/// </summary>
public sealed class TrackCase(EkDwarDb db, CaseFiles cases, Accounts accounts, OneTimeCodes codes, TimeProvider time)
{
    public static readonly Refusal NotFound = new("cases.not_found", "reference");

    /// <summary>The case, for the account that filed it; null for anybody else.</summary>
    public async Task<CaseFile?> ForAccount(CitizenSession session, CaseReference reference)
    {
        var file = await cases.Open(reference.CaseId);
        return file is not null && file.IsOwn(session) && file.Case.Reference == reference ? file : null;
    }

    /// <summary>As <see cref="ForAccount"/>, and for whoever sent it in her name while she lets him act.</summary>
    public async Task<CaseFile?> ForSender(CitizenSession session, CaseReference reference)
    {
        var file = await cases.Open(reference.CaseId);
        return file is not null && file.Case.Reference == reference && await db.Reaches(session, file, time.Today()) ? file : null;
    }

    /// <summary>Sends a code to the mobile of the case. Says the same when there is no such case.</summary>
    public async Task<Outcome<CaseReference>> SendCode(string? typed, string language)
    {
        if (!CaseReference.TryParse(typed, out var reference)) return new Refusal("cases.reference_unreadable", "reference");
        if (await MobileOf(reference) is { } mobile && await codes.Send(mobile, PurposeOf(reference), language) is null) await db.Save();
        return reference;
    }

    /// <summary>The case when the code is right.</summary>
    public async Task<Outcome<CaseFile>> ByCode(CaseReference reference, string? code)
    {
        if (await MobileOf(reference) is not { } mobile) return new Refusal("people.code_wrong", "code");
        var refusal = await codes.Check(mobile, PurposeOf(reference), code);
        await db.Save();
        if (refusal is not null) return new Refusal(refusal.Code == "people.code_six_digits" ? refusal.Code : "people.code_wrong", "code");
        return await cases.Open(reference.CaseId) is { } file ? file : NotFound;
    }

    static string PurposeOf(CaseReference reference) => "track " + reference.Compact;

    async Task<PhoneNumber?> MobileOf(CaseReference reference)
    {
        var state = reference.State.ToLowerInvariant();
        var account = await (from c in db.Set<Case>().AsNoTracking()
                             join a in db.Set<Account>() on c.FiledById equals a.AccountId
                             where c.CaseId == reference.CaseId && c.State == state
                             select a).FirstOrDefaultAsync();
        return account is null or { IsErased: true } ? null : accounts.MobileOf(account);
    }
}
