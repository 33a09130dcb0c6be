using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Parties;

/// <summary>A consent asked of somebody who is signed in with the mobile the application names for her, and who else is on it.</summary>
public sealed record AskedConsent(CaseFile File, PartyState State, IReadOnlyList<PartyState> Others)
{
    /// <summary>Whether her answer is still waited for.</summary>
    public bool IsOpen => File.Case.Status is CaseStatus.AwaitingPapers or CaseStatus.AwaitingConsent && !State.HasConsented;

    /// <summary>Whether she may still take back what she said yes to: until somebody has decided.</summary>
    public bool MayTakeBack => State.HasConsented && !File.Case.Status.IsClosed();

    /// <summary>Whether her mobile is the applicant's or another party's too.</summary>
    public bool IsShared(CitizenSession session) => session.AccountId == File.Case.FiledById || Others.Any(other => other.Row.MobileHash == State.Row.MobileHash);

    /// <summary>Whether this person of the account speaks for somebody else in this application already, or nobody was chosen: nobody is two of them.</summary>
    public bool IsSomebodyElse(CitizenSession session) => session.PersonId is null || session.PersonId == File.Case.ApplicantId || Others.Any(other => other.HasConsented && other.Row.AnsweredBy == session.PersonId);
}

/// <summary>Finds what is asked of somebody as a party, by the mobile she is signed in with. A stranger, with or without the reference, finds nothing.</summary>
public sealed class OwnConsents(EkDwarDb db, CaseFiles cases, CaseParties parties, Accounts accounts)
{
    const int AtMost = 50;

    public async Task<AskedConsent?> Open(CitizenSession session, long caseId, string key)
    {
        if (session.IsForAnother || await parties.HashOf(session.AccountId) is not { } own || await cases.Open(caseId) is not { } file) return null;
        var all = await parties.Of(file);
        return all.FirstOrDefault(party => party.Party.Key == key && party.Row.MobileHash == own) is { } state ? new(file, state, [.. all.Where(party => party != state)]) : null;
    }

    /// <summary>The name of the person of the account who acts; null while nobody was chosen.</summary>
    public async Task<string?> NameOf(CitizenSession session) => (await accounts.Persons(session.AccountId)).FirstOrDefault(person => person.PersonId == session.PersonId).Name;

    /// <summary>What waits for her answer, the newest first.</summary>
    public async Task<IReadOnlyList<AskedConsent>> Waiting(CitizenSession session)
    {
        var own = await parties.HashOf(session.AccountId);
        var asked = await (from party in db.Set<CaseParty>().AsNoTracking()
                           where party.MobileHash == own && party.Status == PartyStatus.Asked
                           join c in db.Set<Case>() on party.CaseId equals c.CaseId
                           where c.Status == CaseStatus.AwaitingPapers || c.Status == CaseStatus.AwaitingConsent
                           orderby party.SinceAt descending
                           select new { party.CaseId, party.Party }).Take(AtMost).ToListAsync();
        var found = new List<AskedConsent>();
        foreach (var one in asked)
            if (await Open(session, one.CaseId, one.Party) is { } consent) found.Add(consent);
        return found;
    }
}
