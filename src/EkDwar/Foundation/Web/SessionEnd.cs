using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Authentication;

namespace EkDwar.Foundation.Web;

/// <summary>When the session of this request ends if nothing more is asked, an instant; and how long a new one lasts.</summary>
public sealed record SessionEnd(string Scheme, DateTime At, TimeSpan Left, TimeSpan Life)
{
    /// <summary>Read from the session's own cookie, which authorization has opened already. Null when nobody is signed in on this page.</summary>
    public static SessionEnd? Of(HttpContext context)
    {
        if (context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult is not { Succeeded: true, Ticket: { } ticket }) return null;
        if (ticket.Properties is not { IssuedUtc: { } issued, ExpiresUtc: { } expires }) return null;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().UtcNow();
        var (life, left) = (expires - issued, expires.UtcDateTime - now);
        // The cookie handler's own rule: past its middle, a session begins anew with this answer.
        if (now - issued.UtcDateTime > left) left = life;
        return new(ticket.AuthenticationScheme, now + left, left, life);
    }
}
