using EkDwar.Foundation;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EkDwar.People;

/// <summary>Which mobile is being confirmed, and where to go then.</summary>
public sealed record PendingSignIn(PhoneNumber Mobile, string ReturnUrl);

/// <summary>Carries a pending sign-in from the number's page to the code's, sealed in a cookie for ten minutes; never in an address.</summary>
public sealed class SignInTicket(IDataProtectionProvider protection)
{
    const string Cookie = "ek-sign-in";
    static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("sign-in").ToTimeLimitedDataProtector();

    public void Keep(IResponseCookies cookies, PendingSignIn pending, bool isHttps) => cookies.Append(Cookie,
        protector.Protect($"{pending.Mobile.Digits}\n{pending.ReturnUrl}", Life),
        new CookieOptions { HttpOnly = true, Secure = isHttps, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Life });

    /// <summary>Null when there is none, it is old, or it was tampered with.</summary>
    public PendingSignIn? Read(IRequestCookieCollection cookies)
    {
        try
        {
            var parts = protector.Unprotect(cookies[Cookie] ?? "").Split('\n');
            return PhoneNumber.TryParse(parts[0], out var mobile) ? new(mobile, parts[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Drop(IResponseCookies cookies) => cookies.Delete(Cookie);
}
