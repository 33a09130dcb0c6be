using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EkDwar.Tests;

/// <summary>All lines a house has logged, whatever their level.</summary>
sealed class LogLines : ILoggerProvider, ILogger
{
    readonly ConcurrentQueue<(LogLevel Level, string Line)> all = new();

    public IReadOnlyList<string> All => [.. all.Select(one => one.Line)];

    /// <summary>Of these the faults.</summary>
    public IReadOnlyList<string> Errors => [.. all.Where(one => one.Level >= LogLevel.Error).Select(one => one.Line)];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel level) => true;

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> format) => all.Enqueue((level, format(state, exception)));

    public void Dispose() { }
}
