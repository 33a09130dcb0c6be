using System.Globalization;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding.Importing;

namespace EkDwar.Onboarding.Reviewing;

/// <summary>
/// Somebody who knows a language read a text in it and found it right. It is of these very words: once they are changed,
/// they are others, which nobody has reviewed.
/// </summary>
/// <param name="Sha256">of the words in UTF-8, in small hexadecimal letters</param>
public sealed record TextReview(string Sha256, LanguageCode Language, string Reviewer, DateOnly Day);

/// <summary>A table of reviews, <c>reviews.csv</c>: one line for each text and language, with all that is wrong with it. A file that is not there has no reviews.</summary>
public sealed class ReviewFile
{
    public const string Name = "reviews.csv";

    /// <summary>What each line says; what may stand behind it is for the eye and is not read.</summary>
    public static readonly string[] Columns = ["sha256", "language", "reviewer", "day"], ForTheEye = ["text", "where"];

    const int HashLength = 64, LongestReviewer = 120;

    readonly string file;
    readonly List<FileFault> faults = [];
    readonly List<TextReview> reviews = [];

    ReviewFile(string file) => this.file = file;

    public IReadOnlyList<TextReview> Reviews => reviews;
    public IReadOnlyList<FileFault> Faults => faults;

    public static ReviewFile Open(string path)
    {
        var read = new ReviewFile(Sheets.Named(path));
        if (!File.Exists(path) || CsvText.Read(File.ReadAllBytes(path), read.Fault) is not { } lines) return read;
        if (lines.Count == 0 || !IsHead(lines[0])) read.Fault(YamlPlace.Start, "the columns of this table are others", $"begin it with the line {string.Join(',', Columns)}, which '{string.Join(',', ForTheEye)}' may follow");
        else
            foreach (var line in lines.Skip(1)) read.Line(line);
        return read;
    }

    static bool IsHead(IReadOnlyList<CsvCell> cells) => cells.Count >= Columns.Length && Columns.Concat(ForTheEye).Take(cells.Count).SequenceEqual(cells.Select(cell => cell.Text));

    void Line(IReadOnlyList<CsvCell> cells)
    {
        string Said(int column) => column < cells.Count ? cells[column].Text : "";
        var isDay = DateOnly.TryParseExact(Said(3), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        var isLanguage = LanguageCode.TryParse(Said(1), out var language);
        var isWhole = Needs(Said(0).Length == HashLength && Said(0).All(char.IsAsciiHexDigitLower), cells, 0, $"{FileFaults.Quote(Said(0))} is no SHA-256 of a text", "copy it from the list that 'reviews' prints")
            & Needs(isLanguage, cells, 1, $"{FileFaults.Quote(Said(1))} is not one of our languages", Nearest.Mend(Said(1), [.. LanguageCode.All.Select(one => one.Code)]))
            & Needs(Said(2).Length is > 0 and <= LongestReviewer, cells, 2, "nobody is named who reviewed this", "write the name or the office of the reviewer, or take the line out")
            & Needs(isDay, cells, 3, $"{FileFaults.Quote(Said(3))} is no day", "write it as 2026-01-26");
        if (isWhole) reviews.Add(new(Said(0), language, Said(2), day));
    }

    bool Needs(bool holds, IReadOnlyList<CsvCell> cells, int column, string problem, string mend)
    {
        if (!holds) Fault(cells[Math.Min(column, cells.Count - 1)].At, problem, mend);
        return holds;
    }

    void Fault(YamlPlace at, string problem, string mend) => faults.Add(new(file, at, problem, mend));
}
