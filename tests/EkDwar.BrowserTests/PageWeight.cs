using System.Globalization;
using EkDwar.Tests.Houserules;

namespace EkDwar.BrowserTests;

/// <summary>One file a page needed, and its bytes as they crossed the line, compressed.</summary>
public sealed record Loaded(string Kind, long Bytes);

/// <summary>
/// What a page may cost somebody who opens it for the first time on a slow line: bytes and requests. The browser notes both
/// for every page it shows, and for a file it had already what it cost when it came.
/// </summary>
static class PageWeight
{
    /// <summary>Kilobytes of 1,024 bytes, but for the last.</summary>
    sealed record Budget(int Html, int Css, int Script, int Fonts, int Total, int Requests);

    // Fetched by every real browser, and never by one without a window.
    static readonly Lazy<Loaded> Icon = new(() => new("image", new FileInfo(Path.Combine(Repository.Root, "src/EkDwar/wwwroot/door.svg")).Length));

    static Budget Of(Weight weight) => weight switch
    {
        Weight.Question => new(10, 16, 12, 0, 45, 5),
        Weight.Home => new(14, 16, 12, 0, 60, 8),
        Weight.Desk => new(40, 20, 40, 90, 200, 12),
        _ => throw new ArgumentOutOfRangeException(nameof(weight)),
    };

    /// <summary>All that the page in sight needed, the document first.</summary>
    public static async Task<IReadOnlyList<Loaded>> Of(IPage page) =>
        [.. (await page.EvaluateAsync<string[]>(Script.Weigh)).Select(line => line.Split(' ')).Select(part => new Loaded(part[0], long.Parse(part[1], CultureInfo.InvariantCulture))), Icon.Value];

    /// <summary>One sentence for each limit that this kind of page is beyond.</summary>
    public static IEnumerable<string> Over(Weight weight, IReadOnlyList<Loaded> loaded)
    {
        if (weight == Weight.Development) yield break;
        var budget = Of(weight);
        (string What, long Bytes, int Limit)[] sums =
        [
            ("HTML", Sum("document"), budget.Html), ("CSS", Sum("stylesheet"), budget.Css), ("scripts", Sum("script"), budget.Script),
            ("fonts", Sum("font"), budget.Fonts), ("everything", loaded.Sum(one => one.Bytes), budget.Total),
        ];
        if (Sum("document") == 0 || Sum("stylesheet") == 0) yield return "nothing was measured";
        foreach (var (what, bytes, limit) in sums)
            if (bytes > limit * 1024L) yield return $"{what} {bytes:N0} bytes, at most {limit} KB";
        if (loaded.Count > budget.Requests) yield return $"{loaded.Count} requests, at most {budget.Requests}";

        long Sum(string kind) => loaded.Where(one => one.Kind == kind).Sum(one => one.Bytes);
    }
}
