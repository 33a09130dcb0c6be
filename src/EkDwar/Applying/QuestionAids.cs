using EkDwar.Applying.Uploads;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.People;

namespace EkDwar.Applying;

/// <summary>What helps to answer a question: certificates she may give, the service by which one gets the paper, papers she gave before, what is known already.</summary>
public sealed record QuestionAid(IReadOnlyList<OwnCertificate> Certificates, ServiceDefinition? GotFrom, IReadOnlyList<EarlierPaper> Earlier, KnownAnswer? Known)
{
    /// <summary>Files for it that came piece by piece and belong to no answer yet.</summary>
    public IReadOnlyList<Guid> Uploaded { get; init; } = [];

    public static readonly QuestionAid None = new([], null, [], null);
}

/// <summary>Finds what helps to answer a question of a draft, or to give a paper of a case; asks for nothing the question does not name.</summary>
public sealed class QuestionAids(OwnCertificates own, EarlierPapers earlier, KnownAnswers known, PublishedServices services, UploadsOnTheWay uploads)
{
    public OwnCertificates Own => own;

    public async Task<QuestionAid> For(CitizenSession session, OpenDraft draft, Question question) => new(
        session.IsForAnother ? [] : await own.For(draft.Person.PersonId, draft.Service.State, question),
        await GotFrom(draft.Service, question),
        DocumentType.PaperOf(draft.Answers[question.Id]) is null ? await earlier.For(session, session.PersonId, question) : [],
        draft.Answers.Has(question.Id) ? null : await known.For(draft, question))
    {
        Uploaded = question.Type == "document" ? [.. (await uploads.Whole(session.AccountId, UploadPlace.InDraft(draft.Draft.DraftId, question.Id))).Select(upload => upload.UploadId)] : [],
    };

    /// <param name="given">what she has given there so far</param>
    /// <param name="atFault">what the office will not take again</param>
    public async Task<QuestionAid> For(CitizenSession session, CaseFile file, Question question, GivenPaper? given, GivenPaper? atFault = null)
    {
        if (question.Type != "document") return QuestionAid.None;
        return new(session.IsForAnother ? [] : await own.For(file.Case.ApplicantId, file.Case.State, question), await GotFrom(file.Service, question),
            given is null ? await earlier.For(session, file.Case.ApplicantId, question, atFault) : [], null)
        {
            Uploaded = [.. (await uploads.Whole(session.AccountId, UploadPlace.InCase(file.Case.CaseId, question.Id))).Select(upload => upload.UploadId)],
        };
    }

    async Task<ServiceDefinition?> GotFrom(ServiceDefinition service, Question question) =>
        question.IfLacking is { Service.Length: > 0 } help ? await services.Current(service.State, help.Service) : null;
}
