using System.Net;
using EkDwar.Delivering;

namespace EkDwar.Tests.Attacks;

/// <summary>The headers of every answer of every route, whoever asks and whatever comes of it, over HTTPS.</summary>
[Collection("attacks")]
public sealed class Every_answer(AttackedHouse all)
{
    static readonly string[] Policy = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"];
    static readonly string[] Loud = ["Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version", "Access-Control-Allow-Origin"];

    /// <summary>Each route as nobody, the owner and the clerk, as a page and as a form without a token; and what is not there at all.</summary>
    async IAsyncEnumerable<(string Asked, HttpResponseMessage Response)> Answers()
    {
        foreach (var route in all.Routes.Where(route => !route.Name.Contains('(')))
            foreach (var role in (string[])["nobody", "owner", "clerk"])
                foreach (var thing in route.Has("reference") ? all.Things.Where(thing => thing.Name is "certified" or "guessed") : [all.Things[0]])
                {
                    using var request = all.Request(route, all[role], thing, token: "");
                    yield return ($"{route} as {role} on {thing}", await Https(request));
                }
        foreach (var path in (string[])["/ek.css", "/nothing/here", "/mh/xx", "/desk/en/nothing", "/mh/mr/services/%FF", "/t/nonsense", "/mh/mr/track", "/mh/en?lang=en", "/desk/en/sign-in"])
            yield return (path, await Https(new(HttpMethod.Get, "http://localhost" + path)));
        using var large = new HttpRequestMessage(HttpMethod.Post, "http://localhost/mh/mr/track") { Content = new ByteArrayContent(new byte[12 * 1024 * 1024]) };
        yield return ("a body of twelve megabytes", await Https(large));
    }

    async Task<HttpResponseMessage> Https(HttpRequestMessage request, string prefix = "__Host-")
    {
        if (request.Headers.TryGetValues("Cookie", out var cookies))
        {
            var prefixed = string.Join("; ", string.Join(';', cookies).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(cookie => prefix + cookie));
            request.Headers.Remove("Cookie");
            request.Headers.TryAddWithoutValidation("Cookie", prefixed);
        }
        request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = "https", Port = 443 }.Uri;
        return (await all.Send(request)).Response;
    }

    static string Of(HttpResponseMessage response, string name) =>
        string.Join(", ", response.Headers.TryGetValues(name, out var values) ? values : response.Content.Headers.TryGetValues(name, out values) ? values : []);

    [Fact]
    public async Task says_how_it_may_be_used()
    {
        var faults = new List<string>();
        var count = 0;
        await foreach (var (asked, response) in Answers())
        {
            count++;
            void Must(bool holds, string what)
            {
                if (!holds) faults.Add($"{asked} ({(int)response.StatusCode}): {what}");
            }
            var policy = Of(response, "Content-Security-Policy");
            // A paper opens in a sandbox, and nothing else may be done with it.
            Must(policy.StartsWith("sandbox; default-src 'none'", StringComparison.Ordinal) || Policy.All(part => policy.Contains(part, StringComparison.Ordinal)), "policy " + policy);
            Must(!policy.Contains("unsafe", StringComparison.Ordinal) && !policy.Contains('*'), "a loose policy");
            Must(Of(response, "X-Content-Type-Options") == "nosniff", "sniffed");
            Must(Of(response, "Referrer-Policy") == "same-origin", "referrer");
            Must(Of(response, "Cross-Origin-Opener-Policy") == "same-origin", "opener");
            Must(Of(response, "Cross-Origin-Resource-Policy") == "same-origin", "embedding elsewhere");
            Must(Of(response, "Strict-Transport-Security") == "max-age=31536000; includeSubDomains", "transport");
            Must(Of(response, "Cache-Control").Contains("no-store") || (asked == "/ek.css" || asked.StartsWith("GET /keys/certificates ", StringComparison.Ordinal)) && response.StatusCode == HttpStatusCode.OK, "kept: " + Of(response, "Cache-Control"));
            foreach (var name in Loud) Must(Of(response, name).Length == 0, $"{name} told");
            Must(Typed(response), "type " + response.Content.Headers.ContentType);
        }
        Assert.True(count > 400, $"{count} answers");
        Assert.True(faults.Count == 0, $"{faults.Count} of {count}:\n{string.Join('\n', faults.Take(40))}");
    }

    /// <summary>What has a body says what it is; text says in which letters; and what is no page of ours is to be kept, not opened.</summary>
    static bool Typed(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentLength is null or 0 && response.Content.Headers.ContentType is null) return true;
        return response.Content.Headers.ContentType switch
        {
            { MediaType: "text/html" or "text/csv" or "text/css" or "image/svg+xml" or "application/json" or "application/problem+json" or "text/plain" or KeySet.ContentType } type => type.CharSet is "utf-8" || type.MediaType is "text/css" or "image/svg+xml" or KeySet.ContentType,
            { MediaType: "application/pdf" or "application/octet-stream" } => response.Content.Headers.ContentDisposition is { DispositionType: "attachment", FileName.Length: > 0 },
            { MediaType: "image/jpeg" } => true,
            null => response.StatusCode is not HttpStatusCode.OK,
            _ => false,
        };
    }

    [Fact]
    public async Task sets_cookies_that_no_script_reads_and_no_other_site_sends()
    {
        var faults = new List<string>();
        var names = new HashSet<string>();
        await foreach (var (asked, response) in Answers())
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var parts = cookie.Split(';').Select(part => part.Trim().ToLowerInvariant()).ToList();
                names.Add(cookie.Split('=')[0]);
                // Taken back, too: a browser believes it only so.
                if (!parts[0].StartsWith("__host-", StringComparison.Ordinal) || !parts.Contains("secure") || !parts.Contains("path=/")) faults.Add($"{asked}: {parts[0].Split('=')[0]} without its prefix");
                if (parts[0].EndsWith('=')) continue;
                if (!parts.Contains("httponly") || !parts.Contains("secure") || !parts.Contains("path=/") || !parts.Exists(part => part is "samesite=lax" or "samesite=strict") || parts.Exists(part => part.StartsWith("domain", StringComparison.Ordinal)))
                    faults.Add($"{asked}: {string.Join(';', parts.Skip(1))} of {cookie.Split('=')[0]}");
                if (cookie.Length > 4096) faults.Add($"{asked}: {cookie.Length} characters");
            }
        Assert.Equal([], faults);
        Assert.Equal([], names.Except(((string[])["ek-citizen", "ek-desk", "ek-form", "ek-told", "ek-sign-in", "ek-sign-on", "ek-signed-on", "lang"]).Select(name => "__Host-" + name)));
        Assert.Equal([], ((string[])["__Host-ek-desk", "__Host-ek-form", "__Host-lang"]).Except(names));
    }

    [Fact]
    public async Task over_HTTPS_believes_no_cookie_without_the_prefix_that_only_this_host_can_set()
    {
        async Task<HttpStatusCode> Asked(string prefix)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/desk/en/inbox");
            request.Headers.TryAddWithoutValidation("Cookie", all["clerk"].Cookies);
            return (await Https(request, prefix)).StatusCode;
        }
        Assert.Equal(HttpStatusCode.OK, await Asked("__Host-"));
        foreach (var planted in (string[])["", "__Secure-", "__host-", "x=1;"]) Assert.Equal(HttpStatusCode.Found, await Asked(planted));
    }
}
