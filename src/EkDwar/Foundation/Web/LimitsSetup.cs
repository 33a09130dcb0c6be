using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace EkDwar.Foundation.Web;

/// <summary>How much one network may ask of the house, and whose word on where a request comes from is believed.</summary>
public static class LimitsSetup
{
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddOptions<WebLimits>().Configure<IConfiguration>((options, configuration) => configuration.GetSection("Web").Bind(options));
        services.AddHttpContextAccessor().AddScoped<Caller>().AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<WebLimits>>((limiter, limits) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Of(context, limits.Value.RequestsAMinute));
            limiter.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                SecurityLog.Refused(rejected.HttpContext, "requests", "too many");
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>Before anything asks where a request comes from.</summary>
    public static void UseProxies(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<WebLimits>>().Value.Proxies;
        if (proxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network)) options.KnownIPNetworks.Add(network);
            else throw new CannotStart("foundation.start.proxy", ("proxy", proxy));
        }
        app.UseForwardedHeaders(options);
    }

    // A minute's worth may come at once: a page brings its pictures and styles along.
    static RateLimitPartition<string> Of(HttpContext context, int aMinute) =>
        // The page that says so is itself asked for once more.
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || Network.Of(context) is not { } network
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(network, _ => new()
            {
                TokenLimit = aMinute, TokensPerPeriod = Math.Max(aMinute / 60, 1), ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true,
            });
}
