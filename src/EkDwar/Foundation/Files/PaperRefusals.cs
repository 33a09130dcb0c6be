using EkDwar.Foundation.Outcomes;

namespace EkDwar.Foundation.Files;

/// <summary>Every "no" a file may get. Each code is the key of a text that tells what to do next.</summary>
public static class PaperRefusals
{
    public static readonly Refusal None = new("files.none");
    public static readonly Refusal Empty = new("files.empty");
    public static readonly Refusal TooBig = new("files.too_big");
    public static readonly Refusal NotAcceptedType = new("files.not_accepted_type");
    public static readonly Refusal Heic = new("files.heic");
    public static readonly Refusal Truncated = new("files.truncated");
    public static readonly Refusal Damaged = new("files.damaged");
    public static readonly Refusal PasswordProtected = new("files.password_protected");
    public static readonly Refusal Polyglot = new("files.polyglot");
    public static readonly Refusal Bomb = new("files.bomb");
    public static readonly Refusal RunsByItself = new("files.runs_by_itself");
    public static readonly Refusal HoldsOtherFiles = new("files.holds_other_files");

    /// <summary>The malware scanner found something; PaperCheck, which looks for none, never says it.</summary>
    public static readonly Refusal Infected = new("files.infected");

    /// <summary>The sending broke off or our disk failed; the page says it, PaperCheck never does.</summary>
    public static readonly Refusal Failed = new("files.failed");

    public static IReadOnlyList<Refusal> All { get; } =
    [
        None, Empty, TooBig, NotAcceptedType, Heic, Truncated, Damaged, PasswordProtected, Polyglot, Bomb, RunsByItself, HoldsOtherFiles, Infected, Failed,
    ];
}
