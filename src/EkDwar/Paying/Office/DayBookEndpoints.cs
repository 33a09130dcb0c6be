using System.Globalization;
using System.Text;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Paying.Office;

/// <summary>A day of the cash book as a table for a spreadsheet (RFC 4180, UTF-8 with a mark for those that need it), its total in the last row.</summary>
public static class DayBookEndpoints
{
    const string Mark = "\uFEFF", Iso = "yyyy-MM-dd";

    static readonly string[] Heads = ["number", "day", "entry", "means", "application", "instrument", "amount_rupees", "in_hand_rupees"];

    public static void MapDayBook(this WebApplication app) => app.MapGet("/desk/{lang}/day-book.csv", Read)
        .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = DeskSession.Scheme });

    static async Task<Results<FileContentHttpResult, NotFound>> Read(HttpContext context, string? day, ReadDayBook read)
    {
        if (DeskSession.Of(context.User) is not { } session || !DateOnly.TryParseExact(day, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) return TypedResults.NotFound();
        var book = await read.Run(session, on);
        return book.IsOurs ? TypedResults.File(Encoding.UTF8.GetBytes(Csv(book)), "text/csv; charset=utf-8", $"day-book-{on.ToString(Iso, CultureInfo.InvariantCulture)}.csv") : TypedResults.NotFound();
    }

    internal static string Csv(DayBook book)
    {
        var text = new StringBuilder(Mark);
        Row(text, Heads);
        foreach (var (entry, of) in book.Lines)
            Row(text, [$"{entry.Seq}", entry.BookedOn.ToString(Iso, CultureInfo.InvariantCulture), $"{entry.Kind}", $"{entry.Means}", of?.ToString() ?? "", Cell(entry.Number), Rupees(entry.AmountMinor), Rupees(entry.InHandMinor)]);
        Row(text, ["total", "", "", "", "", "", Rupees(book.TotalMinor), Rupees(book.AfterMinor)]);
        return text.ToString();
    }

    static void Row(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells).Append("\r\n");

    static string Rupees(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    // What begins so would be a formula to a spreadsheet. It has neither commas nor quotation marks: Tender takes none.
    static string Cell(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
}
