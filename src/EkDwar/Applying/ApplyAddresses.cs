using EkDwar.Catalogue;

namespace EkDwar.Applying;

/// <summary>Where a draft leads next: its first open question, or check-answers when there is none.</summary>
public static class ApplyAddresses
{
    public static string Next(OpenDraft draft) => Of(draft.Service.Id, Interview.Next(draft.Service, draft.Answers)?.Id);

    public static string Of(string serviceId, string? questionId) => $"apply/{serviceId}/{questionId ?? "check-answers"}";
}
