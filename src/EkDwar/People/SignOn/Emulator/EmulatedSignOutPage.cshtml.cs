using EkDwar.Design;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.SignOn.Emulator;

/// <summary>Where one would sign out of a state's provider (RP-Initiated Logout 1.0). The emulated one keeps nobody signed in; it sends back only to where it knows.</summary>
[DevelopmentOnly]
public sealed class EmulatedSignOutPage(OpenIdEmulator emulator) : EkPage
{
    public string? Back { get; private set; }

    public IActionResult OnGet(string state)
    {
        if (emulator.ClientOf(state) is not { } client) return NotFound();
        // Section 3: an address that was not registered, or of a client that is not named, is not gone to.
        if (Request.Query["post_logout_redirect_uri"] is [var wanted] && wanted == client.AfterLogout && Request.Query["client_id"] is [var id] && id == client.Id)
            Back = Request.Query["state"] is [{ Length: > 0 } given] ? $"{wanted}?state={Uri.EscapeDataString(given)}" : wanted;
        return Page();
    }
}
