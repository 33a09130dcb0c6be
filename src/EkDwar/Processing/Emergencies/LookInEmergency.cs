using EkDwar.Cases;
using EkDwar.Cases.Emergencies;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Emergencies;

/// <summary>A case opened in an emergency, and until when.</summary>
public sealed record OpenedInEmergency(CaseFile File, DateTime Until);

/// <summary>
/// Use case: who asked opens the one case that was allowed to her, from the post she asked from, while its hours last. Only to
/// read: no act of a desk knows this way in. Every look is recorded with its request before anything is shown.
/// </summary>
public sealed class LookInEmergency(EkDwarDb db, CaseFiles cases, LookBook looks, TimeProvider time)
{
    public async Task<Outcome<OpenedInEmergency>> Run(DeskSession session, Guid requestId, string what, Func<CaseFile, bool>? isThere = null)
    {
        var request = await db.Set<EmergencyRequest>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.RequestId == requestId && one.AskedById == session.OfficialId && one.AskedFromId == session.PostId);
        if (request?.IsOpen(time.UtcNow()) != true || await cases.Open(request.AskedFor) is not { } file || isThere?.Invoke(file) == false) return DeskCases.NotYours;
        await looks.Write(session, file.Case, what, "emergency", requestId);
        return new OpenedInEmergency(file, request.OpenUntil!.Value);
    }
}
