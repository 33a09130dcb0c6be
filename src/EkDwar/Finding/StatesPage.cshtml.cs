using EkDwar.Design;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Finding;

/// <summary>The door of the house: which state, each by its own name in its own language. With one state there is nothing to choose.</summary>
public sealed class StatesPage(StateFaces states) : EkPage
{
    public IReadOnlyList<StateFace> States => states.All;

    public IActionResult OnGet() => states.AreSeveral ? Page() : LocalRedirect($"/{states.First.Code}/{Language.Code}");
}
