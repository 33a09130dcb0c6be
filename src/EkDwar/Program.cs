using EkDwar;
using EkDwar.Foundation;

return await CommandLine.Run(args);

/// <summary>The one executable. Public so that tests can host it.</summary>
public partial class Program
{
    /// <summary>The web application with all its rooms, not yet started. What tests and every verb build on.</summary>
    public static WebApplication Build(Settings settings, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Named, because a test that hosts it is another program: pages and static files are found by this name. Settings are read
            // once: to watch their files for changes is to watch every folder beside them, which takes a fifth of a start.
            Args = ["--hostBuilder:reloadConfigOnChange=false"], ContentRootPath = Settings.ContentRoot, ApplicationName = typeof(Program).Assembly.GetName().Name,
        });
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = builder.Environment.IsDevelopment());
        builder.WebHost.UseStaticWebAssets().UseUrls(settings.Url);
        // A build, unlike what is published, would watch static files for edits and send them neither compressed nor to keep.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        // A connection that fails, or an address in use, is told where it failed to be of use: a sentence at the start, a request's failure later.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.Critical)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddRooms(settings);
        change?.Invoke(builder);
        var app = builder.Build();
        app.UseRooms();
        return app;
    }
}
