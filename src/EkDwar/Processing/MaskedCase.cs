using EkDwar.Cases;
using EkDwar.Foundation.Languages;

namespace EkDwar.Processing;

/// <summary>
/// A case for whoever does not, or no longer, act on it: numbers that name a person (mobile, account, Aadhaar) keep their last
/// four digits, wherever they stand in what was answered, found or written. Pictures of papers are as they are.
/// </summary>
public static class MaskedCase
{
    public static DeskCase Masked(this DeskCase desk) => desk with
    {
        Answers = [.. desk.Answers.Select(line => line with { Lines = Masked(line.Lines) })],
        Newest = [.. desk.Newest.Select(Masked)],
        Parties = [.. desk.Parties.Select(party => party with { Words = Masked(party.Words) })],
        Findings = [.. desk.Findings.Select(stage => stage with { Found = [.. stage.Found.Select(found => (found.Question, Masked(found.Lines)))] })],
    };

    /// <summary>What officials of the case's own posts write to each other is not what leave to read it was given for.</summary>
    public static DeskCase WithoutNotes(this DeskCase desk) => desk with { Newest = [.. desk.Newest.Where(line => line.Entry.Kind != CaseEvent.NoteWritten)] };

    static DeskEntry Masked(DeskEntry line) => line with
    {
        Entry = line.Entry with { Body = line.Entry.Body with { Words = Masked(line.Entry.Body.Words), Why = Masked(line.Entry.Body.Why) } },
        Lines = [.. line.Lines.Select(one => (one.Question, MaskedNumbers.In(one.Line)))],
    };

    static IReadOnlyList<string> Masked(IReadOnlyList<string> lines) => [.. lines.Select(MaskedNumbers.In)];

    static string? Masked(string? words) => words is null ? null : MaskedNumbers.In(words);
}
