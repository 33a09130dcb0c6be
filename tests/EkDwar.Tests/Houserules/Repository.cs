using System.Diagnostics;

namespace EkDwar.Tests.Houserules;

/// <summary>The working copy these tests were built from.</summary>
static class Repository
{
    public static readonly string Root = Find();

    static readonly string[] Made = ["bin", "obj", "node_modules", ".git", ".tools", "TestResults", "data"];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The program as it is delivered, when EKDWAR_TEST_PROGRAM says where; else as the build that made these tests left it.</summary>
    public static string BuiltProgram
    {
        get
        {
            if (Environment.GetEnvironmentVariable("EKDWAR_TEST_PROGRAM") is { Length: > 0 } delivered) return delivered;
            var configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
            return Path.Combine(Root, "src/EkDwar/bin", configuration, "net10.0/EkDwar.dll");
        }
    }

    /// <summary>What git keeps; in a copy without git, everything that is not a build's product.</summary>
    public static IReadOnlyList<string> Tracked() => FromGit() is { Count: > 0 } tracked ? tracked : Walk(Root);

    public static IReadOnlyList<string> Walk(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => !Made.Contains(Path.GetFileName(inner)))
            .SelectMany(inner => Walk(inner).Select(file => Path.Combine(Root, file))))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    static List<string> FromGit()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-c", "safe.directory=*", "-C", Root, "ls-files", "-z"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var names = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(name => File.Exists(Path.Combine(Root, name)))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }

    static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EkDwar.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
