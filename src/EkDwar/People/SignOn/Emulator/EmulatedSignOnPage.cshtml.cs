using EkDwar.Design;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.SignOn.Emulator;

/// <summary>Where a state's provider would ask who one is. This one believes whatever login is typed, and says so itself.</summary>
[DevelopmentOnly]
public sealed class EmulatedSignOnPage(OpenIdEmulator emulator) : EkPage
{
    const int LongestLogin = 200;

    public string? Login { get; private set; }

    /// <summary>Why the request cannot be answered, and nobody can be sent back; null when it can.</summary>
    public EmulatedRefusal? Refusal { get; private set; }

    public IActionResult OnGet(string state) => Judged(state) ?? Page();

    /// <param name="way">both: with two factors; one: with a password alone; no: she goes back without signing in.</param>
    public IActionResult OnPost(string state, string? login, string? way)
    {
        if (Judged(state) is { } refused) return refused;
        if (way == "no") return Redirect(emulator.Refused(state, Request.Query, new("access_denied", "she did not want to")));
        Login = (login ?? "").Trim();
        if (Login.Length is 0 or > LongestLogin) Problem("login", "people.emulator.login_needed");
        return ModelState.IsValid ? Redirect(emulator.SignedIn(state, Request.Query, Login, way == "both")) : Page();
    }

    IActionResult? Judged(string state)
    {
        if (emulator.ClientOf(state) is not { } client) return NotFound();
        Refusal = AuthorizeRequest.Refused(Request.Query, client);
        if (Refusal is null) return null;
        return Refusal.IsTold ? Redirect(emulator.Refused(state, Request.Query, Refusal)) : new Microsoft.AspNetCore.Mvc.RazorPages.PageResult { StatusCode = Refusal.Status };
    }
}
