using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace EkDwar.People.SignOn;

/// <summary>A sign-on that was begun in this browser: what its answer must match, and where to go then.</summary>
/// <param name="State">Of the state whose provider was asked.</param>
/// <param name="Answer">What the provider must give back with the code, unguessable (the <c>state</c> of RFC 6749).</param>
public sealed record PendingSignOn(string State, string Answer, string Nonce, string Verifier, string Language, string ReturnUrl)
{
    /// <summary>The sign-in in which somebody proves anew who she is; null where somebody signs in.</summary>
    public Guid? Proves { get; init; }

    public DateTime BegunAt { get; init; }
}

/// <summary>Somebody came back from the provider: who she is, or why not. No session yet.</summary>
public sealed record ArrivedSignOn(string State, string ReturnUrl, DateTime At)
{
    public Guid? OfficialId { get; init; }

    /// <summary>The provider did not say that it asked for two factors: the house asks for the second one.</summary>
    public bool NeedsFactor { get; init; }

    /// <summary>When the provider says that it asked who she is; null where it says nothing of it.</summary>
    public DateTime? AskedAt { get; init; }

    /// <summary>She was signed in already, and proved anew who she is, or did not.</summary>
    public bool IsForProof { get; init; }

    /// <summary>The code of what stood against it.</summary>
    public string? Refused { get; init; }
}

/// <summary>
/// Carries a sign-on through the provider and back, sealed in cookies of this browser for minutes. Lax and not Strict,
/// because the way back begins at another site.
/// </summary>
public sealed class SignOnTicket(IDataProtectionProvider protection)
{
    public const string PendingCookie = "ek-sign-on", ArrivedCookie = "ek-signed-on";
    static readonly TimeSpan PendingLife = TimeSpan.FromMinutes(10), ArrivedLife = TimeSpan.FromMinutes(5);

    readonly ITimeLimitedDataProtector pendings = protection.CreateProtector("sign-on", "pending").ToTimeLimitedDataProtector();
    readonly ITimeLimitedDataProtector arrivals = protection.CreateProtector("sign-on", "arrived").ToTimeLimitedDataProtector();

    public void Keep(IResponseCookies cookies, PendingSignOn pending, bool isHttps) =>
        cookies.Append(PendingCookie, pendings.Protect(JsonSerializer.Serialize(pending), PendingLife), Shape(PendingLife, isHttps));

    public void Keep(IResponseCookies cookies, ArrivedSignOn arrived, bool isHttps) =>
        cookies.Append(ArrivedCookie, arrivals.Protect(JsonSerializer.Serialize(arrived), ArrivedLife), Shape(ArrivedLife, isHttps));

    static CookieOptions Shape(TimeSpan life, bool isHttps) =>
        new() { HttpOnly = true, Secure = isHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = life };

    /// <summary>Null when there is none, it is old, or it was tampered with.</summary>
    public PendingSignOn? Pending(IRequestCookieCollection cookies) => Open<PendingSignOn>(pendings, cookies[PendingCookie]);

    /// <summary>As <see cref="Pending"/>.</summary>
    public ArrivedSignOn? Arrived(IRequestCookieCollection cookies) => Open<ArrivedSignOn>(arrivals, cookies[ArrivedCookie]);

    public static void Drop(IResponseCookies cookies, string name) => cookies.Delete(name);

    static T? Open<T>(ITimeLimitedDataProtector protector, string? text) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(text ?? ""));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
