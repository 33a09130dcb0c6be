using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.Design;

/// <summary>
/// A page of the house. Knows its state and language, from <c>/{state}/{lang}/…</c> where the route has them; an unknown
/// state or language is no page at all.
/// </summary>
public abstract class EkPage : PageModel
{
    public PageFrame Frame => PageFrame.Of(HttpContext);

    public StateFace State => Frame.State;

    public LanguageCode Language => Frame.Language;

    public string T(string key, params ReadOnlySpan<(string Name, string Value)> values) => Texts.Get(Language, key, values);

    /// <summary>A text from data in the reader's language, marked when it is in another.</summary>
    public Phrase Words(LocalText text) => Phrase.Of(text, Language);

    /// <summary>An address of this state in this language.</summary>
    public string At(string path) => Frame.At(path);

    /// <summary>What the page shows belongs to this state, whichever state's address led here: its helpline and its links are that state's.</summary>
    protected void SpeakFor(string state)
    {
        if (HttpContext.RequestServices.GetRequiredService<StateFaces>().Find(state) is { } face) (Frame with { State = face }).PutInto(HttpContext);
    }

    /// <summary>A problem with one answer; it shows at the field of that name and in the error summary.</summary>
    protected void Problem(string field, string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Note(field, T(key, values));

    /// <summary>Shows an expected "no" at the field it belongs to; a part of a field (the day of a date) is found by its name.</summary>
    protected void Show(Refusal refusal, string? field = null)
    {
        var key = field is null ? refusal.Field ?? "" : refusal.Field is null ? field : $"{field}-{refusal.Field}";
        Note(key, T(refusal.Code, refusal.Values));
    }

    void Note(string field, string words)
    {
        ProblemOrder.Note(HttpContext, field);
        ModelState.AddModelError(field, words);
    }

    /// <summary>A use case's "no", each part at its field; the form may name the fields otherwise than the use case does.</summary>
    protected void Refuse(IEnumerable<Refusal> refusals, Func<string, string>? fieldOf = null)
    {
        foreach (var refusal in refusals)
            Note(refusal.Field is null ? "" : fieldOf?.Invoke(refusal.Field) ?? refusal.Field, T(refusal.Code, refusal.Values));
    }

    // Unless told, Razor would take its name for a handler of the verb PAGE, which anybody could send.
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (FrameOfRequest.For(HttpContext) is null) context.Result = NotFound();
        // Razor would show a page that nobody has filled.
        else if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
            context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
        else if (LanguageCode.TryParse(Request.Query[FrameOfRequest.Cookie], out var asked)) Remember(asked);
    }

    /// <summary>A page shown again with problems is not a success: scripts and caches are told so too.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (context.Result is PageResult && !ModelState.IsValid && !HttpMethods.IsGet(Request.Method)) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    void Remember(LanguageCode language) => Response.Cookies.Append(
        FrameOfRequest.Cookie,
        language.Code,
        new CookieOptions { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365) });
}
