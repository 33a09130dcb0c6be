using System.Net;
using EkDwar.Places;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Finding;

/// <summary>The ways to a service: one box, topics for who cannot say it, departments, and all by name.</summary>
public sealed class Finding_a_service
{
    [Theory, InlineData("utpanna dakhla"), InlineData("उत्पन्नाचा दाखला"), InlineData("income certficate"), InlineData("ਆਮਦਨ ਸਰਟੀਫਿਕੇਟ")]
    public async Task by_what_is_typed_puts_it_first(string words)
    {
        await using var house = await TestHouse.Open();
        var page = await house.Browser().Open("/mh/mr?q=" + Uri.EscapeDataString(words));
        Assert.EndsWith("/services/income-certificate", page["main h3 a"].GetAttribute("href"));
        Assert.False(page.Has("a[href*='topic=']"));
    }

    [Fact]
    public async Task by_a_topic_shows_the_services_of_that_topic_alone()
    {
        await using var house = await TestHouse.Open();
        var home = await house.Browser().Open("/mh/mr");
        var topic = await home.Follow("पेन्शन आणि म्हातारपण");
        Assert.Equal("पेन्शन आणि म्हातारपण", topic.Heading);
        Assert.Contains("ज्येष्ठ नागरिक प्रमाणपत्र", topic.Text);
        Assert.DoesNotContain("उत्पन्नाचा दाखला", topic.Text);
        Assert.Equal("Pension and old age", (await topic.Follow("a[hreflang=en]")).Heading);
    }

    [Fact]
    public async Task by_a_department_shows_its_services_by_name()
    {
        await using var house = await TestHouse.Open();
        var all = await house.Browser().Open("/mh/en/services");
        var department = await all.Follow("Revenue and Forest Department");
        Assert.Equal("Revenue and Forest Department", department.Heading);
        var names = department.Document.QuerySelectorAll("main h3").Select(name => name.TextContent.Trim()).ToList();
        Assert.Contains("Income certificate", names);
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public async Task that_is_not_there_says_so_and_offers_the_topics()
    {
        await using var house = await TestHouse.Open();
        var page = await house.Browser().Open("/mh/mr?q=xyzzyqwv");
        Assert.Contains("“xyzzyqwv” साठी काही सापडले नाही", page.Text);
        Assert.True(page.Has("a[href*='topic=']"));
    }

    [Theory]
    [InlineData("?topic=nothing"), InlineData("?department=nothing"), InlineData("?page=0"), InlineData("?page=999"), InlineData("?topic=income&department=nothing&page=2")]
    public async Task by_what_is_not_there_is_not_found(string query)
    {
        await using var house = await TestHouse.Open();
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Open("/mh/mr/services" + query)).Status);
    }

    [Fact]
    public async Task of_a_topic_without_services_says_that_none_is_here_yet()
    {
        var profile = new StateProfile { Code = "mh", Topics = [new() { Code = "empty", Names = new("Nothing yet") }] };
        await using var house = await TestHouse.Open(services => services.AddSingleton<IReadOnlyDictionary<string, StateProfile>>(new Dictionary<string, StateProfile> { ["mh"] = profile }));
        var page = await house.Browser().Open("/mh/mr/services?topic=empty");
        Assert.Equal("Nothing yet", page.Heading);
        Assert.Contains("येथे अजून कोणतीही सेवा नाही", page.Text);
    }

    /// <summary>What no notification says is not shown as if one did.</summary>
    [Fact]
    public async Task whose_limit_is_an_example_says_so()
    {
        await using var house = await TestHouse.Open();
        var browser = house.Browser();
        foreach (var (at, isExample) in new[] { ("mh/en/services/digital-712-extract", true), ("pb/en/services/post-mortem-copy", true), ("mh/en/services/trade-licence", true), ("mh/en/services/income-certificate", false) })
            Assert.Equal(isExample, (await browser.Open("/" + at)).Text.Contains("does not give this limit, or not when it starts: it is an example.", StringComparison.Ordinal));
    }
}
