using System.Net;

namespace EkDwar.Tests.Attacks;

/// <summary>One thing said twice, in the address and in the form, or twice in one of them: the address counts, and nobody gets further by it.</summary>
[Collection("attacks")]
public sealed class A_value_said_twice(AttackedHouse all)
{
    static readonly string[] Ways = ["in the form", "in the query"];

    /// <summary>The address names a case that nobody has; form or query name one that she may act on.</summary>
    [Fact]
    public async Task never_makes_another_case_of_the_one_in_the_address()
    {
        var followed = new List<string>();
        var before = await all.Acts();
        foreach (var route in all.Routes.Where(route => route.Page is not null && (route.Has("reference") || route.Has("payment"))))
        {
            var rule = Rules.All[route.Name];
            var (role, thing) = all.WhoMay(rule);
            var named = all.Holes(thing).Where(hole => route.Has(hole.Key) && hole.Key is not ("state" or "lang")).Append(new("version", $"{thing.Version}")).ToList();
            foreach (var way in Ways.Where(way => route.Verb == "POST" || way == "in the query"))
            {
                var query = way == "in the query" ? string.Join('&', named.Select(hole => $"{hole.Key}={Uri.EscapeDataString(hole.Value)}")) : "";
                using var request = all.Request(route, role, all.Things.Single(one => one.Name == "guessed") with { Party = thing.Party, Question = thing.Question }, way == "in the form" ? named : null, query: query);
                var (response, _) = await all.Send(request);
                if (response.StatusCode != HttpStatusCode.NotFound) followed.Add($"{route} as {role} on {thing}, {way}: {response.StatusCode}");
            }
        }
        Assert.Equal([], followed);
        Assert.Equal(before, await all.Acts());
    }

    /// <summary>What a form needs stands in its link instead, and the form itself is blank.</summary>
    [Fact]
    public async Task is_not_taken_from_a_link_where_a_form_is_asked_for()
    {
        var thing = all.Things.Single(one => one.Name == "reported");
        var before = await all.Acts();
        var query = $"version={thing.Version}&words=no&ground=income_not_proved&means=Cash&number=12&way=only";
        foreach (var name in (string[])["POST /desk/{lang}/cases/{reference}/grant", "POST /desk/{lang}/cases/{reference}/refuse Send"])
        {
            using var request = all.Request(all.Routes.Single(route => route.Name == name), all["tahsildar"], thing, query: query);
            await all.Send(request);
        }
        Assert.Equal(before, await all.Acts());
    }

    [Fact]
    public async Task in_one_form_breaks_nothing_and_opens_nothing()
    {
        var broken = new List<string>();
        var before = await all.Acts();
        foreach (var route in all.Routes.Where(route => route.Verb == "POST" && route.Has("reference") && Rules.All[route.Name].Door is Door.Citizen or Door.Desk))
        {
            var thing = all.Things.Single(one => one.Name == "neighbour's");
            var stranger = all[Rules.All[route.Name].Door == Door.Citizen ? "owner" : "tahsildar elsewhere"];
            List<KeyValuePair<string, string>> twice = [.. new[] { "version", "words", "person", "party", "ground", "token", "means", "number", "shown", "agrees" }.SelectMany(name => new[] { KeyValuePair.Create(name, "-1"), KeyValuePair.Create(name, $"{thing.Version}") })];
            using var request = all.Request(route, stranger, thing, twice);
            var (response, _) = await all.Send(request);
            if (response.StatusCode != HttpStatusCode.NotFound) broken.Add($"{route}: {response.StatusCode}");
        }
        Assert.Equal([], broken);
        Assert.Equal(before, await all.Acts());
    }
}
