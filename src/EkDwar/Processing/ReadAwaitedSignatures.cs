using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing;

/// <summary>A case that waits for a consent, with those who have not given theirs.</summary>
public sealed record AwaitedSignatures(CaseFile File, ApplicantName Applicant, IReadOnlyList<PartyState> Parties);

/// <summary>Use case: the cases whose parties may come and sign before this post, the oldest first.</summary>
public sealed class ReadAwaitedSignatures(EkDwarDb db, CaseFiles cases, CaseParties parties, SignatureDesk desk, PostDirectory directory)
{
    public const int AtMost = 100;

    public async Task<IReadOnlyList<AwaitedSignatures>> Run(DeskSession session)
    {
        var officeId = (await directory.Post(session.PostId)).OfficeId;
        var ids = await db.Set<Case>().AsNoTracking()
            .Where(c => c.OfficeId == officeId && (c.Status == CaseStatus.AwaitingPapers || c.Status == CaseStatus.AwaitingConsent)
                && db.Set<CaseParty>().Any(party => party.CaseId == c.CaseId && party.Status != PartyStatus.Consented))
            .OrderBy(c => c.SubmittedAt).Select(c => c.CaseId).Take(AtMost).ToListAsync();
        var waiting = new List<AwaitedSignatures>();
        foreach (var id in ids)
            if (await cases.Open(id) is { } file && await desk.IsBefore(session, file))
                waiting.Add(new(file, ApplicantName.Of(file.Service, file.Answers, file.Case.Language), [.. (await parties.Of(file)).Where(party => !party.HasConsented)]));
        return waiting;
    }
}
