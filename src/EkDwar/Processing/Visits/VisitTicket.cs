using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EkDwar.Processing.Visits;

/// <summary>That the code of a visit was typed in this browser: sealed in a cookie for half a day. It opens that visit and nothing else, and only while its link is open.</summary>
public sealed class VisitTicket(IDataProtectionProvider protection)
{
    public const string Cookie = "ek-visit";

    // A day in the field has hours without a signal.
    static readonly TimeSpan Life = TimeSpan.FromHours(12);

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("field-visit").ToTimeLimitedDataProtector();

    public string Seal(Guid visitId) => protector.Protect(visitId.ToString("N"), Life);

    public void Keep(IResponseCookies cookies, Guid visitId, bool isHttps) => cookies.Append(Cookie, Seal(visitId),
        new CookieOptions { HttpOnly = true, Secure = isHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = Life });

    /// <summary>Null when there is none, it is old, or it was tampered with.</summary>
    public Guid? Read(IRequestCookieCollection cookies)
    {
        try
        {
            return Guid.Parse(protector.Unprotect(cookies[Cookie] ?? ""));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
