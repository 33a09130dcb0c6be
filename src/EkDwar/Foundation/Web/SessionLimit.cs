using System.Globalization;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EkDwar.Foundation.Web;

/// <summary>However busy it is, a session ends twelve hours after somebody proved who she is; what she does in it does not put that off.</summary>
public static class SessionLimit
{
    /// <summary>Among the properties of a session: when its holder proved who she is, in ticks.</summary>
    public const string BeganAt = "began_at";
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Bounds the sessions of a scheme. Who goes on in one as somebody <paramref name="isGoingOn"/> knows has not begun anew.</summary>
    public static void Bound(CookieAuthenticationOptions options, Func<CookieSigningInContext, bool> isGoingOn)
    {
        var (signIn, validate) = (options.Events.OnSigningIn, options.Events.OnValidatePrincipal);
        options.Events.OnSigningIn = async context =>
        {
            var before = context.Properties.GetString(BeganAt) ?? (isGoingOn(context) ? (await context.HttpContext.AuthenticateAsync(context.Scheme.Name)).Properties?.GetString(BeganAt) : null);
            context.Properties.SetString(BeganAt, before ?? Now(context.HttpContext).Ticks.ToString(CultureInfo.InvariantCulture));
            await signIn(context);
        };
        options.Events.OnValidatePrincipal = async context =>
        {
            if (Left(context.Properties, Now(context.HttpContext)) is { } left && left <= TimeSpan.Zero)
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(context.Scheme.Name);
            }
            else await validate(context);
        };
    }

    /// <summary>How long a session may go on at most; null when it does not say when it began.</summary>
    public static TimeSpan? Left(AuthenticationProperties properties, DateTime now) =>
        long.TryParse(properties.GetString(BeganAt), NumberStyles.None, CultureInfo.InvariantCulture, out var began) ? new DateTime(began, DateTimeKind.Utc) + Longest - now : null;

    static DateTime Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().UtcNow();
}
