using System.Net;

namespace EkDwar.Tests.Attacks;

/// <summary>A form that did not come from a page of ours, made for whoever sends it: every route that changes anything refuses it.</summary>
[Collection("attacks")]
public sealed class A_forged_form(AttackedHouse all)
{
    /// <summary>Those that take no token of a form, and why none is needed.</summary>
    static readonly Dictionary<string, string> NoToken = new()
    {
        ["POST /paying/gateway"] = "the gateway's words are signed",
        ["POST /sms/{state}/{gateway}/{secret}/reports"] = "a secret in the address that the gateway alone was told", ["POST /sms/{state}/{gateway}/{secret}/inbound"] = "the same",
        ["POST /{state}/{lang}/apply/{service}/{question}/uploads"] = "the header Tus-Resumable, which no form can send and no foreign page without asking first",
        ["POST /{state}/{lang}/cases/{reference}/papers/{question}/uploads"] = "the same", ["POST /{state}/{lang}/cases/{reference}/query/{question}/uploads"] = "the same", ["POST /{state}/{lang}/cases/{reference}/correct/{question}/uploads"] = "the same",
        ["PATCH /uploads/{id}"] = "the same",
        ["POST /dev/registers/{register}/records"] = "Development alone, and a key", ["POST /dev/gateway/v1/payment_links"] = "Development alone, and a key",
        ["POST /dev/sign-on/{state}/token"] = "Development alone, and a secret",
        ["POST /dev/gateway/v1/payments/{id}/refund"] = "Development alone, and a key", ["POST /dev/gateway/v1/payment_links/{id}/cancel"] = "the same",
        ["POST /dev/gateway/v1/payments/qr_codes"] = "the same", ["POST /dev/gateway/v1/payments/qr_codes/{id}/close"] = "the same",
    };

    IEnumerable<Route> Forms => all.Routes.Where(route => route.Verb != "GET" && !NoToken.ContainsKey(route.Name));

    Role Sender(Route route) => all[Rules.All[route.Name].Door switch
    {
        Door.Citizen => "owner",
        Door.Desk => "clerk",
        _ => route.Name == "POST /{state}/{lang}/sign-out" ? "owner" : "nobody",
    }];

    [Theory, InlineData("without a token"), InlineData("with a token made up"), InlineData("with the token of another's page"), InlineData("with the token in the address")]
    public async Task is_refused_and_leaves_nothing(string how)
    {
        await using var written = await Written.In(all.House);
        var taken = new List<string>();
        foreach (var route in Forms)
        {
            var sender = Sender(route);
            var token = how switch { "with a token made up" => Convert.ToBase64String(new byte[90]), "with the token of another's page" => all["neighbour"].Token, _ => "" };
            var query = how == "with the token in the address" ? "__RequestVerificationToken=" + Uri.EscapeDataString(sender.Side == Side.None ? sender.OpenToken : sender.Token) : "";
            var before = await written.Mark();
            using var request = all.Request(route, sender, all.Things[0], token: token, query: query);
            var (response, _) = await all.Send(request);
            if (response.StatusCode != HttpStatusCode.BadRequest) taken.Add($"{route}: {response.StatusCode}");
            if (before != await written.Mark()) taken.Add($"{route}: something was written");
        }
        Assert.Equal([], taken);
    }

    [Fact]
    public void would_be_taken_nowhere_but_where_a_reason_is_given()
    {
        Assert.True(Forms.Count() >= 50, $"{Forms.Count()} forms");
        Assert.Equal([], NoToken.Keys.Except(all.Routes.Select(route => route.Name)));
    }

    [Fact]
    public async Task of_a_script_needs_a_header_that_no_form_can_send()
    {
        foreach (var route in all.Routes.Where(route => Rules.All[route.Name].Door == Door.Script && route.Verb != "GET"))
        {
            using var request = all.Request(route, all["owner"], all.Things[0]);
            request.Headers.Remove("Tus-Resumable");
            var (response, _) = await all.Send(request);
            Assert.Equal((route.Name, HttpStatusCode.PreconditionFailed), (route.Name, response.StatusCode));
            // And nobody who asks from elsewhere first is told that she may.
            using var asking = new HttpRequestMessage(HttpMethod.Options, request.RequestUri);
            asking.Headers.Add("Origin", "https://evil.example");
            asking.Headers.Add("Access-Control-Request-Method", route.Verb);
            asking.Headers.Add("Access-Control-Request-Headers", "tus-resumable");
            Assert.DoesNotContain((await all.Send(asking)).Response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task by_a_link_does_nothing()
    {
        // What acts is not to be had by GET: each handler's name, asked for as a page, changes nothing.
        var before = await all.Acts();
        foreach (var route in Forms.Where(route => route.Page is not null))
            foreach (var thing in all.Things.Take(3))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost" + route.Address(all.Holes(thing)));
                request.Headers.TryAddWithoutValidation("Cookie", Sender(route).Cookies);
                Assert.True((int)(await all.Send(request)).Response.StatusCode < 500, route.Name);
            }
        Assert.Equal(before, await all.Acts());
    }
}
