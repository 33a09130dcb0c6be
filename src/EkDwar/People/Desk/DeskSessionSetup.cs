using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EkDwar.People.Desk;

/// <summary>
/// A desk session lives as long as its official holds its post and has the passkey it began with: asked of the database at
/// most once a minute per session, so that somebody transferred away, or with a key that was taken away, is out within
/// sixty seconds.
/// </summary>
public static class DeskSessionSetup
{
    const string AskedAt = "asked_at";
    static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(60);

    public static void Watch(CookieAuthenticationOptions options) => options.Events.OnValidatePrincipal = Check;

    static async Task Check(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        if (long.TryParse(context.Properties.GetString(AskedAt), out var ticks) && new DateTime(ticks, DateTimeKind.Utc) is var asked
            && asked <= now && now < asked + GoodFor) return;
        if (context.Principal is { } principal && DeskSession.Of(principal) is { } session
            && await services.GetRequiredService<HeldPosts>().Has(session.OfficialId, session.PostId)
            && (context.Properties.GetString(DeskSession.ByPasskey) is not { } passkey || await services.GetRequiredService<PasskeyStore>().Has(session.OfficialId, passkey)))
        {
            context.Properties.SetString(AskedAt, now.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture));
            // Said here too, so that the page shown now names the end of the session as renewed.
            var life = context.Properties.ExpiresUtc - context.Properties.IssuedUtc;
            (context.Properties.IssuedUtc, context.Properties.ExpiresUtc) = (now, now + life);
            context.ShouldRenew = true;
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(DeskSession.Scheme);
    }
}
