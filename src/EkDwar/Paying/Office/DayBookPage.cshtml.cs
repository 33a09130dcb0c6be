using System.Globalization;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.Office;

/// <summary>The cash book of this office on one day: every entry, what they come to, what is in hand; and the deposit into the treasury.</summary>
public sealed class DayBookPage(ReadDayBook read, TimeProvider time) : DeskPage
{
    public DayBook Book { get; private set; } = null!;
    public string? Done { get; private set; }
    public string Address => Desk("day-book");

    public async Task<IActionResult> OnGet([FromQuery] string? day)
    {
        await Fill(DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : time.Today());
        if (JustDone() is ("deposited", var number)) Done = T("paying.done.deposited", ("number", number));
        return Page();
    }

    public async Task<IActionResult> OnPostDeposit(string? seen, string? amount, string? number, [FromServices] DepositCash deposit)
    {
        var typed = Digits.ToAscii(amount ?? "").Replace("₹", "").Replace(",", "").Trim();
        long? minor = decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rupees) && decimal.Round(rupees, 2) == rupees && rupees < 1_000_000_000 ? (long)(rupees * 100) : null;
        var outcome = await deposit.Run(Session, int.TryParse(seen, out var seq) ? seq : -1, minor, (number ?? "").Trim());
        if (outcome.IsDone) return SeeOther(Address, "deposited", outcome.Value.Number.Replace(' ', '-'));
        await Fill(time.Today());
        foreach (var refusal in outcome.Refusals) Show(refusal);
        return outcome.Refusals[0].Code == "paying.book_moved" ? Again(StatusCodes.Status409Conflict) : Page();
    }

    async Task Fill(DateOnly on) => Book = await read.Run(Session, on);
}
