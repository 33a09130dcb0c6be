using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Authentication;

namespace EkDwar.Foundation.Web;

/// <summary>When the session of this request ends if nothing more is asked, an instant; and how long a new one lasts.</summary>
public sealed record SessionEnd(string Scheme, DateTime At, TimeSpan Left, TimeSpan Life)
{
    /// <summary>Read from the session's own cookie, which authorization has opened already. Null when nobody is signed in on this page.</summary>
    public static async ValueTask<SessionEnd?> Of(HttpContext context)
    {
        if (context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult is not { Succeeded: true, Ticket.AuthenticationScheme: { } scheme }) return null;
        // Authorization gives the principal alone; the scheme's own handler has opened the cookie once and remembers it.
        if ((await context.AuthenticateAsync(scheme)).Properties is not { IssuedUtc: { } issued, ExpiresUtc: { } expires }) return null;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().UtcNow();
        var (life, left) = (expires - issued, expires.UtcDateTime - now);
        // The cookie handler's own rule: past its middle, a session begins anew with this answer.
        if (now - issued.UtcDateTime > left) left = life;
        if (SessionLimit.Left((await context.AuthenticateAsync(scheme)).Properties!, now) is { } most && most < left) left = most;
        return new(scheme, now + left, left, life);
    }
}
