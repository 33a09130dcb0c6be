using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Attacks;

/// <summary>One way into the application, read from the application itself: a verb, an address with its holes and, on a page, which of its handlers.</summary>
sealed record Route(string Verb, string Pattern, string? Handler, CompiledPageActionDescriptor? Page)
{
    /// <summary>What the rules call it: <c>POST /desk/{lang}/cases/{reference}/refuse Send</c>.</summary>
    public string Name => $"{Verb} {Pattern}{(Handler is null ? "" : " " + Handler)}";

    public override string ToString() => Name;

    /// <summary>Every handler of every page, and every endpoint beside them; the files of the design count as one.</summary>
    public static async Task<IReadOnlyList<Route>> All(TestHouse house)
    {
        var (source, loader) = (house.Services.GetRequiredService<EndpointDataSource>(), house.Services.GetRequiredService<PageLoader>());
        var routes = new List<Route>();
        foreach (var endpoint in source.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                routes.AddRange(compiled.HandlerMethods.Select(handler => new Route(handler.HttpMethod.ToUpperInvariant(), PatternOf(endpoint), handler.Name, compiled)));
                // Without a handler a page is shown all the same.
                if (compiled.HandlerMethods.All(handler => !handler.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase))) routes.Add(new("GET", PatternOf(endpoint), null, compiled));
                continue;
            }
            var pattern = endpoint.Metadata.Any(data => data.GetType().Name == "StaticAssetDescriptor") ? "/(files of the design)" : PatternOf(endpoint);
            foreach (var verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])
                if (verb != "HEAD") routes.Add(new(verb, pattern, null, null));
        }
        return [.. routes.DistinctBy(route => route.Name).OrderBy(route => route.Name, StringComparer.Ordinal)];
    }

    static string PatternOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart hole => "{" + hole.Name + "}",
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    }))));

    /// <summary>The address with its holes filled; <paramref name="query"/> is put behind what names the handler.</summary>
    public string Address(IReadOnlyDictionary<string, string> holes, string query = "")
    {
        var path = Regex.Replace(Pattern, @"\{(\w+)\}", hole => holes[hole.Groups[1].Value]);
        var asked = string.Join('&', new[] { Handler is null ? "" : "handler=" + Handler, query }.Where(part => part.Length > 0));
        return asked.Length > 0 ? path + "?" + asked : path;
    }

    public bool Has(string hole) => Pattern.Contains("{" + hole + "}", StringComparison.Ordinal);
}
