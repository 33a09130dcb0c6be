using System.Diagnostics;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Foundation.Starting;

/// <summary>The built program as a process of its own, as an operator starts it. Ended when disposed.</summary>
sealed class Started : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly Task<string> errors;
    readonly List<string> lines = [];

    Started(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
    }

    public static Started Run(params string[] arguments) => RunIn("Production", arguments);

    public static Started RunIn(string environment, params string[] arguments) => new(Command(environment, Repository.BuiltProgram, arguments));

    public static Started Run(ProcessStartInfo start) => new(start);

    public static ProcessStartInfo Command(string environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["DOTNET_NOLOGO"] = "1";
        BriefLife(start);
        return start;
    }

    /// <summary>It lives for a second: measuring itself and compiling anew, to become faster later, would be most of its work.</summary>
    public static void BriefLife(ProcessStartInfo start)
    {
        start.Environment["DOTNET_TieredPGO"] = "0";
        // Milliseconds, hexadecimal.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "30000";
    }

    /// <summary>What it has written so far to its output.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>The address it says it serves.</summary>
    public async Task<Uri> Address()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("EkDwar: http", StringComparison.Ordinal)) return new(line["EkDwar: ".Length..]);
        }
        throw new InvalidOperationException($"it did not start: {string.Join('\n', lines)}{await errors}");
    }

    /// <summary>How it ended: exit code, and all it wrote to the error stream.</summary>
    public async Task<(int Code, string Errors)> End()
    {
        using var patience = new CancellationTokenSource(Patience);
        lines.AddRange((await process.StandardOutput.ReadToEndAsync(patience.Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await errors);
    }

    /// <summary>It ended by itself with a failure, and its one sentence is this one.</summary>
    public async Task Says(params string[] words)
    {
        var (code, text) = await End();
        Assert.True(code == 1, $"exit code {code}: {text}");
        Assert.Single(text.TrimEnd('\n').Split('\n'), text.TrimEnd('\n'));
        Assert.Empty(lines);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
