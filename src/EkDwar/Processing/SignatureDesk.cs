using EkDwar.Cases;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Processing;

/// <summary>
/// Before whom a party signs: the post that has the case, or, while no desk has it because a consent is missing, the post it
/// would come to first. Any other is answered as if there were no such case.
/// </summary>
public sealed class SignatureDesk(CaseFiles cases, PostDirectory directory)
{
    /// <summary>The case, for the post before which its parties sign; null for any other.</summary>
    public async Task<CaseFile?> Open(DeskSession session, long caseId) =>
        await cases.Open(caseId) is { Service.Parties.Count: > 0 } file && await IsBefore(session, file) ? file : null;

    public async Task<bool> IsBefore(DeskSession session, CaseFile file) => file.Desk is not null ? file.Desks.Any(desk => desk.PostId == session.PostId)
        : (await directory.Alike(file.Case.OfficeId, file.Path.First[0].Post)).Any(post => !post.IsShared && post.PostId == session.PostId);
}
