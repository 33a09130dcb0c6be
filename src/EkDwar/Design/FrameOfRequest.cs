using EkDwar.Foundation.Languages;

namespace EkDwar.Design;

/// <summary>
/// Reads state and language from a request. Language: the URL, else the chosen <c>lang</c>, else the cookie, else the
/// state's own; never the browser's wish or the place of the caller.
/// </summary>
public static class FrameOfRequest
{
    public const string Cookie = "lang";

    /// <summary>The frame, or null when the URL names a state or a language that is not ours.</summary>
    public static PageFrame? For(HttpContext context)
    {
        var states = context.RequestServices.GetRequiredService<StateFaces>();
        var code = context.Request.RouteValues["state"] as string;
        var state = code is null ? states.First : states.Find(code);
        if (state is null) return null;
        var isNamed = code is not null || !IsOpen(context);
        if (context.Request.RouteValues["lang"] is not string lang) return At(context, state, Wished(context, state)) with { NamesState = isNamed };
        return LanguageCode.TryParse(lang, out var language) ? At(context, state, language) with { NamesState = isNamed } : null;
    }

    static bool IsOpen(HttpContext context) => context.RequestServices.GetRequiredService<StateFaces>().AreSeveral;

    public static PageFrame Fallback(HttpContext context)
    {
        var state = context.RequestServices.GetRequiredService<StateFaces>().First;
        // Of a state that is not ours; the reader's language is still hers.
        return At(context, state, LanguageCode.TryParse(context.Request.RouteValues["lang"] as string, out var language) ? language : Wished(context, state)) with { NamesState = !IsOpen(context) };
    }

    static PageFrame At(HttpContext context, StateFace state, LanguageCode language) =>
        new(state, language) { PathIn = other => PathIn(context.Request, other) };

    static LanguageCode Wished(HttpContext context, StateFace state) =>
        LanguageCode.TryParse(context.Request.Query["lang"], out var asked) ? asked
        : LanguageCode.TryParse(context.Request.Cookies[Cookie], out var remembered) ? remembered
        : state.Language;

    static string PathIn(HttpRequest request, LanguageCode language)
    {
        // A handler is named only in the address a form is sent to: its page is the one without.
        var query = request.Query.Where(pair => pair.Key is not ("lang" or "handler"))
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        if (!request.RouteValues.ContainsKey("lang"))
            return request.PathBase + request.Path + QueryString.Create(query.Append(KeyValuePair.Create<string, string?>("lang", language.Code)));
        var parts = (request.Path.Value ?? "/").Split('/');
        if (parts.Length > 2) parts[2] = language.Code;
        return request.PathBase + new PathString(string.Join('/', parts)).ToString() + QueryString.Create(query);
    }
}
