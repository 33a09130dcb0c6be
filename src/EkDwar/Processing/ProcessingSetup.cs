using EkDwar.People;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing;

/// <summary>An officer's desk: sign-in, inbox, the case beside its papers, query to the citizen, field report, forwarding.</summary>
public static class ProcessingSetup
{
    public static void AddProcessing(this IServiceCollection services) => services
        .AddScoped<ReadInbox>().AddScoped<ForwardCase>().AddScoped<ReportFromField>().AddScoped<RaiseQuery>().AddScoped<ReadDeskCase>()
        .Configure<MvcOptions>(options => options.Filters.Add<DeskFrame>())
        .Configure<CookieAuthenticationOptions>(DeskSession.Scheme, PostStillHeld.Watch);

    public static void MapProcessing(this WebApplication app)
    {
        app.MapDesk();
        app.MapPapers();
    }
}
