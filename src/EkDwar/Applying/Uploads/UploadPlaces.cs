using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.People;

namespace EkDwar.Applying.Uploads;

/// <summary>Where somebody may send a file piece by piece: a paper of her own draft, or of a case filed through her account.</summary>
public sealed class UploadPlaces(Drafts drafts, TrackCase track)
{
    /// <summary>Null when she has no such draft, or it asks for no such paper.</summary>
    public async Task<string?> InDraft(CitizenSession session, string state, string service, string question) =>
        await drafts.Open(session, state, service) is { } draft && IsPaper(draft.Service, question) ? UploadPlace.InDraft(draft.Draft.DraftId, question) : null;

    public async Task<string?> InCase(CitizenSession session, string reference, string question) =>
        CaseReference.TryParse(reference, out var parsed) && await track.ForSender(session, parsed) is { } file && !file.Case.Status.IsClosed()
            && IsPaper(file.Service, question) ? UploadPlace.InCase(file.Case.CaseId, question) : null;

    static bool IsPaper(ServiceDefinition service, string question) => service.Questions.Exists(asked => asked.Id == question && asked.Type == "document");
}
