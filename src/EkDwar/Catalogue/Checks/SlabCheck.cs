using EkDwar.Catalogue.Rules;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// Slabs of days and of officers: each has a name and what it is there for, each but the last a rule that some answers
/// lead to and none before it takes away; the last has none, so that every application lies in one.
/// </summary>
static class SlabCheck
{
    const int LongestLimit = 3_650;

    public static void Run(Sheet<ServiceDefinition> sheet, Reach reach)
    {
        var (limit, officers) = (sheet.Value.Limit, sheet.Value.Officers);
        if (limit.Slabs.Count > 0)
        {
            sheet.Needs(!sheet.Has(limit, "days"), limit, "days", "a limit has days or slabs, not both", "take 'days' out");
            sheet.Needs(limit.Kind != LimitRule.Immediate, limit, "kind", "what is immediate has no slabs of days", "take the slabs out, or name another kind");
            foreach (var slab in limit.Slabs) Days(sheet, slab, slab.Days);
            Ruled(sheet, reach, limit.Slabs, []);
        }
        if (officers.Slabs.Count == 0) return;
        foreach (var key in (string[])["designated", "first_appellate", "second_appellate"])
            sheet.Needs(!sheet.Has(officers, key), officers, key, "officers stand here or in slabs, not both", $"take '{key}' out, or the slabs");
        foreach (var slab in officers.Slabs) Staffed(sheet, slab);
        // Each kind of body has slabs of its own: those for it, and those for all.
        var read = new Dictionary<Slab, Rule?>();
        foreach (var kind in Kinds(sheet.Value)) Ruled(sheet, reach, officers.Slabs.FindAll(slab => slab.Bodies.Cover(kind)), read);
        // A slab for a kind nobody has is said to be so, and has names all the same.
        foreach (var slab in officers.Slabs) Called(sheet, slab);
    }

    static IEnumerable<string> Kinds(ServiceDefinition service) => service.ServedBy.PlaceKind.Count > 0 ? service.ServedBy.PlaceKind.Distinct() : [""];

    static void Called(Sheet<ServiceDefinition> sheet, Slab slab) => sheet.Needs(slab.Names.Count > 0, slab, "names", "this slab has no names", "write what people read of it, such as: up to 14 pages");

    /// <summary>The days of a limit, or of one of its slabs.</summary>
    public static void Days(Sheet<ServiceDefinition> sheet, object owner, int days)
    {
        var isImmediate = sheet.Value.Limit.Kind == LimitRule.Immediate;
        if (isImmediate) sheet.Needs(days == 0, owner, "days", "what is immediate has no days", "write 0, or name the kind of days");
        else sheet.Needs(days is > 0 and <= LongestLimit, owner, "days", $"a limit has days, from 1 to {LongestLimit}", $"write the days the notification gives; 'kind: {LimitRule.Immediate}' has none");
    }

    static void Staffed(Sheet<ServiceDefinition> sheet, OfficerSlab slab)
    {
        if (!sheet.Needs(slab.Designated != "", slab, "designated", "a designated officer is needed", "write 'designated:' and his post")) return;
        foreach (var kind in Kinds(sheet.Value).Where(kind => slab.Bodies.Cover(kind)))
            sheet.Needs(sheet.Value.Stages.Exists(stage => stage.IsEnd && stage.Post == slab.Designated && stage.Bodies.Cover(kind)), slab, "designated",
                $"there is no stage at which {FileFaults.Quote(slab.Designated)} decides" + (sheet.Value.ServedBy.PlaceKind.Count > 1 ? $" a case of a {FileFaults.Quote(kind)}" : ""), "write the stage, with 'when' and the actions grant and refuse");
    }

    /// <param name="read">the rules that were read before, so that a fault in one is told once</param>
    static void Ruled<T>(Sheet<ServiceDefinition> sheet, Reach reach, List<T> slabs, Dictionary<Slab, Rule?> read) where T : Slab
    {
        var rules = new RuleCheck(sheet);
        var before = new List<string>();
        foreach (var slab in slabs)
        {
            Called(sheet, slab);
            if (slab == slabs[^1])
            {
                sheet.Needs(slab.When == "", slab, "when", "the last slab takes what is left, so it has no rule", "take 'when' out, or write one more slab");
                return;
            }
            if (!sheet.Needs(slab.When != "", slab, "when", "only the last slab has no rule: what follows is never reached", "write 'when:' and what must be true; of officers, 'bodies' may part them too")) continue;
            if (!read.TryGetValue(slab, out var known)) read[slab] = known = rules.Run(slab, "when", slab.When, sheet.Value.Questions, "a question of this service");
            if (known is not { } rule) continue;
            if (sheet.Needs(reach.CanHold(rule, sheet.Value.Questions), slab, "when", "nothing lies in this slab: no answers make its rule true", "mend the rule"))
                sheet.Needs(!IsTaken(sheet, reach, before, slab.When), slab, "when", "nothing lies in this slab: the ones before it take all of it", "mend the rules, or change their order");
            before.Add(slab.When);
        }
    }

    /// <summary>Whether the rules before leave it no answers.</summary>
    static bool IsTaken(Sheet<ServiceDefinition> sheet, Reach reach, List<string> before, string when)
    {
        var left = string.Concat(before.Select(rule => $"not(({rule}) = true) and ")) + $"({when})";
        return before.Count > 0 && Rule.TryParse(left, out var both, out _) && !reach.CanHold(both!, sheet.Value.Questions);
    }
}
