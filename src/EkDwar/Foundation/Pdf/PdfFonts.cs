using System.Collections.Frozen;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf.Native;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// Our own fonts, loaded for one thread at a time: a Pango font map over the files beside the program. Not the system's
/// fonts: those silently differ between machines.
/// </summary>
sealed class PdfFonts
{
    /// <summary>In order of preference; Pango takes the first that has the character.</summary>
    public const string Families = "Noto Sans,Noto Sans Devanagari,Noto Sans Gurmukhi";

    static readonly HashSet<string> Ours = [.. Families.Split(',')];

    // A font map is costly (some 50 ms for its first page) and serves one thread at a time, so they are kept and lent,
    // one for each processor at most.
    static readonly Stack<PdfFonts> Idle = [];
    static readonly SemaphoreSlim Places = new(Environment.ProcessorCount);

    readonly FrozenDictionary<LanguageCode, nint> contexts;

    PdfFonts()
    {
        if (PdfParts.Check() is { } missing) throw new PdfPartsMissing(missing);
        var map = PangoFontMaps.pango_cairo_font_map_new();
        var config = PangoFontMaps.FcConfigCreate();
        foreach (var file in PdfParts.FontFiles)
            if (PangoFontMaps.FcConfigAppFontAddFile(config, file) == 0) throw new PdfPartsMissing(new([], [file]));
        _ = PangoFontMaps.FcConfigBuildFonts(config);
        PangoFontMaps.pango_fc_font_map_set_config(map, config);
        PangoFontMaps.FcConfigDestroy(config);
        contexts = LanguageCode.All.ToFrozenDictionary(language => language, language => ContextFor(map, language));
    }

    /// <summary>The Pango context texts of a language are laid out in; lives as long as the process.</summary>
    public nint Context(LanguageCode language) => contexts[language];

    /// <summary>Takes over how this page draws letters: a PDF's are not fitted to pixels.</summary>
    public void DrawOn(nint cairo)
    {
        foreach (var context in contexts.Values) PangoFontMaps.pango_cairo_update_context(cairo, context);
    }

    public static bool IsOurs(string? family) => family is not null && Ours.Contains(family);

    /// <summary>Lends fonts to one piece of work; waits while every processor's are lent.</summary>
    public static T Lend<T>(Func<PdfFonts, T> work)
    {
        Places.Wait();
        try
        {
            var fonts = Take();
            try
            {
                return work(fonts);
            }
            finally
            {
                lock (Idle) Idle.Push(fonts);
            }
        }
        finally
        {
            Places.Release();
        }
    }

    // One a language: changing a context's language would lay out anew, in that language, all that was laid out in it.
    static nint ContextFor(nint map, LanguageCode language)
    {
        var context = Pango.pango_font_map_create_context(map);
        Pango.pango_context_set_language(context, Pango.pango_language_from_string(language.Code));
        // Rounded positions space letters unevenly at the sizes of print.
        Pango.pango_context_set_round_glyph_positions(context, 0);
        return context;
    }

    static PdfFonts Take()
    {
        lock (Idle)
            if (Idle.TryPop(out var fonts)) return fonts;
        return new PdfFonts();
    }
}
