using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Applying;

/// <summary>A paper she gave before, that would do for a question now: which kind, for which service, and on which day she gave it.</summary>
public sealed record EarlierPaper(string Id, GivenPaper Paper, LocalText Kind, LocalText Service, DateOnly GivenOn);

/// <summary>
/// Use case: what the person herself gave before is offered again, and she chooses. The answer then refers to the same
/// sealed files; nothing is copied. Only of her own cases, and never a file that is or was in
/// quarantine; a certificate of this house is offered as what it is, not as a paper.
/// </summary>
public sealed class EarlierPapers(CaseFiles cases)
{
    const int CasesLookedAt = 20;
    const int MostOffered = 5;

    /// <summary>The newest first; each file once.</summary>
    /// <param name="person">whose papers; only those sent through the account of the session</param>
    /// <param name="other">what she has there already, and is not offered again</param>
    public async Task<IReadOnlyList<EarlierPaper>> For(CitizenSession session, Guid? person, Question question, GivenPaper? other = null)
    {
        if (question.Type != "document" || person is not { } applicant) return [];
        var found = new List<EarlierPaper>();
        await foreach (var file in cases.SentBy(applicant, session.AccountId, CasesLookedAt)) found.AddRange(Fitting(file, question));
        return [.. found.Where(earlier => other is null || earlier.Paper.Parts[0].File != other.Parts[0].File).DistinctBy(earlier => earlier.Paper.Parts[0].File).Take(MostOffered)];
    }

    static IEnumerable<EarlierPaper> Fitting(CaseFile file, Question question) =>
        from given in DocumentType.PapersIn(file.Service, file.Answers)
        let kind = question.Option(given.Paper.Kind)
        where kind is not null && given.Paper.Issued is null && !given.Paper.Parts.Any(part => part.HasWaited)
        select new EarlierPaper($"{file.Case.Reference.Compact}.{given.Question.Id}", given.Paper, kind.Names, file.Service.Names, StateTime.Day(file.Case.SubmittedAt));
}
