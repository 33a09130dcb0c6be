namespace EkDwar.People.SignOn.Emulator;

/// <summary>
/// What a request to the authorization endpoint must be, from OpenID Connect Core 1.0 (3.1.2.1), RFC 6749 (4.1.1) and RFC 7636
/// (4.3). Stricter than those where they leave room: a state, a nonce and PKCE with S256 are demanded.
/// </summary>
static class AuthorizeRequest
{
    const int ChallengeLength = 43, Longest = 2_000;

    public static EmulatedRefusal? Refused(IQueryCollection asked, EmulatedClient client)
    {
        // Before it is known who asks and where to send her, nobody is sent anywhere (RFC 6749, 4.1.2.1).
        if (asked["client_id"] is not [var id] || id != client.Id) return new("unauthorized_client", "unknown client_id", IsTold: false);
        if (asked["redirect_uri"] is not [var back] || !string.Equals(back, client.RedirectUri, StringComparison.Ordinal)) return new("invalid_request", "redirect_uri is not the registered one", IsTold: false);
        if (asked.FirstOrDefault(said => said.Value.Count > 1 || said.Value.ToString().Length > Longest) is { Key: { } twice }) return new("invalid_request", $"{twice} stands twice, or is too long");
        return Type(asked) ?? Bound(asked) ?? Asked(asked);
    }

    static EmulatedRefusal? Type(IQueryCollection asked)
    {
        if (Text(asked, "response_type") is not { } type) return new("invalid_request", "response_type is missing");
        if (type != "code") return new("unsupported_response_type", "response_type must be code");
        if (Text(asked, "response_mode") is not (null or "query")) return new("invalid_request", "response_mode must be query");
        return (Text(asked, "scope") ?? "").Split(' ').Contains("openid") ? null : new("invalid_scope", "scope must contain openid");
    }

    static EmulatedRefusal? Bound(IQueryCollection asked)
    {
        if (Text(asked, "state") is null) return new("invalid_request", "state is missing");
        if (Text(asked, "nonce") is null) return new("invalid_request", "nonce is missing");
        if (Text(asked, "code_challenge") is not { } challenge) return new("invalid_request", "code_challenge is missing");
        if (Text(asked, "code_challenge_method") != "S256") return new("invalid_request", "code_challenge_method must be S256");
        return challenge.Length == ChallengeLength && challenge.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? null : new("invalid_request", "code_challenge is no SHA-256 in base64url");
    }

    static EmulatedRefusal? Asked(IQueryCollection asked)
    {
        if (Text(asked, "request") is not null) return new("request_not_supported", "request objects are not supported");
        if (Text(asked, "request_uri") is not null) return new("request_uri_not_supported", "request_uri is not supported");
        return Text(asked, "prompt") is "none" ? new("login_required", "nobody is signed in") : null;
    }

    public static string? Text(IQueryCollection asked, string name) => asked[name] is [{ Length: > 0 } text] ? text : null;
}
