using EkDwar.Cases.Visits;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;

namespace EkDwar.Processing.Visits;

/// <summary>Lets whoever typed the code of a link, and nobody else, at what the visit is about, as long as the link is open.</summary>
public sealed class VisitLinks(FieldVisits visits, TimeProvider time)
{
    /// <summary>The link is not one, or is no more.</summary>
    public static readonly Refusal Closed = new("processing.visit.closed");

    /// <param name="confirmed">The visit whose code was typed in this browser; null where none was.</param>
    public async Task<Outcome<OpenVisit>> Confirmed(string token, Guid? confirmed) =>
        await visits.Find(token) is { } visit && visit.At(time.UtcNow()) == LinkState.Open && visit.Visit.VisitId == confirmed ? visit : Closed;
}
