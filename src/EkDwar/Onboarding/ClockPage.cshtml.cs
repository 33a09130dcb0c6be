using System.Globalization;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.Onboarding;

/// <summary>Development only: the time of the house, which is put forward here, so that a limit of months passes in a minute; and back to the real one.</summary>
[DevelopmentOnly]
public sealed class ClockPage(DevelopmentClock clock) : EkPage
{
    public string Now => DayPart.At(clock.UtcNow(), Language);

    public string RealNow => DayPart.At(clock.RealNow.UtcDateTime, Language);

    public bool IsAhead => clock.Ahead > TimeSpan.Zero;

    public string DaysAhead => ((int)clock.Ahead.TotalDays).ToString(CultureInfo.InvariantCulture);

    public string Address => $"/dev/clock?lang={Language.Code}";

    public void OnGet() { }

    public IActionResult OnPostDays(string? days) =>
        int.TryParse(Digits.ToAscii(days?.Trim() ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var by) && clock.TryMoveOn(TimeSpan.FromDays(by)) ? Again() : Not("days");

    /// <summary>To the same hour of a day that is still to come.</summary>
    public IActionResult OnPostDay()
    {
        var read = TypedDate.Read(Box("day"), Box("month"), Box("year"), Language);
        if (!read.IsDone)
        {
            Refuse(read.Refusals, field => $"on-{field}");
            return Page();
        }
        return clock.TryMoveOn(TimeSpan.FromDays(read.Value.DayNumber - clock.Today().DayNumber)) ? Again() : Not("on");
    }

    public IActionResult OnPostReal()
    {
        clock.BackToReal();
        return Again();
    }

    string Box(string part) => Request.Form[$"on-{part}"].ToString();

    PageResult Not(string field)
    {
        Problem(field, "onboarding.clock.only_forward", ("days", DevelopmentClock.MostDays.ToString(CultureInfo.InvariantCulture)));
        return Page();
    }

    StatusCodeResult Again()
    {
        Response.Headers.Location = Address;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
