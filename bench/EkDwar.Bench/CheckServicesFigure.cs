using System.Diagnostics;
using EkDwar.Onboarding;

namespace EkDwar.Bench;

/// <summary>How long checking 1,001 service files takes: a process of its own from start to end, and again within one that has done it.</summary>
public static class CheckServicesFigure
{
    const int Services = 1_001, Rounds = 5;

    public static void Run(string program)
    {
        var folder = Directory.CreateTempSubdirectory("ekdwar-check-");
        try
        {
            GeneratedServices.Write(Path.Combine(Path.GetDirectoryName(program)!, "services"), folder.FullName, Services);
            var files = CheckServices.Files([folder.FullName]);
            Report.Line($"{files.Count} files, {files.Sum(file => new FileInfo(file).Length) / files.Count / 1024} KB each on average");
            Report.Figure("check-services cold, a process of its own", Report.Median(Enumerable.Range(0, Rounds).Select(_ => Cold(program, folder.FullName)).ToList()), 10, atLeast: false, " s");
            Report.Figure("check-services warm", Report.Median(Enumerable.Range(0, Rounds + 2).Select(_ => Warm(files)).ToList()[2..]), 2, atLeast: false, " s");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static double Cold(string program, string folder)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "check-services", folder]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"the generated files have faults:\n{said[..Math.Min(said.Length, 2_000)]}");
        Report.Line($"  cold {watch.Elapsed.TotalSeconds:0.00} s; {said.TrimEnd().Split('\n')[^1]}");
        return watch.Elapsed.TotalSeconds;
    }

    static double Warm(IReadOnlyList<string> files)
    {
        var watch = Stopwatch.StartNew();
        var found = CheckServices.Run(files);
        if (found.Faults > 0) throw new InvalidOperationException("the generated files have faults");
        Report.Line($"  warm {watch.Elapsed.TotalSeconds:0.00} s; {found.Tests} tests in files among it, {found.TestTime.TotalMilliseconds:0} ms of all processors");
        return watch.Elapsed.TotalSeconds;
    }
}
