using EkDwar.Design;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Cases.Registers.Emulator;

/// <summary>Development only: what the emulated registers hold, and a switch that takes them away or brings them back.</summary>
[DevelopmentOnly]
public sealed class RegistersPage(EmulatedRegisters registers) : EkPage
{
    public bool IsAway => registers.IsAway;

    public IReadOnlyList<(string Name, IReadOnlyList<string> Keys)> Registers =>
        [.. registers.Names.Select(name => (name, (IReadOnlyList<string>)[.. registers.Records(name)!.Select(record => string.Join(", ", record.Key.Select(part => $"{part.Key} {part.Value}")))]))];

    public void OnGet() { }

    public IActionResult OnPost(string? away)
    {
        registers.IsAway = away == "yes";
        return RedirectToPage();
    }
}
