using EkDwar.Cases;
using EkDwar.Cases.Visits;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Places;

namespace EkDwar.Processing.Visits;

/// <summary>All a visitor is shown: whose place, where it is, what is to be found out. Not the papers, not the other answers, not an account.</summary>
public sealed record VisitView(OpenVisit Visit, ApplicantName Applicant, Office Office, IReadOnlyList<AnswerLine> Answers)
{
    public CaseReference Reference => Visit.File.Case.Reference;
    public VisitReport Report => Visit.Report;
}

/// <summary>Use case: puts together what a visitor sees whose code was right; the look was recorded then.</summary>
public sealed class ReadFieldVisit(PostDirectory directory, TimeProvider time)
{
    public async Task<VisitView> Run(OpenVisit visit, LanguageCode language)
    {
        var (file, service) = (visit.File, visit.File.Service);
        var facts = new AnswerFacts(time.Today(), await directory.Offered(service), language);
        var stage = service.Stage(visit.Visit.Stage);
        IReadOnlyList<string> sees = stage.VisitorSees.Count > 0 ? stage.VisitorSees : [service.ServedBy.Question];
        return new(visit, ApplicantName.Of(service, file.Answers, file.Case.Language), await directory.Office(file.Case.OfficeId),
            [.. sees.Where(file.Answers.Has).Select(service.Question).Select(question => new AnswerLine(question, Interview.Show(question, file.Answers, language, facts)))]);
    }
}
