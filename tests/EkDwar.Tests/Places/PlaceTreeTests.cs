using EkDwar.Places;

namespace EkDwar.Tests.Places;

/// <summary>Who lies where and who serves whom, on each day: a village that moved is served by the new taluka from that day on, and by the old one before.</summary>
public sealed class A_tree_of_places
{
    static readonly DateOnly Moved = new(2026, 4, 1);

    static readonly PlaceTree Tree = new(
    [
        Always("mh", "state", null), Always("pune", "district", "mh"), Always("haveli", "taluka", "pune"), Always("mulshi", "taluka", "pune"),
        new("wagholi", "village", null, null, [new(PlaceSpell.AsFarBackAsKnown, Moved.AddDays(-1), "haveli", new("Wagholi")), new(Moved, null, "mulshi", new("New Wagholi"))]),
        Always("perane", "village", "haveli"),
        new("old", "village", null, null, [new(PlaceSpell.AsFarBackAsKnown, Moved.AddDays(-1), "haveli", new("Old"))]),
    ],
    [
        Office("haveli_tahsil", "haveli"), Office("mulshi_tahsil", "mulshi"), Office("gp_perane", "perane"),
        Office("samiti", "haveli", "village", "police_station"), Office("parishad", "pune", "village"),
        Office("closed", "pune") with { UntilOn = Moved.AddDays(-1) },
    ]);

    static PlaceHistory Always(string code, string kind, string? parent) => new(code, kind, null, null, [new(PlaceSpell.AsFarBackAsKnown, null, parent, new(code))]);

    static OfficeSpan Office(string code, string place, params string[] actsFor) => new(Guid.Empty, code, place, actsFor, PlaceSpell.AsFarBackAsKnown, null);

    [Theory]
    [InlineData("2026-03-31", "haveli_tahsil", "haveli pune mh", "Wagholi")]
    [InlineData("2026-04-01", "mulshi_tahsil", "mulshi pune mh", "New Wagholi")]
    public void knows_on_each_day_where_a_place_lies_and_who_serves_it(string day, string office, string above, string name)
    {
        var on = Tree.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(office, on.Serving("wagholi", "taluka")?.Code);
        Assert.Equal(above, string.Join(' ', on.LiesIn("wagholi")));
        Assert.Equal(name, on.NamesOf("wagholi")["en"]);
    }

    [Fact]
    public void has_its_own_office_serve_a_place_before_any_that_acts_for_its_kind() =>
        Assert.Equal(["gp_perane", "samiti", "parishad"],
            [Tree.On(Moved).Serving("perane", "village")!.Code, Tree.On(Moved.AddDays(-1)).Serving("wagholi", "village")!.Code, Tree.On(Moved).Serving("wagholi", "village")!.Code]);

    [Fact]
    public void has_an_office_act_for_a_kind_that_is_not_there()
    {
        Assert.Equal("samiti", Tree.On(Moved).Serving("perane", "police_station")?.Code);
        Assert.Null(Tree.On(Moved).Serving("wagholi", "police_station"));
    }

    /// <summary>Of several kinds the one it comes to first, whatever their order; whose own body has no office is served by none of another kind.</summary>
    [Theory]
    [InlineData("perane", "taluka village", "village", "gp_perane")]
    [InlineData("haveli", "village taluka", "taluka", "haveli_tahsil")]
    [InlineData("perane", "hospital police_station", "police_station", "samiti")]
    [InlineData("mulshi", "district taluka", "taluka", "mulshi_tahsil")]
    [InlineData("haveli", "district state", "district", null)]
    [InlineData("pune", "village taluka", "village", "parishad")]
    [InlineData("mh", "village taluka", null, null)]
    public void knows_of_several_kinds_which_a_place_belongs_to(string place, string kinds, string? kind, string? office)
    {
        var on = Tree.On(Moved);
        Assert.Equal(kind, on.KindServing(place, kinds.Split(' ')));
        Assert.Equal(office, on.Serving(place, kinds.Split(' '))?.Code);
    }

    [Fact]
    public void has_nobody_serve_what_is_over_or_by_an_office_that_is_closed()
    {
        Assert.Equal("haveli_tahsil", Tree.On(Moved.AddDays(-1)).Serving("old", "taluka")?.Code);
        Assert.Null(Tree.On(Moved).Serving("old", "taluka"));
        Assert.Equal("closed", Tree.On(Moved.AddDays(-1)).Serving("perane", "district")?.Code);
        Assert.Null(Tree.On(Moved).Serving("perane", "district"));
    }

    [Fact]
    public void still_names_what_is_over_for_answers_of_before()
    {
        var old = Assert.Single(Tree.On(Moved).Within("pune"), place => place.Code == "old");
        Assert.True(old.IsOver);
        Assert.Equal("Old", old.Names["en"]);
        Assert.DoesNotContain(Tree.On(Moved.AddDays(-1)).Within("pune"), place => place.IsOver);
        Assert.Equal(["wagholi"], Tree.On(Moved).Within("mulshi").Select(place => place.Code));
    }
}
