using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>
/// The OpenID provider a state's officials already sign in at, as far as anybody may know it: where it is, as whom it knows
/// this house, and by which claim it names a login. Not the secret: that is configuration, and without it nothing is offered.
/// </summary>
public sealed class StateSignOn
{
    const int LongestIssuer = 300, MostScopes = 10;

    /// <summary>As the provider writes it into its tokens, to the letter.</summary>
    public string Issuer { get; init; } = "";
    public string ClientId { get; init; } = "";

    /// <summary>What officials call it.</summary>
    public LocalText Names { get; init; } = [];

    /// <summary>The claim of the identity token that holds the login of the house.</summary>
    public string Login { get; init; } = "";

    /// <summary>What is asked for beside the identity itself, so that the token has that claim.</summary>
    public List<string> Scopes { get; init; } = [];

    /// <summary>How the provider says that it asked for two factors; null where the house asks for the second one itself.</summary>
    public ProvenFactor? SecondFactor { get; init; }

    /// <summary>The order by which officials sign in there, or "example".</summary>
    public string Source { get; init; } = "";

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(IsAddress(Issuer), this, "issuer", "the provider is known by an address of https without query or fragment", "write it as its tokens have it");
        sheet.Needs(ClientId.Length > 0, this, "client_id", "the provider knows the house by a client id", "add 'client_id'");
        sheet.Needs(Names.Count > 0, this, "names", "officials call the provider something", "add 'names', in each language");
        sheet.Needs(Login.Length > 0, this, "login", "a claim names the login", "write the claim, such as preferred_username");
        sheet.Needs(Scopes.Count <= MostScopes && Scopes.TrueForAll(IsScope), this, "scopes", "a scope is a word without spaces, and ten are enough", "write them as a list");
        if (SecondFactor is { } second) sheet.Needs(second.Acr.Count + second.Amr.Count > 0, second, "acr", "two factors are known by a value of acr or amr", "write 'acr' or 'amr' with its values");
        sheet.Needs(Source.Length > 0, this, "source", "how officials sign in needs its source", "write the order, or 'example'");
    }

    static bool IsAddress(string issuer) => issuer.Length <= LongestIssuer && Uri.TryCreate(issuer, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;

    static bool IsScope(string scope) => scope.Length > 0 && scope.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or ':' or '/');
}

/// <summary>What in an identity token says that two factors were asked for: one of these values of <c>acr</c>, or one of <c>amr</c>.</summary>
public sealed class ProvenFactor
{
    public List<string> Acr { get; init; } = [];
    public List<string> Amr { get; init; } = [];
}
