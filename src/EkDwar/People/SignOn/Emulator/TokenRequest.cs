using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace EkDwar.People.SignOn.Emulator;

/// <summary>What a request to the token endpoint must be, from RFC 6749 (2.3, 4.1.3, 5.2) and RFC 7636 (4.5, 4.6).</summary>
static class TokenRequest
{
    const int ShortestVerifier = 43, LongestVerifier = 128;
    static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(1);

    public static EmulatedRefusal? Refused(string header, IFormCollection form, EmulatedClient client)
    {
        if (form.Any(said => said.Value.Count > 1)) return new("invalid_request", "a parameter stands twice");
        var body = form.ContainsKey("client_secret");
        if (header.Length > 0 && body) return new("invalid_request", "two ways of authentication in one request");
        var isKnown = header.Length > 0 ? header == Basic(client) : body && form["client_id"] == client.Id && form["client_secret"] == client.Secret;
        if (!isKnown) return new("invalid_client", "client authentication failed", Status: StatusCodes.Status401Unauthorized);
        if (form["grant_type"] is not [{ Length: > 0 } grant]) return new("invalid_request", "grant_type is missing");
        return grant == "authorization_code" ? null : new("unsupported_grant_type", "grant_type must be authorization_code");
    }

    // 2.3.1: id and secret are written as in a form, and then as Basic.
    static string Basic(EmulatedClient client) => "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{WebUtility.UrlEncode(client.Id)}:{WebUtility.UrlEncode(client.Secret)}"));

    /// <summary>Whether this code is given for this form. One that comes a second time is refused, whoever brings it.</summary>
    public static EmulatedRefusal? Refused(IFormCollection form, EmulatedCode? code, EmulatedClient client, DateTimeOffset now)
    {
        if (form["code"] is not [{ Length: > 0 }]) return new("invalid_request", "code is missing");
        if (code is null || code.Client.Id != client.Id) return new("invalid_grant", "there is no such code");
        if (code.IsUsed) return new("invalid_grant", "the code was used");
        code.IsUsed = true;
        if (now >= code.At + CodeLife) return new("invalid_grant", "the code is too old");
        if (form["redirect_uri"] != code.RedirectUri) return new("invalid_grant", "redirect_uri is another than in the request");
        if (form["code_verifier"] is not [{ Length: >= ShortestVerifier and <= LongestVerifier } verifier] || !verifier.All(IsUnreserved)) return new("invalid_request", "code_verifier is missing or malformed");
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == code.Challenge ? null : new("invalid_grant", "code_verifier does not fit the challenge");
    }

    static bool IsUnreserved(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~';
}
