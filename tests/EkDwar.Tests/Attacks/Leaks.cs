using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EkDwar.Tests.Attacks;

/// <summary>
/// What must stand nowhere but under seal and on the pages of who may read it: the marks planted on one citizen, and where
/// no number of the kind belongs, anything that looks like a mobile or an Aadhaar number.
/// </summary>
sealed partial class Leaks
{
    public const string Name = "मार्करशीला गुप्तेझोपे", Latin = "Markersheela Guptezope", Mobile = "9087612345", Aadhaar = "432187652109", SpacedAadhaar = "4321 8765 2109", Account = "50100234567891", Email = "markersheela.g@mail.example";

    public static readonly IReadOnlyList<string> Marks = [Name, Latin, Mobile, Aadhaar, SpacedAadhaar, Account, Email];

    readonly List<string> found = [];

    public IReadOnlyList<string> Found => found;

    /// <param name="but">marks that belong there</param>
    public void In(string place, IEnumerable<string> texts, params string[] but)
    {
        foreach (var text in texts)
            foreach (var mark in Marks.Except(but))
                if (text.Contains(mark, StringComparison.OrdinalIgnoreCase) || Uri.UnescapeDataString(text.Replace('+', ' ')).Contains(mark, StringComparison.OrdinalIgnoreCase)) found.Add($"{place}: {mark}");
    }

    /// <summary>Where no number of anybody may stand, planted or not.</summary>
    public void NumbersIn(string place, IEnumerable<string> texts)
    {
        foreach (var text in texts)
            foreach (Match match in AnyNumber().Matches(text)) found.Add($"{place}: {match.Value}");
    }

    // Twelve digits in fours, the first from 2; or ten, the first from 6; not within a longer word, id or instant.
    [GeneratedRegex(@"(?<![\w.:-])(?:[2-9][0-9]{3}([ -]?)[0-9]{4}\1[0-9]{4}|[6-9][0-9]{9})(?![\w:-])")]
    private static partial Regex AnyNumber();

    /// <summary>Every value of every row of every table, as the engine gives it.</summary>
    public static Task<List<string>> Stored(TestHouse house, string? only = null) => house.Db(async db =>
    {
        var values = new List<string>();
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Where(table => only is null || table == only))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"select * from {table}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                for (var column = 0; column < rows.FieldCount; column++)
                    if (rows.GetValue(column) is var value && (value as string ?? (value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null)) is { } text) values.Add(text);
        }
        return values;
    });

    /// <summary>Looks on at a house: each line of its log, and each address it was asked for or led to.</summary>
    public sealed class Onlooker : ILoggerProvider, ILogger, IStartupFilter
    {
        public ConcurrentQueue<string> Lines { get; } = [];
        public ConcurrentQueue<string> Addresses { get; } = [];

        public void Join(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this)
            .AddSingleton(LoggerFactory.Create(builder => builder.AddProvider(this).SetMinimumLevel(LogLevel.Information)));

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, then) =>
            {
                Addresses.Enqueue(context.Request.Path + context.Request.QueryString.ToString());
                await then(context);
                foreach (var address in (string?[])[context.Response.Headers.Location.ToString(), context.Response.Headers["Refresh"].ToString()])
                    if (!string.IsNullOrEmpty(address)) Addresses.Enqueue(address);
            });
            next(app);
        };

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel level) => level >= LogLevel.Information;
        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> words) => Lines.Enqueue($"{words(state, exception)} {exception}");
        public void Dispose() { }
    }
}
