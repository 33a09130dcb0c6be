using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.People.Mandates;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Mandates;

/// <summary>Whom she lets act, for what, until when; and what was sent so.</summary>
public sealed record MandateLine(Mandate Mandate, string Name, string Mobile, LocalText Service, bool Holds, IReadOnlyList<CaseReference> Sent);

/// <summary>Use case: somebody reads whom she lets act for her, and what they did.</summary>
public sealed class ReadMandates(EkDwarDb db, Accounts accounts, PublishedServices services, MandateDesk desk)
{
    const int Shown = 50, SentShown = 20;

    /// <summary>The newest first; null where she acts for another, or has not said who she is.</summary>
    public async Task<IReadOnlyList<MandateLine>?> Run(CitizenSession session)
    {
        if (await desk.Own(session) is not var (person, _)) return null;
        var key = accounts.KeyOf(person);
        var lines = new List<MandateLine>();
        foreach (var mandate in await db.Set<Mandate>().AsNoTracking().Where(one => one.PersonId == person.PersonId && one.ConfirmedAt != null).OrderByDescending(one => one.AskedAt).Take(Shown).ToListAsync())
        {
            var sent = await db.Set<Case>().AsNoTracking().Where(c => c.MandateId == mandate.MandateId).OrderByDescending(c => c.SubmittedAt).Take(SentShown).ToListAsync();
            var (name, mobile) = mandate.Agent(key);
            lines.Add(new(mandate, name, mobile.Masked, (await services.Current(mandate.State, mandate.ServiceId))?.Names ?? [], mandate.Holds(desk.Today), [.. sent.Select(c => c.Reference)]));
        }
        return lines;
    }
}
