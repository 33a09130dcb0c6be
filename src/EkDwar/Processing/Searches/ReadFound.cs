using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Secrets;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Searches;

/// <summary>A line of what was found. Where the case does not open for the post it has no name: it is a line of a list below, found by what was typed.</summary>
public sealed record FoundCase(Case Case, ServiceDefinition Service, Hit Hit)
{
    public ApplicantName Applicant { get; init; } = ApplicantName.Unknown;

    /// <summary>The place by which its office was chosen.</summary>
    public LocalText Village { get; init; } = [];

    /// <summary>The desk it lies on; null when it lies on none.</summary>
    public Post? Holder { get; init; }
}

/// <summary>Reads the lines of one page of hits, and opens the names of those that open for the post.</summary>
public sealed class ReadFound(EkDwarDb db, PublishedServices services, MasterKey master, PostDirectory directory)
{
    public async Task<IReadOnlyList<FoundCase>> Run(IReadOnlyList<Hit> hits)
    {
        var ids = hits.Select(hit => hit.CaseId).ToList();
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.CaseId)).ToDictionaryAsync(c => c.CaseId);
        var desks = (await db.Set<WorkItem>().AsNoTracking().Where(item => ids.Contains(item.CaseId) && item.DoneAt == null).OrderBy(item => item.Seq).Select(item => new { item.CaseId, item.PostId }).ToListAsync()).ToLookup(item => item.CaseId, item => item.PostId);
        var lines = new List<FoundCase>();
        foreach (var hit in hits)
            if (cases.TryGetValue(hit.CaseId, out var c)) lines.Add(await Line(c, hit, [.. desks[hit.CaseId]]));
        return lines;
    }

    async Task<FoundCase> Line(Case c, Hit hit, IReadOnlyList<Guid> desks)
    {
        var service = await services.Version(c.State, c.ServiceId, c.ServiceVersion);
        var places = await directory.Places(c.State);
        return new(c, service, hit)
        {
            Applicant = hit.Opens && CaseSeal.Of(master, c) is { } seal ? ApplicantName.Of(service, Catalogue.Questions.Answers.Parse(seal.Open(c.Answers, "answers")), c.Language) : ApplicantName.Unknown,
            Village = c.PlaceId is { } placeId && places.CodeOf(placeId) is { } code && places.Has(code) ? places.NamesOf(code) : [],
            Holder = desks.Count > 0 ? await directory.Post(desks[0]) : null,
        };
    }
}
