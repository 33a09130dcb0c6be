using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace EkDwar.Design;

/// <summary>How everything looks: layout, components with the gallery at /_design, styles. Knows no other room.</summary>
public static class DesignSetup
{
    public static IServiceCollection AddDesign(this IServiceCollection services, params IEnumerable<StateFace> states)
    {
        services.AddSingleton(new StateFaces(states));
        services.AddTransient<Wording>();
        // Indic letters as they are: as numeric entities a page would be six times as heavy.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }
}
