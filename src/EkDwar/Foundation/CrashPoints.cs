using System.Diagnostics;

namespace EkDwar.Foundation;

/// <summary>
/// Named places where a test may kill the process as a power cut would. They do nothing unless EKDWAR_CRASH_AT names
/// one, which only Development honours.
/// </summary>
public static class CrashPoints
{
    /// <summary>Every named point, in the order a case meets them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "file.before_rename", "submit.before_commit", "submit.after_commit", "payment.before_commit", "payment.after_commit", "act.before_commit", "act.after_commit",
        "outbox.before_handling", "outbox.after_handling", "certificate.after_file", "checkpoint.after_file",
    ];

    static string? armed;

    public static void Arm(string? name) => armed = name is null || All.Contains(name) ? name : throw new ArgumentException(name);

    public static void Pass(string name)
    {
        if (armed == name) Process.GetCurrentProcess().Kill();
    }
}
