using System.Globalization;
using System.Security.Claims;
using EkDwar.Foundation.Web;
using EkDwar.People.SignIns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EkDwar.Tests;

/// <summary>The cookie of a session, sealed with the house's own keys, and the sign-in it belongs to; no page was opened for it.</summary>
/// <param name="Value">without its name</param>
sealed record SealedSession(string Name, string Value, SignIn SignIn)
{
    public static SealedSession Of(TestHouse house, ClaimsPrincipal who, string scheme)
    {
        var options = house.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var now = house.Clock.GetUtcNow();
        var lasting = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan };
        lasting.SetString(SessionLimit.BeganAt, now.UtcTicks.ToString(CultureInfo.InvariantCulture));
        var holder = Holder.Of(who);
        var signIn = new SignIn
        {
            SignInId = Guid.CreateVersion7(), AccountId = holder.AccountId, OfficialId = holder.OfficialId, BeganAt = now.UtcDateTime, SeenAt = now.UtcDateTime, ProvedAt = holder.OfficialId is null ? null : now.UtcDateTime,
            EndsAt = now.UtcDateTime + SessionLimit.Longest, Browser = "other other",
        };
        SignInSetup.Mark(lasting, signIn.SignInId);
        return new(options.Cookie.Name!, options.TicketDataFormat.Protect(new(who, lasting, scheme)), signIn);
    }

    /// <summary>Writes its sign-in, without which it opens nothing.</summary>
    public SealedSession Begun(TestHouse house)
    {
        using var scope = house.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<EkDwar.Foundation.Database.EkDwarDb>();
        db.Add(SignIn);
        db.SaveChanges();
        return this;
    }
}
