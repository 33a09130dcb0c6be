using System.Diagnostics.CodeAnalysis;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Foundation.Files;

/// <summary>What PaperCheck says of a file: a paper to keep, or a refusal whose code is the key of its text. Always exactly one.</summary>
public sealed class PaperVerdict
{
    PaperVerdict(Paper? paper, Refusal? refusal) => (Paper, Refusal) = (paper, refusal);

    public Paper? Paper { get; }
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Paper)), MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Paper is not null;

    public static implicit operator PaperVerdict(Paper paper) => new(paper, null);
    public static implicit operator PaperVerdict(Refusal refusal) => new(null, refusal);
}
