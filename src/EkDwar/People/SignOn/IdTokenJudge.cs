using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation.Time;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EkDwar.People.SignOn;

/// <summary>What is believed of an identity token: who the provider knows, by what login, whether it asked for two factors, and when; null where it does not say.</summary>
public sealed record BelievedToken(string Subject, string Login, bool HasTwoFactors, DateTime? AskedAt);

/// <summary>
/// Judges an identity token as OpenID Connect Core 3.1.3.7 asks, and where that leaves room the stricter way: one audience,
/// three algorithms, keys of the provider's own set alone, issued just now for the question this browser carries.
/// </summary>
public sealed class IdTokenJudge(SignOnProvider provider, TimeProvider time)
{
    public const int LargestToken = 16 * 1024;
    const int LongestSubject = 255, LongestLogin = 200;

    static readonly string[] Algorithms = ["RS256", "PS256", "ES256"];
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(1), Fresh = TimeSpan.FromMinutes(10);
    static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LargestToken };
    // What it would remember of keys is remembered by whoever reads them.
    static readonly CryptoProviderFactory Crypto = new() { CacheSignatureProviders = false };

    /// <summary>Null where anything of it is wrong; what, is told to nobody.</summary>
    public async Task<BelievedToken?> Judge(SignOnPlace place, string token, string nonce)
    {
        if (Parsed(token) is not { } read || !Algorithms.Contains(read.Alg) || read.Typ is { Length: > 0 } typ && !typ.Equals("JWT", StringComparison.OrdinalIgnoreCase)) return null;
        // An extension that must be understood is not understood here (RFC 7515, 4.1.11).
        if (read.TryGetHeaderValue<object>("crit", out _)) return null;
        var keys = (await provider.Keys(place, read.Kid is { Length: > 0 } kid ? kid : null)).Where(key => key.Alg is null or "" || key.Alg == read.Alg).ToList();
        if (keys.Count == 0) return null;
        var judged = await Handler.ValidateTokenAsync(token, Demands(place, keys));
        return judged.IsValid && IsForUs(read, place) && IsAnswerTo(read, nonce) && IsFresh(read) ? Believed(read, place) : null;
    }

    static JsonWebToken? Parsed(string token)
    {
        if (token.Length > LargestToken || token.Count(letter => letter == '.') != 2) return null;
        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    TokenValidationParameters Demands(SignOnPlace place, IEnumerable<JsonWebKey> keys) => new()
    {
        ValidIssuer = place.Issuer, ValidAudience = place.Said.ClientId, IssuerSigningKeys = keys, ValidAlgorithms = Algorithms, CryptoProviderFactory = Crypto,
        RequireSignedTokens = true, RequireExpirationTime = true, TryAllIssuerSigningKeys = true,
        LifetimeValidator = (from, until, _, _) => until + Skew > time.UtcNow() && !(from - Skew > time.UtcNow()),
    };

    static bool IsForUs(JsonWebToken read, SignOnPlace place) => read.Audiences.SequenceEqual([place.Said.ClientId])
        && (!read.TryGetPayloadValue<string>("azp", out var party) || party == place.Said.ClientId);

    static bool IsAnswerTo(JsonWebToken read, string nonce) => read.TryGetPayloadValue<string>("nonce", out var said) && Same(said, nonce);

    bool IsFresh(JsonWebToken read)
    {
        var now = time.UtcNow();
        return read.IssuedAt > now - Fresh && read.IssuedAt < now + Skew;
    }

    BelievedToken? Believed(JsonWebToken read, SignOnPlace place)
    {
        if (read.Subject is not { Length: > 0 and <= LongestSubject } subject) return null;
        if (!read.TryGetPayloadValue<string>(place.Said.Login, out var login) || login is not { Length: > 0 and <= LongestLogin }) login = "";
        // An address she only says is hers names nobody.
        if (place.Said.Login == "email" && !(read.TryGetPayloadValue<bool>("email_verified", out var isVerified) && isVerified)) login = "";
        var ways = read.Claims.Where(claim => claim.Type == "amr").Select(claim => claim.Value).ToList();
        var hasTwo = place.Said.SecondFactor is { } second && (second.Amr.Any(ways.Contains) || read.TryGetPayloadValue<string>("acr", out var acr) && second.Acr.Contains(acr));
        return new(subject, login.Trim().ToLowerInvariant(), hasTwo, AskedAt(read));
    }

    // A time that has not come yet tells nothing.
    DateTime? AskedAt(JsonWebToken read)
    {
        if (!read.TryGetPayloadValue<long>("auth_time", out var seconds) || seconds is <= 0 or > uint.MaxValue) return null;
        var (now, at) = (time.UtcNow(), DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime);
        return at > now + Skew ? null : at > now ? now : at;
    }

    public static bool Same(string? one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one ?? ""), Encoding.UTF8.GetBytes(other));
}
