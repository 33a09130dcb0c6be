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
        if (await Find(db, caseId) is not { } found || CaseSeal.Of(master, found.Case) is not { } seal) return null;
        return new(db, found.Case, seal, await services.Version(found.Case.State, found.Case.ServiceId, found.Case.ServiceVersion), found.Desk);
    }

    sealed record Found(Case Case, WorkItem? Desk);

    // Every act and every page of a case begins here: one round trip, translated once.
    static readonly Func<EkDwarDb, long, Task<Found?>> Find = EF.CompileAsyncQuery((EkDwarDb db, long caseId) => (
        from c in db.Set<Case>()
        where c.CaseId == caseId
        join item in db.Set<WorkItem>().Where(item => item.DoneAt == null) on c.CaseId equals item.CaseId into desks
        from desk in desks.DefaultIfEmpty()
        select new Found(c, desk)).FirstOrDefault());
}
