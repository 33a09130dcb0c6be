using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Processing;

/// <summary>What a query must say, whether it is the first one or a second: each defect of something the case has, with a reason there is, and words. Not who may ask.</summary>
public static class QueryRules
{
    public static IReadOnlyList<Refusal> Unfit(CaseFile file, IReadOnlyList<Defect> defects, string? words)
    {
        if (defects.Count == 0 || defects.Any(defect => !IsOf(file, defect))) return [new("processing.about_needed", "about")];
        var unfitNotes = defects.Select(defect => OfficersWords.Unfit(defect.Words, "note-" + defect.Question, isNeeded: false)).OfType<Refusal>().ToList();
        if (unfitNotes.Count > 0) return unfitNotes;
        return OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit ? [unfit] : [];
    }

    static bool IsOf(CaseFile file, Defect defect) => file.Answers.Has(defect.Question)
        // What she chose and paid for is frozen with the case.
        && defect.Question != file.Service.Tier && file.Service.Questions.Find(question => question.Id == defect.Question) is { } question
        && Defect.ReasonsFor(question).Contains(defect.Reason);
}
