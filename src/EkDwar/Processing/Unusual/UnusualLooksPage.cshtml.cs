using EkDwar.Foundation.Languages;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing.Unusual;

/// <summary>What those who look after an office are pointed to: looks at citizens' applications that its state calls unusual. It judges nobody.</summary>
public sealed class UnusualLooksPage(ReadUnusualLooks read) : DeskPage
{
    /// <summary>Null where this post looks after nobody.</summary>
    public IReadOnlyList<UnusualLine>? Lines { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        Lines = await read.Run(Session);
        return Lines is null ? Again(StatusCodes.Status403Forbidden) : Page();
    }

    public string When(DateTime at) => DayPart.At(at, Language);
}
