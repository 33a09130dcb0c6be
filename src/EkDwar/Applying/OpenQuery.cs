using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Applying;

/// <summary>The query that waits for the citizen, and what she has given anew for it so far. Pure; it is kept by <see cref="QueryReplies"/>.</summary>
public sealed record OpenQuery(CaseFile File, LedgerBody Query, QueryReply? Row, Answers Replies)
{
    /// <summary>What she had typed when her session ended, and has not sent.</summary>
    public string? Words { get; init; }

    public IReadOnlyList<Defect> Defects => Query.Defects ?? [];

    /// <summary>Her answers as they will be.</summary>
    public Answers Merged => Interview.Replaced(File.Service, File.Answers, Replies);

    /// <summary>What she may change, and nothing else: what is at fault, and what only the change leads to.</summary>
    public IReadOnlyList<Question> Asked
    {
        get
        {
            var merged = Merged;
            return [.. Interview.Asked(File.Service, merged).Where(question => Replies.Has(question.Id) || !merged.Has(question.Id) || Defects.Any(defect => defect.Question == question.Id))];
        }
    }

    /// <summary>What the change leads to and she has not answered yet: without it the answer cannot be sent.</summary>
    public IEnumerable<Question> Unanswered => Asked.Where(question => !Merged.Has(question.Id));

    /// <summary>Whether everything at fault that is still asked was given anew; if not, her words say why.</summary>
    public bool IsWhole => Asked.All(question => Replies.Has(question.Id));

    /// <summary>What was stated before and is not any more, by question, as JSON.</summary>
    public IReadOnlyDictionary<string, string> Replaced
    {
        get
        {
            var (before, merged) = (File.Answers, Merged);
            return File.Service.Questions.Where(question => before[question.Id] is { } was && was.ToJsonString() != merged[question.Id]?.ToJsonString())
                .ToDictionary(question => question.Id, question => before[question.Id]!.ToJsonString());
        }
    }
}
