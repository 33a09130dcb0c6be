using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// Of a service given by bodies of several kinds: slabs of officers and stages name kinds it is served by, each kind has both,
/// and a test that expects either says whose case it is. What slabs and stages say of one kind is asked by their own checks.
/// </summary>
static class BodyCheck
{
    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var (service, kinds) = (sheet.Value, sheet.Value.ServedBy.PlaceKind);
        foreach (var (at, kind) in kinds.Index())
            if (kinds.IndexOf(kind) < at) sheet.Faults.Add(sheet.At(kinds, at), $"{FileFaults.Quote(kind)} stands here twice", "write each kind once");
        foreach (var bodies in service.Officers.Slabs.Select(slab => slab.Bodies).Concat(service.Stages.Select(stage => stage.Bodies))) Named(sheet, bodies);
        foreach (var kind in kinds.Distinct())
        {
            sheet.Needs(service.Officers.Slabs.Count == 0 || service.Officers.Slabs.Exists(slab => slab.Bodies.Cover(kind)), service.Officers, "slabs",
                $"a {FileFaults.Quote(kind)} has no officers", $"write one more slab, with 'bodies: [{kind}]'");
            sheet.Needs(service.Stages.Count == 0 || service.Stages.Exists(stage => stage.Bodies.Cover(kind)), service, "stages",
                $"a case of a {FileFaults.Quote(kind)} comes to no stage", $"write its stages, with 'bodies: [{kind}]'");
        }
        foreach (var test in service.Tests) Tested(sheet, test);
    }

    static void Named(Sheet<ServiceDefinition> sheet, List<string> bodies)
    {
        var kinds = sheet.Value.ServedBy.PlaceKind;
        foreach (var (at, kind) in bodies.Index())
        {
            if (!kinds.Contains(kind)) sheet.Faults.Add(sheet.At(bodies, at), $"no case of this service is a {FileFaults.Quote(kind)}'s", kinds.Count > 1 ? Nearest.Mend(kind, kinds) : "write this kind too under 'place_kind' of 'served_by', or take 'bodies' out");
            else if (bodies.IndexOf(kind) < at) sheet.Faults.Add(sheet.At(bodies, at), $"{FileFaults.Quote(kind)} stands here twice", "write each kind once");
        }
    }

    static void Tested(Sheet<ServiceDefinition> sheet, ServiceTest test)
    {
        var (service, kinds) = (sheet.Value, sheet.Value.ServedBy.PlaceKind);
        if (test.Body is { } body)
        {
            sheet.Needs(kinds.Contains(body), test, "body", $"no case of this service is a {FileFaults.Quote(body)}'s", $"{Nearest.Mend(body, kinds)}");
            return;
        }
        var depends = service.Officers.Slabs.Exists(slab => slab.Bodies.Count > 0) || service.Stages.Exists(stage => stage.Bodies.Count > 0);
        var (key, expects) = test.Officer is not null ? ("officer", true) : test.FirstAppellate is not null ? ("first_appellate", true)
            : test.SecondAppellate is not null ? ("second_appellate", true) : ("stages", test.Stages is not null);
        sheet.Needs(kinds.Count < 2 || !depends || !expects, test, key, "whose case this is decides it, and the test does not say", $"write 'body:' and one of {string.Join(", ", kinds)}");
    }
}
