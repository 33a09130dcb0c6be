using EkDwar.Cases.Waits;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>Opens cases. It asks nothing about who may: that is each use case's own first question.</summary>
public sealed class CaseFiles(EkDwarDb db, PublishedServices services, MasterKey master, IReadOnlyDictionary<string, StateProfile> states, PostDirectory directory)
{
    /// <summary>A case that begins: its row is made with its own key, sealed, and it lies on no desk yet.</summary>
    public CaseFile Begin(ServiceDefinition service, CaseReference reference, Func<CaseSeal, byte[], Case> make)
    {
        var (seal, wrapped) = CaseSeal.New(master, reference.CaseId);
        return new(db, make(seal, wrapped), seal, service, null) { Waits = WaitRules.Of(service, states.GetValueOrDefault(service.State)), Emergencies = states.GetValueOrDefault(service.State)?.Emergency, Warnings = states.GetValueOrDefault(service.State)?.LimitWarnings ?? [] };
    }

    /// <summary>The case, or null when there is none or it was erased.</summary>
    public async Task<CaseFile?> Open(long caseId)
    {
        if (await Find(db, caseId) is not { } found || CaseSeal.Of(master, found.Case) is not { } seal) return null;
        var service = await services.Version(found.Case.State, found.Case.ServiceId, found.Case.ServiceVersion);
        var state = states.GetValueOrDefault(service.State);
        var file = new CaseFile(db, found.Case, seal, service, found.Desk) { Waits = WaitRules.Of(service, state), Emergencies = state?.Emergency, Signing = state?.Signing ?? new(), Warnings = state?.LimitWarnings ?? [] };
        // Few services have stages side by side: only theirs are asked for further desks.
        if (found.Desk is not null && service.Stages.Exists(stage => stage.Together.Length > 0))
            foreach (var item in await db.Set<WorkItem>().Where(item => item.CaseId == caseId).OrderBy(item => item.Seq).ToListAsync()) file.Know(item);
        return file;
    }

    /// <summary>What a person sent through her own account, the newest first, opened one by one; what was erased is passed over.</summary>
    public async IAsyncEnumerable<CaseFile> SentBy(Guid personId, Guid accountId, int most)
    {
        var ids = await db.Set<Case>().AsNoTracking().Where(c => c.ApplicantId == personId && c.FiledById == accountId && c.WrappedKey != null)
            .OrderByDescending(c => c.SubmittedAt).Select(c => c.CaseId).Take(most).ToListAsync();
        foreach (var id in ids)
            if (await Open(id) is { } file) yield return file;
    }

    /// <summary>
    /// Whether the case lies, or once lay, on this post's desk, or its certificate was signed for this post; or whether it lies
    /// on the desk this post shares, or left that without anybody having claimed it.
    /// </summary>
    public async Task<bool> WasAt(long caseId, Guid postId) => await Had(caseId, postId) || await SignedFor(caseId, postId)
        || await directory.SharedDeskOf(postId) is { PostId: var shared } && (await Unclaimed(caseId, shared) || await SignedFor(caseId, shared));

    /// <summary>Whether the case lies, or once lay, on this very post's desk.</summary>
    public Task<bool> Had(long caseId, Guid postId) => db.Set<WorkItem>().AnyAsync(item => item.CaseId == caseId && item.PostId == postId);

    /// <summary>Whether its applicant asked for a correction that the desk has still to answer: nobody decides on what she says is wrong.</summary>
    public Task<bool> AwaitsCorrection(long caseId) => db.Set<Corrections.Correction>().AnyAsync(correction => correction.CaseId == caseId && correction.AskedAt != null);

    Task<bool> SignedFor(long caseId, Guid postId) => db.Set<Certificate>().AnyAsync(certificate => certificate.CaseId == caseId && certificate.PostId == postId);

    Task<bool> Unclaimed(long caseId, Guid shared) => db.Set<WorkItem>().AnyAsync(item => item.CaseId == caseId && item.PostId == shared
        && !db.Set<WorkItem>().Any(later => later.CaseId == caseId && later.Stage == item.Stage && later.Seq > item.Seq));

    /// <summary>The desk this post shares; none where it is the only one of its designation.</summary>
    public async Task<IReadOnlyList<Guid>> SharedBy(Guid postId) => await directory.SharedDeskOf(postId) is { } shared ? [shared.PostId] : [];

    /// <summary>Turns the case to the desk of this post, or to the one it shares. True where nobody has claimed it from there.</summary>
    public async Task<bool> SeeFrom(CaseFile file, Guid postId)
    {
        var shared = (await directory.SharedDeskOf(postId))?.PostId;
        file.SeenFrom(postId, shared);
        return shared is not null && file.Desk?.PostId == shared;
    }

    /// <summary>The case, when its ledger says that this act was done on what its officer saw; null when it was not.</summary>
    public async Task<CaseReference?> Earlier(DeskAct act)
    {
        if (act.SeenVersion < 0 || await Open(act.CaseId) is not { } file) return null;
        // The first entry makes version 0, and every later one the next: what came after the version she saw has a higher number.
        var seen = act.SeenVersion + 1;
        var kind = act.Kind.ToString();
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(entry => entry.StreamKind == Ledger.CaseStream && entry.StreamId == act.CaseId
            && entry.Seq > seen && entry.Kind == kind && entry.PostId == act.Session.PostId).ToListAsync();
        return entries.Exists(entry => act.Is(LedgerBody.Parse(file.Seal.Open(entry.Body, "ledger", entry.Seq)))) ? file.Case.Reference : null;
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
