using EkDwar.Foundation;
using EkDwar.People.SignOn.Emulator;
using EkDwar.Places;

namespace EkDwar.People.SignOn;

/// <summary>A state's provider as this house speaks to it: what the state's file says, with the secret that no file has.</summary>
public sealed record SignOnPlace(string State, StateSignOn Said, string Issuer, string Secret)
{
    /// <summary>Ours, of Development: the one provider that may be spoken to without TLS.</summary>
    public bool IsEmulated { get; init; }

    /// <summary>Where the provider sends her back to, to the letter as it was told to the provider.</summary>
    public string ReturnUrl { get; init; } = "";

    /// <summary>Where the provider may send her once she has signed out there.</summary>
    public string LeftUrl { get; init; } = "";

    // A record says all it holds; the secret is said to nobody.
    public override string ToString() => $"sign-on of {State}";
}

/// <summary>
/// Which states' officials may sign in by their state's own sign-on. The secret is <c>SignOn:{state}:Secret</c> of the
/// configuration (<c>SignOn__mh__Secret</c> in the environment); <c>SignOn:{state}:Off</c> switches it off at once, sessions
/// that began with it included.
/// </summary>
public sealed class SignOnPlaces(IReadOnlyDictionary<string, StateProfile> states, IConfiguration configuration, IWebHostEnvironment environment, Settings settings)
{
    public IReadOnlyList<SignOnPlace> All => [.. states.Values.OrderBy(state => state.Order).ThenBy(state => state.Code, StringComparer.Ordinal).Select(state => Of(state.Code)).OfType<SignOnPlace>()];

    /// <summary>Null where the state has none, none is configured, or it is switched off.</summary>
    public SignOnPlace? Of(string? state)
    {
        if (state is null || !states.TryGetValue(state, out var profile) || profile.SignOn is not { } said || configuration[$"SignOn:{state}:Off"] is "true") return null;
        var secret = configuration[$"SignOn:{state}:Secret"] ?? "";
        if (secret.Length == 0 && !environment.IsDevelopment()) return null;
        var home = settings.PublicUrl.Split(';')[0].TrimEnd('/');
        var place = new SignOnPlace(state, said, said.Issuer, secret) { ReturnUrl = $"{home}/desk/sign-on/{state}/back", LeftUrl = $"{home}/desk" };
        return secret.Length > 0 ? place : place with { Issuer = OpenIdEmulator.IssuerOf(settings, state), Secret = OpenIdEmulator.Secret, IsEmulated = true };
    }
}
