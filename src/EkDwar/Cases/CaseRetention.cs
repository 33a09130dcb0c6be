using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>Until when the law, as the state's and the service's files have it, keeps a case: so many years after the last entry of its ledger.</summary>
public sealed class CaseRetention(EkDwarDb db, PublishedServices services, IReadOnlyDictionary<string, StateProfile> states)
{
    /// <summary>The last day on which it must still be there; null where no file says anything.</summary>
    public async Task<DateOnly?> KeptUntil(Case c)
    {
        var service = await services.Version(c.State, c.ServiceId, c.ServiceVersion);
        var years = Math.Max(states.GetValueOrDefault(c.State)?.Keep?.Years ?? 0, service.Keep?.Years ?? 0);
        if (years == 0) return null;
        // That somebody might look at it keeps a case no longer.
        var last = await db.Set<LedgerEntry>().Where(entry => entry.StreamKind == Ledger.CaseStream && entry.StreamId == c.CaseId
            && entry.Kind != nameof(CaseEvent.EmergencyLookAllowed) && entry.Kind != nameof(CaseEvent.EmergencyLookRefused)).MaxAsync(entry => entry.At);
        return StateTime.Day(last).AddYears(years);
    }
}
