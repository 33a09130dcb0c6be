using System.Security.Claims;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EkDwar.People;

/// <summary>
/// What happens to a request after its session has ended: on to sign-in, and back to the page it came from. A form that
/// was sent too late is first given to the room that can keep what was typed in it.
/// </summary>
public static class SessionEndSetup
{
    /// <summary>Tells the sign-in page that a form came too late: "yes", or "kept" when what was typed is safe.</summary>
    public const string Ended = "ended";

    // A cookie older than a working day tells of nobody who is still filling a form.
    static readonly TimeSpan StillHers = TimeSpan.FromHours(12);
    static readonly object Kept = new();

    /// <summary>
    /// Gives a form of ours that came after its session had ended, and whose session it was, to <paramref name="keep"/>,
    /// which says whether it was kept. Nobody is signed in by that: what it may keep is its own question.
    /// </summary>
    public static void KeepWhatWasTyped(this CookieAuthenticationOptions options, Func<HttpContext, ClaimsPrincipal, Task<bool>> keep)
    {
        var signIn = options.Events.OnRedirectToLogin;
        options.Events.OnRedirectToLogin = async context =>
        {
            if (await WhoseFormCameLate(context.HttpContext, context.Options) is { } who && await keep(context.HttpContext, who)) context.HttpContext.Items[Kept] = true;
            await signIn(context);
        };
    }

    /// <summary>The sign-in page of the place one wanted to enter, in its language; then back to it.</summary>
    public static string SignInAddress(HttpContext context)
    {
        var request = context.Request;
        var parts = (request.Path.Value ?? "").Split('/', 4);
        if (parts.Length < 3) return "/";
        var signIn = $"/{parts[1]}/{parts[2]}/sign-in";
        var isForm = !HttpMethods.IsGet(request.Method);
        if (isForm && parts is [.., "sign-out"]) return signIn;
        var query = QueryString.Create("returnUrl", request.Path + (isForm ? "" : request.QueryString.ToString()));
        return signIn + (isForm ? query.Add(Ended, context.Items.ContainsKey(Kept) ? "kept" : "yes") : query);
    }

    static async Task<ClaimsPrincipal?> WhoseFormCameLate(HttpContext context, CookieAuthenticationOptions options)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is null or > WebSetup.LargestBody) return null;
        var cookie = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        if (cookie is null || options.TicketDataFormat.Unprotect(cookie) is not { Properties.ExpiresUtc: { } ended } ticket) return null;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().UtcNow();
        if (ended.UtcDateTime > now || ended.UtcDateTime + StillHers < now) return null;
        // The form's own token says that it came from a page of ours, made for her.
        var nobody = context.User;
        context.User = ticket.Principal;
        var isOurs = await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        context.User = nobody;
        return isOurs ? ticket.Principal : null;
    }
}
