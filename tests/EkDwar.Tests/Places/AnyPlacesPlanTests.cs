using EkDwar.Onboarding;
using EkDwar.Onboarding.Importing;
using EkDwar.Places;
using FsCheck;
using FsCheck.Fluent;

namespace EkDwar.Tests.Places;

/// <summary>
/// Whatever is imported, in whatever order, with mergers, moves and ends: what is let in leaves on every day one tree, and
/// what is not let in leaves everything as it was.
/// </summary>
public sealed class Any_imports_of_places
{
    static readonly DateOnly First = new(2026, 1, 1);

    /// <summary>Rows made of a few numbers: what is written of which place, where it is to lie, from and until when.</summary>
    static PlaceRow Row(int what, int place, int parent, int from, int length) => new()
    {
        Code = $"p{place}", Kind = place < 3 ? "taluka" : "village", Parent = what % 5 == 0 ? null : parent < 6 ? "mh" : $"p{parent - 6}",
        Names = what % 3 == 0 ? [] : new($"Name {what % 4}"), From = what % 4 == 0 ? null : First.AddDays(from),
        Until = what % 7 == 0 ? First.AddDays(from + length - 2) : null, CameFrom = what % 6 == 0 ? [$"p{parent % 12}"] : [],
        CensusCode = what % 8 == 0 ? $"{parent}" : null,
    };

    static readonly Gen<PlaceRow> Rows =
        from what in Gen.Choose(0, 200)
        from place in Gen.Choose(0, 11)
        from parent in Gen.Choose(0, 13)
        from day in Gen.Choose(0, 60)
        from length in Gen.Choose(0, 60)
        select Row(what, place, parent, day, length);

    [Fact]
    public void leave_one_tree_on_every_day()
    {
        var taken = 0;
        Prop.ForAll(Rows.ArrayOf(2).ArrayOf(16).ToArbitrary(), tables => { taken += Taken(tables); }).QuickCheckThrowOnFailure();
        Assert.True(taken > 50, $"only {taken} changes were let in: nothing was tried");
    }

    /// <summary>How many changes of these tables were let in, each of which leaves a tree and changes nothing the second time.</summary>
    static int Taken(PlaceRow[][] tables)
    {
        var tree = new PlaceTree([new("mh", "state", null, null, [new(PlaceSpell.AsFarBackAsKnown, null, null, new("State"))])], []);
        var taken = 0;
        foreach (var rows in tables)
        {
            var faults = 0;
            var plan = PlacesPlan.Of(tree, rows, First.AddDays(30), [], (_, _, _, _) => faults++);
            if (faults > 0) continue;
            taken += plan.Changes.Count;
            tree = new(plan.Places.Values, []);
            Assert.Empty(TreeCheck.Of(tree.Places));
            var again = PlacesPlan.Of(tree, rows, First.AddDays(30), [], (_, _, _, _) => faults++);
            Assert.Empty(again.Changes);
        }
        IsTree(tree);
        return taken;
    }

    /// <summary>Asked of each day by itself, with no code of the check's.</summary>
    static void IsTree(PlaceTree tree)
    {
        for (var day = First.AddDays(-3); day < First.AddDays(130); day = day.AddDays(1))
            foreach (var place in tree.Places.Values)
            {
                var standing = place.Spans.Where(span => span.Holds(day)).ToList();
                Assert.True(standing.Count <= 1, $"{place.Code} is told of {standing.Count} times on {day}");
                var (at, steps) = (standing.SingleOrDefault(), 0);
                while (at?.Parent is { } parent)
                {
                    at = tree.Places[parent].Spans.SingleOrDefault(span => span.Holds(day));
                    Assert.True(at is not null && ++steps < 20, $"{place.Code} does not lie in the state on {day}");
                }
            }
    }
}
