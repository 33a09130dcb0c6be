namespace EkDwar.Tests.Attacks;

/// <summary>Text that would be markup, a statement, a template or a format somewhere else, put wherever text is taken: it stays text.</summary>
[Collection("attacks")]
public sealed class A_hostile_text(AttackedHouse all)
{
    const string Markup = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
    static readonly string[] Names = ["q", "reference", "number", "day", "returnUrl", "rows", "page", "take", "set-aside", "paused", "returned", "who", "life", "department", "event"];

    public static TheoryData<string> Texts => [Markup, "' or '1'='1'; drop table cases; --", "{{7777*7919}} ${7777*7919} @(7777*7919) #{7777*7919} <%= 7777*7919 %>", "{0} {1} {999999} %n %s %x", "=cmd|' /C calc'!A0", "\u202Eesrever\u0000 \uFFFF"];

    [Theory, MemberData(nameof(Texts))]
    public async Task in_any_query_is_text(string text)
    {
        var faults = new List<string>();
        foreach (var route in all.Routes.Where(route => route.Verb == "GET" && !route.Name.Contains('(')))
            foreach (var role in all.InTurn(["nobody", "owner", "clerk"]))
            {
                using var request = all.Request(route, all[role], all.Things[0], query: string.Join('&', Names.Select(name => $"{name}={Uri.EscapeDataString(text)}")));
                var (response, body) = await all.Send(request);
                if (IsTaken(body) || (int)response.StatusCode >= 500) faults.Add($"{route} as {role}: {(int)response.StatusCode}");
            }
        Assert.Equal([], faults);
    }

    [Theory, MemberData(nameof(Texts))]
    public async Task in_any_field_is_text(string text)
    {
        var faults = new List<string>();
        foreach (var route in all.Routes.Where(route => route.Verb == "POST" && route.Page is not null && Rules.All[route.Name].Door is not Door.Development && !route.Name.EndsWith("/sign-out", StringComparison.Ordinal)))
        {
            var role = all[Rules.All[route.Name].Door switch { Door.Citizen => "owner", Door.Desk => "clerk", _ => "nobody" }];
            // No version: nothing may be done, so that what comes back is what was typed.
            var fields = route.Page!.HandlerMethods.Single(handler => handler.Name == route.Handler && handler.HttpMethod.Equals("POST", StringComparison.OrdinalIgnoreCase)).Parameters
                .Select(asked => asked.BindingInfo?.BinderModelName ?? asked.Name).Concat(["name", "words", "mobile", "number", "local", "latin", "search"]).Except(["version", "reference"]).Distinct();
            using var request = all.Request(route, role, all.Things[0], fields.Select(field => KeyValuePair.Create(field, text)));
            var (response, body) = await all.Send(request);
            if (IsTaken(body) || (int)response.StatusCode >= 500) faults.Add($"{route} as {role}: {(int)response.StatusCode}");
        }
        Assert.Equal([], faults);
    }

    // Markup as it was sent; or a sum that somebody worked out.
    static bool IsTaken(string body) => body.Contains("<script>alert", StringComparison.OrdinalIgnoreCase) || body.Contains("<img src=x", StringComparison.OrdinalIgnoreCase) || body.Contains("61586063", StringComparison.Ordinal);

    [Fact]
    public async Task written_in_signs_twice_is_read_once()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/mh/en?q=%253Cb%253Eincome");
        var (_, body) = await all.Send(request);
        Assert.Contains("value=\"%3Cb%3Eincome\"", body);
        using var path = new HttpRequestMessage(HttpMethod.Get, "http://localhost/mh/en/services/..%252f..%252fkeys");
        Assert.Equal(404, (int)(await all.Send(path)).Response.StatusCode);
    }
}
