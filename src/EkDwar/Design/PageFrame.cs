using EkDwar.Foundation.Languages;

namespace EkDwar.Design;

/// <summary>What stands around a page: its state, its language, who is signed in. One per request, kept by the request itself.</summary>
public sealed record PageFrame(StateFace State, LanguageCode Language)
{
    static readonly object Key = new();

    /// <summary>Set on an official's pages, which then have no citizens' navigation.</summary>
    public DeskFace? Desk { get; init; }

    /// <summary>The person somebody acts for who let him; null on everybody else's pages.</summary>
    public string? ActsFor { get; init; }

    /// <summary>False where neither address nor desk says of which of several states a page is; then none speaks around it.</summary>
    public bool NamesState { get; init; } = true;

    /// <summary>When the content of this page was last changed.</summary>
    public DateOnly? UpdatedOn { get; init; }

    /// <summary>The address of this page in another language.</summary>
    public Func<LanguageCode, string> PathIn { get; init; } = language => "?lang=" + language.Code;

    /// <summary>An address of this state in this language; the path is given without a slash before it.</summary>
    public string At(string path) => $"/{State.Code}/{Language.Code}/{path}";

    public void PutInto(HttpContext context) => context.Items[Key] = this;

    /// <summary>The frame of this request; for a page that set none, the first state in its own language.</summary>
    public static PageFrame Of(HttpContext context)
    {
        if (context.Items[Key] is PageFrame frame) return frame;
        frame = FrameOfRequest.For(context) ?? FrameOfRequest.Fallback(context);
        frame.PutInto(context);
        return frame;
    }
}
