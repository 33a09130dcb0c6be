using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Applying;

/// <summary>Where a draft leads next: its first open question, or check-answers when there is none.</summary>
public static class ApplyAddresses
{
    public static string Next(OpenDraft draft) => Next(draft.Service, draft.Answers);

    public static string Next(ServiceDefinition service, Answers answers) => Of(service, answers, Interview.Next(service, answers));

    /// <summary>The page on which a question is asked; check-answers where there is none. A page of several is called by the first of them that is asked.</summary>
    public static string Of(ServiceDefinition service, Answers answers, Question? question) => Of(service.Id, question is null ? null : Interview.Together(service, answers, question)[0].Id);

    public static string Of(string serviceId, string? questionId) => $"apply/{serviceId}/{questionId ?? "check-answers"}";
}
