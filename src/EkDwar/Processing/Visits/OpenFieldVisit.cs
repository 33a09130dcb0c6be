using EkDwar.Cases;
using EkDwar.Cases.Visits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing.Visits;

/// <summary>
/// Use case: whoever opens the link asks for a code, which goes to the mobile the link was sent to, and types it: a link that
/// was passed on opens nothing. That it was opened is recorded as a look before anything is shown.
/// </summary>
public sealed class OpenFieldVisit(EkDwarDb db, FieldVisits visits, OneTimeCodes codes, TimeProvider time)
{
    public async Task<Outcome<OpenVisit>> SendCode(string token)
    {
        if (await visits.Find(token) is not { } visit || visit.At(time.UtcNow()) != LinkState.Open) return VisitLinks.Closed;
        if (await codes.Send(visit.Mobile, PurposeOf(visit), visits.LanguageOf(visit).Code) is { } wait) return wait with { Field = "code" };
        await db.Save();
        return visit;
    }

    public async Task<Outcome<OpenVisit>> Run(string token, string? code)
    {
        if (await visits.Find(token) is not { } visit || visit.At(time.UtcNow()) != LinkState.Open) return VisitLinks.Closed;
        if (await codes.Check(visit.Mobile, PurposeOf(visit), code) is { } refusal)
        {
            await db.Save();
            return refusal;
        }
        // By whom he was sent: he has no post of his own.
        db.Add(new Look
        {
            CaseId = visit.Visit.CaseId, LookId = Guid.CreateVersion7(), At = time.UtcNow(), OfficialId = visit.Visit.OfficialId, PostId = visit.Visit.PostId,
            What = Look.FieldVisit, Reason = "field_visit",
        });
        await db.Save();
        return visit;
    }

    static string PurposeOf(OpenVisit visit) => $"visit {visit.Visit.VisitId:N}";
}
