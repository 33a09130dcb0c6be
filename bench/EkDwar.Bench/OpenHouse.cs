using EkDwar.Foundation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EkDwar.Bench;

/// <summary>The application's own services over a store, without its pages: what makes stored cases, drafts and sessions.</summary>
public sealed class OpenHouse(Store store) : IAsyncDisposable
{
    readonly WebApplication app = Build(store.Settings);

    public IServiceProvider Services => app.Services;

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async Task In(Func<IServiceProvider, Task> use)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await use(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static WebApplication Build(Settings settings)
    {
        Directory.CreateDirectory(settings.Folders.Data);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRooms(settings);
        return builder.Build();
    }
}
