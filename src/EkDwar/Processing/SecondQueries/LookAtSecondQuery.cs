using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Processing.SecondQueries;

/// <summary>
/// Use case: a senior opens the case for which leave to ask again is wanted of her, while it waits and no longer. To read, and
/// to answer that alone. Every look is recorded before anything is shown.
/// </summary>
public sealed class LookAtSecondQuery(LeaveToAsk leaves, LookBook looks)
{
    public async Task<Outcome<SecondQuery>> Run(DeskSession session, CaseReference reference, string what, Func<CaseFile, bool>? isThere = null)
    {
        if (await leaves.Of(session, reference) is not { Leave.AnsweredAt: null, IsThere: true } query || isThere?.Invoke(query.File) == false) return DeskCases.NotYours;
        await looks.Write(session, query.File.Case, what, Look.SecondQuery);
        return query;
    }
}
