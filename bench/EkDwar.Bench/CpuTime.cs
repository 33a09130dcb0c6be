using System.Globalization;

namespace EkDwar.Bench;

/// <summary>CPU time of a process and all it started, user and system, from /proc. In milliseconds.</summary>
public static class CpuTime
{
    // USER_HZ: /proc counts in hundredths of a second on every Linux we run on.
    const double MillisecondsPerTick = 10;

    public static double Of(int processId)
    {
        var parents = new Dictionary<int, (int Parent, long Own)>();
        long reaped = 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id) || Read(id) is not { } stat) continue;
            parents[id] = (int.Parse(stat[1], CultureInfo.InvariantCulture), Number(stat[11]) + Number(stat[12]));
            if (id == processId) reaped = Number(stat[13]) + Number(stat[14]);
        }
        var ticks = parents.Where(process => IsWithin(process.Key, processId, parents)).Sum(process => process.Value.Own);
        return (ticks + reaped) * MillisecondsPerTick;
    }

    static bool IsWithin(int id, int root, Dictionary<int, (int Parent, long)> parents)
    {
        while (id != root && parents.TryGetValue(id, out var process)) id = process.Parent;
        return id == root;
    }

    // What follows the name, which stands in parentheses and may hold anything.
    static string[]? Read(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
