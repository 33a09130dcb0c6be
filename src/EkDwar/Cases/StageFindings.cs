using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;

namespace EkDwar.Cases;

/// <summary>What was found at one stage, as it reads.</summary>
public sealed record StageFindings(Stage Stage, IReadOnlyList<(Question Question, IReadOnlyList<string> Lines)> Found)
{
    /// <summary>Every stage at which something was found, in order; for the applicant those alone that her service shows her.</summary>
    public static IReadOnlyList<StageFindings> Of(CaseFile file, LanguageCode language, DateOnly today, bool forCitizen)
    {
        var (findings, facts) = (file.Findings, AnswerFacts.WithoutPlaces(today) with { Language = language });
        return [.. from stage in file.Service.Stages
                   let form = stage.Form
                   where form is not null && (!forCitizen || form.ShownToCitizen)
                   let found = form.Questions.Where(question => findings[question.Id] is not null)
                       .Select(question => (question, QuestionType.Of(question).Format(question, findings[question.Id]!, language, facts))).ToList()
                   where found.Count > 0
                   select new StageFindings(stage, found)];
    }
}
