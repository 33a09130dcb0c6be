using EkDwar.Design;
using Microsoft.AspNetCore.Http.Extensions;

namespace EkDwar.People.SignOn;

/// <summary>After signing out of a session that began at a state's own sign-on: one is still signed in there, and may sign out there too.</summary>
public sealed class SignedOutPage(SignOnPlaces places, SignOnProvider provider) : EkPage
{
    /// <summary>What officials call the provider; null where the state has none.</summary>
    public string? Called { get; private set; }

    /// <summary>The provider's own page for it (RP-Initiated Logout 1.0); null where it says of none.</summary>
    public string? Address { get; private set; }

    public async Task OnGet(string state)
    {
        if (places.Of(state) is not { } place) return;
        Called = place.Said.Names.In(Language);
        Address = await EndOf(place) is { } end
            ? end + (end.Contains('?', StringComparison.Ordinal) ? "&" : "?") + new QueryBuilder { { "client_id", place.Said.ClientId }, { "post_logout_redirect_uri", place.LeftUrl }, { "ui_locales", Language.Code } }.ToQueryString().Value![1..]
            : null;
    }

    async Task<string?> EndOf(SignOnPlace place)
    {
        try
        {
            return (await provider.Facts(place)).EndSession;
        }
        catch (SignOnSilent)
        {
            return null;
        }
    }
}
