using EkDwar.Applying.Mandates;
using EkDwar.Applying.Parties;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.People.Mandates;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>What this mobile has begun and sent: its drafts and the cases it filed, newest first.</summary>
public sealed class MyApplicationsPage(EkDwarDb db, PublishedServices services, OwnConsents consents, BegunForHer forHer, TimeProvider time) : CitizenPage
{
    const int Shown = 50;

    public sealed record DraftLine(ServiceDefinition Service, string SavedAt, Guid DraftId)
    {
        /// <summary>After how many days without a touch it is removed; null where its state keeps it.</summary>
        public int? KeptDays { get; init; }
    }

    public sealed record CaseLine(CaseReference Reference, ServiceDefinition Service, CaseStatus Status, DateOnly? DueOn)
    {
        public Tone Tone => TrackerView.ToneOf(Status);
    }

    public IReadOnlyList<DraftLine> DraftLines { get; private set; } = [];
    /// <summary>What another person began in her name before his mandate ended.</summary>
    public IReadOnlyList<DraftLine> BegunLines { get; private set; } = [];
    public IReadOnlyList<CaseLine> CaseLines { get; private set; } = [];

    /// <summary>An address of the state a draft or case belongs to: an account may have some in several.</summary>
    public string In(ServiceDefinition service, string path) => $"/{service.State}/{Language}/{path}";

    /// <summary>What others' applications wait for from her.</summary>
    public IReadOnlyList<AskedConsent> Asked { get; private set; } = [];

    public async Task OnGet()
    {
        if (!Session.IsForAnother) Asked = await consents.Waiting(Session);
        var (begun, sent) = await Hers();
        var drafts = await begun.ToListAsync();
        DraftLines = await Lines(drafts);
        BegunLines = await Lines(await forHer.Of(Session));
        var cases = await sent
            .OrderByDescending(c => c.SubmittedAt).Take(Shown).ToListAsync();
        var caseLines = new List<CaseLine>();
        foreach (var c in cases) caseLines.Add(new(c.Reference, await services.Version(c.State, c.ServiceId, c.ServiceVersion), c.Status, c.DueOn));
        CaseLines = caseLines;
    }

    async Task<IReadOnlyList<DraftLine>> Lines(IEnumerable<Draft> drafts)
    {
        var (lines, states) = (new List<DraftLine>(), HttpContext.RequestServices.GetRequiredService<IReadOnlyDictionary<string, StateProfile>>());
        foreach (var draft in drafts) lines.Add(new(await services.Version(draft.State, draft.ServiceId, draft.ServiceVersion), DayPart.At(draft.UpdatedAt, Language), draft.DraftId) { KeptDays = states.GetValueOrDefault(draft.State)?.Drafts?.Days });
        return lines;
    }

    /// <summary>What she began and sent; for whoever acts for her, what he began and sent while she lets him.</summary>
    async Task<(IQueryable<Draft> Begun, IQueryable<Case> Sent)> Hers()
    {
        var (drafts, cases) = (db.Set<Draft>().AsNoTracking().Where(draft => draft.PersonId == Session.PersonId), db.Set<Case>().AsNoTracking());
        if (!Session.IsForAnother) return (drafts.Where(draft => draft.MandateId == null), cases.Where(c => c.FiledById == Session.AccountId));
        var held = await db.MandatesOf(Session.AccountId, time.Today()).Where(mandate => mandate.PersonId == Session.PersonId).Select(mandate => (Guid?)mandate.MandateId).ToListAsync();
        return (drafts.Where(draft => held.Contains(draft.MandateId)), cases.Where(c => held.Contains(c.MandateId)));
    }
}
