using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing.Timers;

/// <summary>How late the house is with its own work, by kind: for those who look after an office.</summary>
public sealed class TimersPage(ReadTimers read, TimeProvider time) : DeskPage
{
    /// <summary>Null where this post looks after no office.</summary>
    public IReadOnlyList<TimerLine>? Lines { get; private set; }

    public string AsOf => DayPart.At(time.UtcNow(), Language);

    public async Task<IActionResult> OnGet()
    {
        Lines = await read.Run(Session);
        return Lines is null ? Again(StatusCodes.Status403Forbidden) : Page();
    }

    /// <summary>What a kind of work is called; its own word where it has no name for people.</summary>
    public string Named(string kind) => Texts.Has("processing.timers.kind." + kind) ? T("processing.timers.kind." + kind) : kind;
}
