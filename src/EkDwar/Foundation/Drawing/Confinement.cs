using System.ComponentModel;
using System.Diagnostics;
using EkDwar.Foundation.Drawing.Filter;

namespace EkDwar.Foundation.Drawing;

/// <summary>How a confined program ended: by itself and well, by itself with a fault, over its time, over its output, or it could not be started at all.</summary>
public enum ConfinedEnd { Done, Failed, TooLong, TooMuch, NotStarted }

/// <summary>What a confined program wrote, when it ended well; else why there is nothing to be used.</summary>
public sealed record Confined(ConfinedEnd End, byte[] Output, string Complaint);

/// <summary>
/// Runs one program of this machine on bytes nobody trusts, behind bubblewrap: no network, no file but the programs and
/// fonts of the system, no environment, no other process in sight, not a byte written to any disk, few system calls. Bytes go in and come
/// out by pipes. Killed when it takes longer, more memory or says more than it may. It is not a virtual machine: the kernel
/// is the same.
/// </summary>
public sealed class Confinement(ConfinedLimits limits)
{
    const int ComplaintLength = 2000;

    // What was installed by hand is no part of it: a house may stand there with its keys.
    const string ByHand = "/usr/local";

    static readonly string[] Walls =
    [
        "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--setenv", "PATH", "/usr/bin", "--cap-drop", "ALL",
        "--ro-bind", "/usr", "/usr", .. Directory.Exists(ByHand) ? (string[])["--tmpfs", ByHand] : [], "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--symlink", "usr/bin", "/bin",
        "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--ro-bind-try", "/etc/fonts", "/etc/fonts",
        "--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig", "--tmpfs", "/tmp", "--chdir", "/tmp", "--",
    ];

    /// <summary>Which of the programs it takes are not on this machine. Whether the kernel allows the walls is known only when something is run.</summary>
    public static IReadOnlyList<string> Missing(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return [.. new[] { "bwrap", "prlimit", program }.Where(name => !folders.Any(folder => File.Exists(Path.Combine(folder, name))))];
    }

    public async Task<Confined> Run(ReadOnlyMemory<byte> input, string program, params string[] arguments)
    {
        if (FilterFile.Path is null) return new(ConfinedEnd.NotStarted, [], "there is no filter of system calls for this kind of machine");
        using var process = new Process { StartInfo = Start([program, .. arguments]) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new(ConfinedEnd.NotStarted, [], e.Message);
        }
        using var late = new CancellationTokenSource(limits.Time);
        try
        {
            var said = Complaint(process.StandardError.BaseStream);
            var given = Give(process.StandardInput.BaseStream, input, late.Token);
            var output = await Take(process.StandardOutput.BaseStream, late.Token);
            if (output is null) return new(ConfinedEnd.TooMuch, [], "");
            await process.WaitForExitAsync(late.Token);
            await given;
            var complaint = await said;
            return process.ExitCode == 0 ? new(ConfinedEnd.Done, output, complaint) : new(Fault(complaint), [], complaint);
        }
        catch (OperationCanceledException)
        {
            return new(ConfinedEnd.TooLong, [], "");
        }
        finally
        {
            // What it started dies with it: bubblewrap is the first process of a world of its own.
            if (!process.HasExited) process.Kill();
        }
    }

    ProcessStartInfo Start(string[] command)
    {
        string[] bounds =
        [
            "prlimit", $"--as={limits.MemoryBytes}", $"--cpu={(int)Math.Ceiling(limits.Time.TotalSeconds)}",
            "--fsize=0", "--core=0", "--nofile=64", "--nproc=16", "--",
        ];
        // .NET gives a child no handle but the first three: the shell opens the filter, and becomes bubblewrap.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec bwrap --seccomp 3 \"$@\" 3<\"$0\"", FilterFile.Path!, .. Walls, .. bounds, .. command])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/",
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path ?? "/usr/bin";
        return start;
    }

    // The walls themselves could not be put up: a kernel that allows no namespaces of its own, or a part that is not installed.
    static ConfinedEnd Fault(string complaint) =>
        complaint.Contains("bwrap", StringComparison.Ordinal) || complaint.StartsWith(FilterFile.Path!, StringComparison.Ordinal) || complaint.Contains("prlimit:", StringComparison.Ordinal) ? ConfinedEnd.NotStarted : ConfinedEnd.Failed;

    static async Task Give(Stream pipe, ReadOnlyMemory<byte> input, CancellationToken stop)
    {
        try
        {
            await pipe.WriteAsync(input, stop);
            pipe.Close();
        }
        catch (IOException)
        {
            // It did not want to read to the end; how it ended says the rest.
        }
    }

    async Task<byte[]?> Take(Stream pipe, CancellationToken stop)
    {
        var taken = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await pipe.ReadAsync(buffer, stop) is var read and > 0)
        {
            if (taken.Length + read > limits.OutputBytes) return null;
            taken.Write(buffer, 0, read);
        }
        return taken.ToArray();
    }

    // Read to its end, or it would wait for us; only the beginning is kept.
    static async Task<string> Complaint(Stream pipe)
    {
        var kept = new MemoryStream();
        var buffer = new byte[4096];
        while (await pipe.ReadAsync(buffer) is var read and > 0)
            if (kept.Length < ComplaintLength) kept.Write(buffer, 0, read);
        return System.Text.Encoding.UTF8.GetString(kept.ToArray());
    }
}

/// <summary>What a confined program may use: wall-clock and processor time, address space and bytes written out.</summary>
public sealed record ConfinedLimits(TimeSpan Time, long MemoryBytes, int OutputBytes)
{
    /// <summary>For one page: a picture of 100 million pixels is drawn within these; what is not, is not drawn.</summary>
    public static readonly ConfinedLimits OfAPage = new(TimeSpan.FromSeconds(15), 1024L * 1024 * 1024, 8 * 1024 * 1024);
}
