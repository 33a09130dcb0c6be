namespace EkDwar.Bench;

/// <summary>What a run prints: medians, and the load of the machine they were measured under.</summary>
public static class Report
{
    public static string Load => "load " + File.ReadAllText("/proc/loadavg").Split(' ')[0];

    public static void Line(string text) => Console.WriteLine(text);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    public static double Percentile(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
    }

    /// <summary>A figure beside its target, and whether it is met.</summary>
    public static void Figure(string name, double value, double target, bool atLeast, string unit = "")
    {
        var isMet = atLeast ? value >= target : value <= target;
        Line($"FIGURE {name}: {value:0.###}{unit}, target {(atLeast ? "≥" : "≤")} {target:0.###}{unit}: {(isMet ? "met" : "MISSED")} ({Load})");
    }
}
