using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.People;

namespace EkDwar.Applying;

/// <summary>What helps to answer a question: certificates she may give, the service by which one gets the paper, papers she gave before, what is known already.</summary>
public sealed record QuestionAid(IReadOnlyList<OwnCertificate> Certificates, ServiceDefinition? GotFrom, IReadOnlyList<EarlierPaper> Earlier, KnownAnswer? Known);

/// <summary>Finds what helps to answer a question of a draft; asks for nothing the question does not name.</summary>
public sealed class QuestionAids(OwnCertificates own, EarlierPapers earlier, KnownAnswers known, PublishedServices services)
{
    public async Task<QuestionAid> For(CitizenSession session, OpenDraft draft, Question question) => new(
        await own.For(draft.Person.PersonId, draft.Service.State, question),
        question.IfLacking is { Service.Length: > 0 } help ? await services.Current(draft.Service.State, help.Service) : null,
        DocumentType.PaperOf(draft.Answers[question.Id]) is null ? await earlier.For(session, question) : [],
        draft.Answers.Has(question.Id) ? null : await known.For(draft, question));
}
