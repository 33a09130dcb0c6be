using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Notifying;

/// <summary>Development's phone: every message that would have left, newest first. No page at all anywhere else.</summary>
public sealed class PhonePage(DevelopmentPhone phone, IWebHostEnvironment environment) : EkPage
{
    public IReadOnlyList<(string To, string Text, string Language, DateTime SentAt)> Messages { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!environment.IsDevelopment()) return NotFound();
        Messages = await phone.Latest();
        return Page();
    }

    public string When(DateTime at)
    {
        var local = StateTime.Local(at);
        return DayPart.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), Language);
    }
}
