using EkDwar.Catalogue;
using EkDwar.Onboarding;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue;

/// <summary>Which version of a service is in force, on this node and on all others.</summary>
public sealed class The_version_in_force
{
    const string Id = "income-certificate";
    static readonly string Text = Repository.Text($"services/mh/{Id}.yaml");

    static string SecondVersion(DateOnly effectiveOn) => Text.Replace("version: 1\n", "version: 2\n").Replace("effective_on: 2026-01-01", $"effective_on: {effectiveOn:yyyy-MM-dd}");

    [Fact]
    public async Task changes_at_midnight_though_nobody_publishes_anything()
    {
        await using var house = await TestHouse.Open();
        await Publish(house, SecondVersion(new(2026, 3, 3)));
        Assert.Equal(1, await Version(house));
        house.Clock.Set(new(2026, 3, 2, 18, 29, 59, TimeSpan.Zero)); // 23:59:59 in India
        Assert.Equal(1, await Version(house));
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await Version(house));
    }

    [Fact]
    public async Task is_known_on_every_node_within_a_minute()
    {
        await using var house = await TestHouse.Open();
        await using var other = await house.SecondNode();
        Assert.Equal(1, await Version(other));
        await Publish(house, SecondVersion(new(2026, 3, 2)));
        Assert.Equal(2, await Version(house));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await Version(other));
    }

    [Fact]
    public async Task is_the_same_object_as_long_as_nothing_is_published()
    {
        await using var house = await TestHouse.Open();
        var before = await house.Use((PublishedServices services) => services.Current("mh"));
        house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Same(before, await house.Use((PublishedServices services) => services.Current("mh")));
        await Publish(house, SecondVersion(new(2026, 3, 2)));
        Assert.NotSame(before, await house.Use((PublishedServices services) => services.Current("mh")));
    }

    static Task Publish(TestHouse house, string text) => house.Use((PublishService publish) => publish.Run(text, $"{Id}.yaml", Planted.Maharashtra));

    static async Task<int> Version(TestHouse house) => (await house.Use((PublishedServices services) => services.Current("mh", Id)))!.Version;
}
