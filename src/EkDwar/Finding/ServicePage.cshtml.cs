using EkDwar.Catalogue;
using EkDwar.Deadlines;
using EkDwar.Design;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Finding;

/// <summary>All that rule 3 of the Rules of 2016 wants displayed, at once: limit, fee, papers, officer and both authorities.</summary>
public sealed class ServicePage(PublishedServices services, Laws laws, PostDirectory directory) : EkPage
{
    public ServiceDefinition Service { get; private set; } = null!;
    public string Limit { get; private set; } = "";
    public Phrase? CountedBecause { get; private set; }
    public IReadOnlyList<(Phrase? Role, Phrase? Post)> Officers { get; private set; } = [];

    public async Task<IActionResult> OnGet(string service)
    {
        if (await services.Current(State.Code, service) is not { } found) return NotFound();
        Service = found;
        var act = laws.Of(State.Code).Act;
        Limit = act.Limit(found.Limit.Days, found.Limit.Kind).Text(Language);
        if (found.Limit.Kind == "unstated") CountedBecause = Words(act.Counting.UnstatedReason);
        Officers = await ReadOfficers(found.Officers);
        return Page();
    }

    async Task<IReadOnlyList<(Phrase?, Phrase?)>> ReadOfficers(OfficerRule rule)
    {
        var officers = new List<(Phrase?, Phrase?)>();
        foreach (var (role, designation) in rule.InOrder)
        {
            var example = await directory.Example(State.Code, designation);
            officers.Add((T("applying.officer." + role), example is null ? designation : Words(example.Names)));
        }
        return officers;
    }
}
