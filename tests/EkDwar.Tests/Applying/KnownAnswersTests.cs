using EkDwar.Applying;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Tests.Applying;

/// <summary>What an earlier application says is filled in for its applicant, with its source, and is no answer until she sends it.</summary>
public sealed class What_is_known_already
{
    const string Senior = "senior-citizen-certificate";

    [Fact]
    public async Task is_filled_in_with_its_source_for_her_alone_and_kept_only_when_she_confirms_it()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var start = await citizen.Browser.Open($"/mh/en/apply/{Senior}");
        Assert.EndsWith("/name", start.Path, StringComparison.Ordinal);
        Assert.Contains("from your profile", start.Text, StringComparison.Ordinal);
        Assert.Equal((citizen.Name, ""), (start.Form("form#question").Value("answer-local"), start.Form("form#question").Value("answer-latin")));

        await house.Case().By(citizen).Submitted();
        var name = await citizen.Browser.Open($"/mh/en/apply/{Senior}");
        Assert.Contains("Filled in from your application of", name.Text, StringComparison.Ordinal);
        Assert.Contains("(Income certificate)", name.Text, StringComparison.Ordinal);
        Assert.Equal("Dnyaneshwar Rhalkar", name.Form("form#question").Value("answer-latin"));
        Assert.False((await Draft(house, citizen)).Has("name"));

        var born = await name.Form("form#question").Press();
        Assert.True((await Draft(house, citizen)).Has("name"));
        Assert.Equal(("27", "3", "1985"), (born.Form("form#question").Value("answer-day"), born.Form("form#question").Value("answer-month"), born.Form("form#question").Value("answer-year")));
        Assert.False((await Draft(house, citizen)).Has("born_on"));
        var village = await born.Form("form#question").With("answer-year", "1958").Press();
        Assert.Equal("pune.haveli.kesnand", village.Form("form#question").Value("answer"));
        Assert.Equal("1958-03-27", (await Draft(house, citizen)).Text("born_on"));
        Assert.DoesNotContain("Filled in", (await citizen.Browser.Open($"/mh/en/apply/{Senior}/born_on")).Text, StringComparison.Ordinal);

        var stranger = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var hers = await stranger.Browser.Open($"/mh/en/apply/{Senior}");
        Assert.Equal(("पार्वतीबाई कदम", ""), (hers.Form("form#question").Value("answer-local"), hers.Form("form#question").Value("answer-latin")));
    }

    static Task<Answers> Draft(TestHouse house, TestCitizen citizen) => house.Use(async (Drafts drafts) => (await drafts.Open(citizen.Session, "mh", Senior))!.Answers);
}
