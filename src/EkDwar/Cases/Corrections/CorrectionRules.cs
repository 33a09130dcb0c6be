using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;

namespace EkDwar.Cases.Corrections;

/// <summary>
/// What an applicant may correct in an application that nobody has decided: whatever changes neither office, fee, days, officers
/// nor which papers are needed, nor what a party has consented to or which questions are asked. A paper that was given may be replaced by another; one that is missing is given where it is asked for.
/// </summary>
public static class CorrectionRules
{
    /// <summary>So many for one application, whether they took effect, waited or were declined.</summary>
    public const int Most = 5;

    static readonly string[] NotHere = ["declaration", "licence", "benefit"];
    static readonly Refusal ChangesMore = new("cases.correction.changes_more");

    /// <summary>Whether the case is at a point where something may be corrected: with an open query its answer is the way.</summary>
    public static bool IsOpen(CaseFile file) => file.Service.Instant is null
        && file.Case.Status is CaseStatus.AwaitingPapers or CaseStatus.AwaitingConsent or CaseStatus.AwaitingFee or CaseStatus.InProcess;

    /// <summary>The answers she may give anew, in their order.</summary>
    public static IReadOnlyList<Question> Of(CaseFile file) => [.. Interview.Asked(file.Service, file.Answers).Where(question => !NotHere.Contains(question.Type) && IsGiven(question, file.Answers)
        && question.Id != file.Service.ServedBy.Question && question.Id != file.Service.Tier && !file.Service.Parties.Exists(party => question.Id == party.Name || question.Id == party.Phone || question.Id == party.Rows))];

    static bool IsGiven(Question question, Answers answers) => question.Type != "document" || DocumentType.PaperOf(answers[question.Id]) is not null;

    /// <summary>What keeps these answers from taking the place of those that are there; null where nothing does.</summary>
    public static Refusal? Unfit(CaseFile file, Answers merged, AnswerFacts facts)
    {
        var (service, before) = (file.Service, file.Answers);
        if (!Asked(service, before).SequenceEqual(Asked(service, merged)) || Asked(service, merged).Any(id => !merged.Has(id))) return ChangesMore;
        var broken = Interview.Problems(service, merged, facts).Except(Interview.Problems(service, before, facts)).FirstOrDefault();
        if (broken is not null) return broken;
        return Settled(file, before) == Settled(file, merged) ? null : ChangesMore;
    }

    static IEnumerable<string> Asked(ServiceDefinition service, Answers answers) => Interview.Asked(service, answers).Select(question => question.Id);

    /// <summary>All that was worked out of the answers when they were sent, as one text.</summary>
    static string Settled(CaseFile file, Answers answers)
    {
        var (service, day) = (file.Service, StateTime.Day(file.Case.SubmittedAt));
        var fee = service.Fee.Due(service.Questions, answers, day, file.Case.Channel);
        return string.Join('\n', [
            fee.IsDone ? fee.Value.ToText() : "none", Terms.Of(service, answers, file.Case.Channel, file.Terms.Body).ToText(), $"{service.Licence?.Of(service.Questions, answers, day)}",
            .. Interview.MissingPapers(service, answers).Select(question => question.Id), .. Party.Of(service, answers).Select(party => party.Fingerprint)]);
    }
}
