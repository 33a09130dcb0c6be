using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace EkDwar.People.SignOn.Emulator;

/// <summary>An identity token (OpenID Connect Core 2), right, or wrong in the one way a test asked for.</summary>
static class EmulatedToken
{
    const int Life = 300;

    public static string Of(EmulatedCode code, string issuer, EmulatedKey key, EmulatorFault fault, DateTimeOffset now)
    {
        var header = new JsonObject { ["alg"] = key.Algorithm, ["typ"] = fault == EmulatorFault.OtherType ? "at+jwt" : "JWT", ["kid"] = key.Id };
        var signed = Head(header, key, fault) + "." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Claims(code, issuer, fault, now).ToJsonString()));
        return fault switch
        {
            EmulatorFault.AlgNone or EmulatorFault.NoSignature => signed + ".",
            EmulatorFault.PublicKeyAsSecret => signed + "." + Base64Url.EncodeToString(HMACSHA256.HashData(key.PublicBytes(), Encoding.ASCII.GetBytes(signed))),
            EmulatorFault.Encrypted => signed + ".x.y.z",
            EmulatorFault.SwappedKey or EmulatorFault.KeyInHeader => signed + "." + Foreign(key.Algorithm, signed),
            _ => signed + "." + Base64Url.EncodeToString(key.Signature(signed)),
        };
    }

    static string Foreign(string algorithm, string signed)
    {
        using var other = EmulatedKey.New(algorithm);
        return Base64Url.EncodeToString(other.Signature(signed));
    }

    static string Head(JsonObject header, EmulatedKey key, EmulatorFault fault)
    {
        if (fault == EmulatorFault.AlgNone) header["alg"] = "none";
        if (fault == EmulatorFault.PublicKeyAsSecret) header["alg"] = "HS256";
        if (fault == EmulatorFault.OtherAlgorithm) header["alg"] = key.Algorithm == "ES256" ? "RS256" : "ES256";
        if (fault == EmulatorFault.KeyInHeader) header["jwk"] = key.ToJson();
        if (fault == EmulatorFault.CriticalExtension) (header["crit"], header["urn:x"]) = (new JsonArray("urn:x"), true);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()));
    }

    static JsonObject Claims(EmulatedCode code, string issuer, EmulatorFault fault, DateTimeOffset now)
    {
        var at = now.ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = issuer, ["sub"] = code.Subject, ["aud"] = code.Client.Id, ["exp"] = at + Life, ["iat"] = at, ["auth_time"] = at, ["nonce"] = code.Nonce,
            ["amr"] = code.HasTwoFactors ? new JsonArray("pwd", "otp", "mfa") : new JsonArray("pwd"), ["preferred_username"] = code.Login,
        };
        switch (fault)
        {
            case EmulatorFault.WrongIssuer: claims["iss"] = issuer + "/"; break;
            case EmulatorFault.OtherAudience: claims["aud"] = "another"; break;
            case EmulatorFault.MoreAudiences: claims["aud"] = new JsonArray(code.Client.Id, "another"); break;
            case EmulatorFault.OtherParty: claims["azp"] = "another"; break;
            case EmulatorFault.OtherNonce: claims["nonce"] = "another"; break;
            case EmulatorFault.NoNonce: claims.Remove("nonce"); break;
            case EmulatorFault.Expired: claims["exp"] = at - Life; break;
            case EmulatorFault.NoExpiry: claims.Remove("exp"); break;
            case EmulatorFault.NotYet: claims["nbf"] = at + Life; break;
            case EmulatorFault.IssuedLongAgo: claims["iat"] = at - 24 * 60 * 60; break;
            case EmulatorFault.NoSubject: claims.Remove("sub"); break;
            case EmulatorFault.NoAskedTime: claims.Remove("auth_time"); break;
            case EmulatorFault.AskedLongAgo: claims["auth_time"] = at - 24 * 60 * 60; break;
            case EmulatorFault.NoLogin: claims.Remove("preferred_username"); break;
        }
        return claims;
    }
}
