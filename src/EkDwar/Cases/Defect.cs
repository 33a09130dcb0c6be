using EkDwar.Catalogue;

namespace EkDwar.Cases;

/// <summary>
/// What an officer finds wrong with one answer or one paper, as part of a query: a coded reason, which the applicant reads
/// in her language, and the officer's words where the reason does not say enough.
/// </summary>
public sealed record Defect(string Question, string Reason, string? Words)
{
    static readonly string[] OfPapers = ["not_given", "unreadable", "incomplete", "wrong_paper", "out_of_date", "does_not_agree"];
    static readonly string[] OfAnswers = ["wrong", "incomplete", "does_not_agree"];

    /// <summary>The reasons there are, each the end of the key of its text.</summary>
    public static IReadOnlyList<string> ReasonsFor(Question question) => question.Type == "document" ? OfPapers : OfAnswers;
}
