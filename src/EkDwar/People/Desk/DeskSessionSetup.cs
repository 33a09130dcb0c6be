using System.Globalization;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People.SignOn;
using EkDwar.Places;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Desk;

/// <summary>
/// A desk session lives as long as its official may act from its post and has what it began with, passkey, password or sign-on:
/// asked of the database at most once a minute per session, so that somebody transferred away, on leave, no longer in charge, or with
/// factors that were taken away, is out within sixty seconds.
/// </summary>
public static class DeskSessionSetup
{
    const string AskedAt = "asked_at";
    static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(60);

    public static void Watch(CookieAuthenticationOptions options)
    {
        options.Events.OnValidatePrincipal = Check;
        options.Events.OnSigningIn = Begin;
    }

    static Task Begin(CookieSigningInContext context)
    {
        if (context.Properties.GetString(DeskSession.BeganAt) is null)
            context.Properties.SetString(DeskSession.BeganAt, Written(context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().UtcNow()));
        return Task.CompletedTask;
    }

    public static string Written(DateTime at) => at.Ticks.ToString(CultureInfo.InvariantCulture);

    // Each minute for every session: translated once.
    static readonly Func<EkDwarDb, Guid, DateTime, Task<bool>> HasLostFactors = EF.CompileAsyncQuery((EkDwarDb db, Guid officialId, DateTime since) =>
        db.Set<Official>().Any(official => official.OfficialId == officialId && official.FactorsEndedAt >= since));

    // A session that does not say when it began is older than any loss.
    static DateTime Began(AuthenticationProperties properties) => new(long.TryParse(properties.GetString(DeskSession.BeganAt), out var ticks) ? ticks : 0, DateTimeKind.Utc);

    // Switched off, or she is no longer known by it: what began there is over.
    static async Task<bool> Stands(IServiceProvider services, Guid officialId, string state) =>
        services.GetRequiredService<SignOnPlaces>().Of(state) is not null && await services.GetRequiredService<SignOnBook>().IsLinked(officialId, state);

    static async Task Check(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        if (long.TryParse(context.Properties.GetString(AskedAt), out var ticks) && new DateTime(ticks, DateTimeKind.Utc) is var asked
            && asked <= now && now < asked + GoodFor) return;
        if (context.Principal is { } principal && DeskSession.Of(principal) is { } session
            && await services.GetRequiredService<HeldPosts>().Has(session.OfficialId, session.PostId)
            && !await HasLostFactors(services.GetRequiredService<EkDwarDb>(), session.OfficialId, Began(context.Properties))
            && (context.Properties.GetString(DeskSession.ByPasskey) is not { } passkey || await services.GetRequiredService<PasskeyStore>().Has(session.OfficialId, passkey))
            && (context.Properties.GetString(DeskSession.BySignOn) is not { } state || await Stands(services, session.OfficialId, state)))
        {
            context.Properties.SetString(AskedAt, Written(now));
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
