using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>What an officer says he saw: which party signed, on what day, identified by what. No number of a paper is kept.</summary>
public sealed record SeenSignature(string Party, DateOnly? SignedOn, string? IdentifiedBy)
{
    /// <summary>By what somebody may be identified, each the end of the key of its text.</summary>
    public static readonly string[] Papers = ["aadhaar", "voter_card", "driving_licence", "ration_card", "passport", "known_personally"];
}

/// <summary>
/// Use case: the officer records that a party appeared before him and signed, so that nobody is shut out for want of a phone.
/// It counts as her consent to what the case says now; with the last one, and the papers, the clock starts.
/// </summary>
public sealed class RecordSignature(EkDwarDb db, SignatureDesk desk, CaseStart start, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, SeenSignature seen)
    {
        if (await desk.Open(session, caseId) is not { } file) return DeskCases.NotYours;
        if (file.Case.Version != seenVersion) return Acts.SomebodyElseWasFirst;
        if (file.Case.Status is not (CaseStatus.AwaitingPapers or CaseStatus.AwaitingConsent)) return new Refusal("processing.signature_closed");
        var all = await start.Parties.Of(file);
        if (all.FirstOrDefault(party => party.Party.Key == seen.Party) is not { HasConsented: false } state) return new Refusal("processing.signature_closed");
        var now = time.UtcNow();
        var problems = new List<Refusal>();
        if (seen.SignedOn is not { } on || on < StateTime.Day(file.Case.SubmittedAt) || on > StateTime.Day(now)) problems.Add(new("processing.signature_day", "signed"));
        if (!SeenSignature.Papers.Contains(seen.IdentifiedBy)) problems.Add(new("processing.signature_paper", "identified"));
        if (problems.Count > 0) return problems;
        var (row, shown) = (state.Row, state.Party.Fingerprint);
        (row.Status, row.Means, row.Shown, row.AnsweredBy, row.SinceAt) = (PartyStatus.Consented, PartyMeans.BeforeOfficer, shown, null, now);
        var consent = new PartyConsent(seen.Party, shown) { Means = PartyMeans.BeforeOfficer, SignedOn = seen.SignedOn, IdentifiedBy = seen.IdentifiedBy };
        await start.Consented(file, new ConsentEntry(CaseEvent.SignatureRecorded, now, Actor.Post(session.PostId, session.OfficialId), new() { Consent = consent }), [.. all.Where(party => party != state)]);
        return await db.SaveAct(file.Case);
    }
}
