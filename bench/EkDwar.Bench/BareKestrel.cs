using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EkDwar.Bench;

/// <summary>The least a web server can do here: one row by its primary key, prepared, as three lines of text. No session, no page.</summary>
public static class BareKestrel
{
    public static async Task<int> Serve(string url, string? connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/", () => "ready");
        if (connectionString is not null)
        {
            var source = NpgsqlDataSource.Create(connectionString + ";Max Auto Prepare=10;Auto Prepare Min Usages=1");
            app.MapGet("/cases/{id:long}", async (long id) =>
            {
                await using var command = source.CreateCommand("select status, due_on, submitted_at from cases where case_id = $1");
                command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
                await using var reader = await command.ExecuteReaderAsync();
                if (!await reader.ReadAsync()) return Results.NotFound();
                var due = await reader.IsDBNullAsync(1) ? "" : reader.GetFieldValue<DateOnly>(1).ToString("O");
                return Results.Text($"{reader.GetString(0)}\n{due}\n{reader.GetDateTime(2):O}");
            });
        }
        await app.RunAsync();
        return 0;
    }
}
