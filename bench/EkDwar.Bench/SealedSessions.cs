using System.Security.Claims;
using EkDwar.People;
using EkDwar.People.SignIns;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EkDwar.Bench;

/// <summary>A browser's cookies after signing in and opening a form, and that form's own token.</summary>
public sealed record BrowserSession(string Cookies, string FormToken);

/// <summary>Seals session cookies and form tokens with the application's own keys, as signing in and opening a form would.</summary>
public sealed class SealedSessions(OpenHouse house)
{
    readonly IOptionsMonitor<CookieAuthenticationOptions> cookies = house.Get<IOptionsMonitor<CookieAuthenticationOptions>>();
    readonly IAntiforgery antiforgery = house.Get<IAntiforgery>();
    readonly string formCookie = house.Get<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!;

    public BrowserSession Of(CitizenSession session) => Of(session.ToPrincipal(), CitizenSession.Scheme);

    public BrowserSession Of(DeskSession session) => Of(session.ToPrincipal(), DeskSession.Scheme);

    BrowserSession Of(ClaimsPrincipal principal, string scheme)
    {
        var options = cookies.Get(scheme);
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan };
        SignInSetup.Mark(properties, Begun(Holder.Of(principal)));
        var ticket = options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, scheme));
        var context = new DefaultHttpContext { RequestServices = house.Services, User = principal };
        var tokens = antiforgery.GetTokens(context);
        return new($"{options.Cookie.Name}={ticket}; {formCookie}={tokens.CookieToken}; lang=mr", tokens.RequestToken!);
    }

    // A session opens nothing without its sign-in.
    Guid Begun(Holder who)
    {
        using var scope = house.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<SignInBook>().Begin(who, userAgent: null, provedAt: who.OfficialId is null ? null : TimeProvider.System.GetUtcNow().UtcDateTime).GetAwaiter().GetResult();
    }
}
