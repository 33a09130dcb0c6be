using System.Globalization;
using System.Text;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Delivering.Benefits;

/// <summary>The pay list of this month as a table for a spreadsheet (RFC 4180, UTF-8 with a mark for those that need it). Accounts are masked in it too.</summary>
public static class PayListEndpoints
{
    const string Mark = "\uFEFF";

    static readonly string[] Heads = ["reference", "service", "name", "name_in_latin", "account", "amount_rupees", "life_proved_until", "instalment", "due_on"];

    public static void MapPayList(this WebApplication app) => app.MapGet("/desk/{lang}/pay-list.csv", Read)
        .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = DeskSession.Scheme });

    static async Task<Results<FileContentHttpResult, NotFound>> Read(HttpContext context, ReadPayList read, TimeProvider time)
    {
        if (DeskSession.Of(context.User) is not { } session || await read.Run(session) is not { Count: > 0 } lines) return TypedResults.NotFound();
        return TypedResults.File(Encoding.UTF8.GetBytes(Csv(lines)), "text/csv; charset=utf-8", time.Today().ToString("'pay-list-'yyyy-MM'.csv'", CultureInfo.InvariantCulture));
    }

    internal static string Csv(IEnumerable<PayLine> lines)
    {
        var text = new StringBuilder(Mark).AppendJoin(',', Heads).Append("\r\n");
        foreach (var line in lines.Where(line => line.IsToPay))
            text.AppendJoin(',', new[]
            {
                line.Reference.ToString(), line.Service.Id, line.Name.Local, line.Name.Latin, line.Account,
                InstalmentRegister.Rupees(line.AmountMinor), line.Part is null ? Day(line.Entry.HoldsUntil) : "",
                line.Part?.RuleIn(line.Service).Code ?? "", line.Part is { } part ? Day(part.DueOn) : "",
            }.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A name that begins so would be a formula to a spreadsheet.
    internal static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
