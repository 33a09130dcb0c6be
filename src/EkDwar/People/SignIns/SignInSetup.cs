using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EkDwar.People.SignIns;

/// <summary>
/// Ties the session of a cookie to its <see cref="SignIn"/>: begun with it, good while it is there, ended with signing out. A
/// copy of the cookie opens nothing after that.
/// </summary>
public static class SignInSetup
{
    /// <summary>Among the properties of a session: which sign-in it belongs to.</summary>
    const string Id = "sign_in";

    /// <summary>What whoever signs somebody in says of her proof: when she showed a factor. It goes into the row and not into the cookie.</summary>
    public const string ProvedAt = "proved_at";

    /// <summary>Watches the sessions of a scheme. Who goes on in one as somebody <paramref name="isGoingOn"/> knows has not begun anew.</summary>
    public static void Watch(CookieAuthenticationOptions options, Func<CookieSigningInContext, bool> isGoingOn)
    {
        var (signIn, validate, signOut) = (options.Events.OnSigningIn, options.Events.OnValidatePrincipal, options.Events.OnSigningOut);
        options.Events.OnSigningIn = async context =>
        {
            var book = Book(context.HttpContext);
            var before = InCookie(context.HttpContext, context.Options);
            if (before is { } open && isGoingOn(context) && await book.IsOpen(open)) Mark(context.Properties, open);
            else
            {
                // Whoever was signed in here is not any more.
                if (before is { } other) await book.End(other);
                var who = Holder.Of(context.Principal!);
                Mark(context.Properties, await book.Begin(who, context.Request.Headers.UserAgent, context.Properties.GetParameter<DateTime?>(ProvedAt)));
                SecurityLog.SignedIn(context.HttpContext, context.Scheme.Name, (who.AccountId ?? who.OfficialId)!.Value);
            }
            await signIn(context);
        };
        options.Events.OnValidatePrincipal = async context =>
        {
            await validate(context);
            if (context.Principal is null || (Of(context.Properties) is { } id && await Book(context.HttpContext).IsOpen(id))) return;
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        };
        options.Events.OnSigningOut = async context =>
        {
            if (InCookie(context.HttpContext, context.Options) is { } id) await Book(context.HttpContext).End(id);
            await signOut(context);
        };
    }

    /// <summary>The sign-in of the session this request belongs to.</summary>
    public static async Task<Guid?> Here(HttpContext context, string scheme) => (await context.AuthenticateAsync(scheme)).Properties is { } properties ? Of(properties) : null;

    public static void Mark(AuthenticationProperties properties, Guid signInId) => properties.SetString(Id, signInId.ToString("N"));

    static Guid? Of(AuthenticationProperties properties) => Guid.TryParseExact(properties.GetString(Id), "N", out var id) ? id : null;

    // Read from the cookie itself: the handler may be in the middle of reading it, and would wait for itself.
    static Guid? InCookie(HttpContext context, CookieAuthenticationOptions options) =>
        options.CookieManager.GetRequestCookie(context, options.Cookie.Name!) is { } cookie && options.TicketDataFormat.Unprotect(cookie) is { } ticket ? Of(ticket.Properties) : null;

    static SignInBook Book(HttpContext context) => context.RequestServices.GetRequiredService<SignInBook>();
}
