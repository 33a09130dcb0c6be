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

    public void Keep(HttpContext context, PendingSignIn pending) => context.Response.Cookies.Append(Cookie,
        protector.Protect($"{pending.Mobile.Digits}\n{pending.ReturnUrl}", Life),
        new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Life });

    /// <summary>Null when there is none, it is old, or it was tampered with.</summary>
    public PendingSignIn? Read(HttpContext context)
    {
        try
        {
            var parts = protector.Unprotect(context.Request.Cookies[Cookie] ?? "").Split('\n');
            return PhoneNumber.TryParse(parts[0], out var mobile) ? new(mobile, parts[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Drop(HttpContext context) => context.Response.Cookies.Delete(Cookie);
}
