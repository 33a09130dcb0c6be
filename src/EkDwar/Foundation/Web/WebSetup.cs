using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace EkDwar.Foundation.Web;

/// <summary>What every request passes: headers, errors in words, body limits, sign-in, form tokens.</summary>
public static class WebSetup
{
    /// <summary>The largest upload plus the form around it.</summary>
    internal const long LargestBody = 11 * 1024 * 1024;

    /// <summary>Letters in one field: far more than any answer may have, which says by how much it is too long.</summary>
    internal const int LongestText = 256 * 1024;

    public static void AddWeb(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.Conventions.Add(new OneSource())).WithRazorPagesAtContentRoot();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestBody;
        });
        services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = LargestBody;
            options.ValueLengthLimit = LongestText;
            options.ValueCountLimit = 512;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "ek-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "ek-told";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.IsEssential = true;
        });
        services.AddOutgoing();
        services.AddLimits();
        services.AddResponseCompression(options => options.EnableForHttps = true);
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseProxies();
        app.UseMiddleware<PublicScheme>();
        app.UseMiddleware<HostCookies>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HeadRequests>();
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseRateLimiter();
        app.UseMiddleware<Failures>();
        app.UseWhen(IsSafeToCompress, branch => branch.UseResponseCompression());
        app.UseRouting();
        app.UseMiddleware<SecurityLog>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    // BREACH: who makes a signed-in reader's browser open our pages with words of his own, and sees how long the answers
    // are, could guess what else is on them. Such a request comes from another site, and the browser says so.
    static bool IsSafeToCompress(HttpContext context) =>
        context.Request.Headers.Cookie.Count == 0 || context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin";
}
