using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.People.Mandates;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>Whose a case is: the account's it was filed through; and, while her mandate holds, his who sent it in her name, signed in as acting for her.</summary>
public static class CaseReach
{
    /// <summary>The account it was filed through, for whoever acts for herself.</summary>
    public static bool IsOwn(this CaseFile file, CitizenSession session) => !session.IsForAnother && file.Case.FiledById == session.AccountId;

    /// <summary>Whether she may take it back: it is hers, and nobody has decided it or closed it. Whoever acts for her may not.</summary>
    public static bool MayWithdraw(this CaseFile file, CitizenSession session) => file.IsOwn(session) && !file.Case.Status.IsClosed();

    public static async Task<bool> Reaches(this EkDwarDb db, CitizenSession session, CaseFile file, DateOnly today) => file.IsOwn(session)
        || session.IsForAnother && file.Case.MandateId is { } mandateId && file.Case.ApplicantId == session.PersonId
            && await db.MandatesOf(session.AccountId, today).AnyAsync(mandate => mandate.MandateId == mandateId && mandate.PersonId == session.PersonId);

    /// <summary>As whom the ledger names whoever is signed in.</summary>
    public static Actor Actor(this CitizenSession session) => session.IsForAnother ? Cases.Actor.Agent : Cases.Actor.Applicant;
}
