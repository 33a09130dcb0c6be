using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>Opens cases. It asks nothing about who may: that is each use case's own first question.</summary>
public sealed class CaseFiles(EkDwarDb db, PublishedServices services, MasterKey master)
{
    /// <summary>The case, or null when there is none or it was erased.</summary>
    public async Task<CaseFile?> Open(long caseId)
    {
        var c = await db.Set<Case>().FirstOrDefaultAsync(row => row.CaseId == caseId);
        if (c is null || CaseSeal.Of(master, c) is not { } seal) return null;
        var desk = await db.Set<WorkItem>().FirstOrDefaultAsync(item => item.CaseId == caseId && item.DoneAt == null);
        return new(db, c, seal, await services.Version(c.State, c.ServiceId, c.ServiceVersion), desk);
    }
}
