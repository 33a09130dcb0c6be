using EkDwar.Catalogue;
using EkDwar.Deadlines;
using EkDwar.Design;
using EkDwar.Foundation;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Finding;

/// <summary>All that an act wants displayed (in Maharashtra rule 3 of the Rules of 2016), at once: limit, fee, papers, officer and both authorities.</summary>
public sealed class ServicePage(PublishedServices services, Laws laws, PostDirectory directory) : EkPage
{
    public ServiceDefinition Service { get; private set; } = null!;

    /// <summary>Each slab of the limit with its days; one without a name where the limit depends on nothing.</summary>
    public IReadOnlyList<(Phrase? Slab, string Text)> Limits { get; private set; } = [];
    /// <summary>What is added for applications that come by a channel, one line each.</summary>
    public IReadOnlyList<string> ExtraDays { get; private set; } = [];
    public Phrase? CountedBecause { get; private set; }
    public IReadOnlyList<(Phrase? Role, IReadOnlyList<(Phrase? Slab, Phrase? Post)> Posts)> Officers { get; private set; } = [];

    public async Task<IActionResult> OnGet(string service)
    {
        if (await services.Current(State.Code, service) is not { } found) return NotFound();
        Service = found;
        var act = laws.Of(State.Code).Act;
        Limits = found.Limit.Slabs.Count == 0 ? [(null, Text(found.Limit.Days))] : [.. found.Limit.Slabs.Select(slab => (Words(slab.Names), Text(slab.Days)))];
        if (found.Limit.Kind == "unstated") CountedBecause = Words(act.Counting.UnstatedReason);
        ExtraDays = [.. from channel in ApplicationChannel.All
                        let added = act.Limit(Math.Max(1, found.Limit.Slabs.FirstOrDefault()?.Days ?? found.Limit.Days), found.Limit.Kind, channel, found.Limit.AddedFor(channel)).Added
                        where added > 0
                        select T("finding.extra_days", ("days", added.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("channel", T("deadlines.channel." + channel)))];
        Officers = await ReadOfficers(found.Officers, act);
        return Page();

        string Text(int days) => act.Limit(days, found.Limit.Kind).Text(Language);
    }

    async Task<IReadOnlyList<(Phrase?, IReadOnlyList<(Phrase?, Phrase?)>)>> ReadOfficers(OfficerRule rule, ActRules act)
    {
        var officers = new Dictionary<string, List<(Phrase?, Phrase?)>>();
        foreach (var (names, possible) in rule.Possible)
            foreach (var (role, designation) in possible.InOrder)
            {
                if (!officers.TryGetValue(role, out var posts)) officers[role] = posts = [];
                var called = await directory.Called(State.Code, designation);
                posts.Add((names.Count == 0 ? null : Words(names), called is null ? designation : Words(called)));
            }
        return [.. officers.Select(role => (act.AuthorityOf(role.Key) is { } authority ? Words(authority) : (Phrase?)T("applying.officer." + role.Key), (IReadOnlyList<(Phrase?, Phrase?)>)role.Value))];
    }
}
