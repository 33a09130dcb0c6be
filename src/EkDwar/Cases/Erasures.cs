using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Cases.Corrections;
using EkDwar.Cases.Emergencies;
using EkDwar.Cases.Names;
using EkDwar.Cases.Papers;
using EkDwar.Cases.Parties;
using EkDwar.Cases.Visits;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.People.Mandates;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Destroys the keys that the erasure list names and this database still has: those just added, and at every start
/// those that an older copy of the database brought back. Run again it does nothing.
/// </summary>
/// <remarks>
/// Of a case, its ledger, its status and dates stay, and prove; what was sealed can be read by nobody. The account's mobile,
/// which a family shares, goes with the last of them.
/// </remarks>
public sealed class Erasures(EkDwarDb db, CaseFiles cases, ErasureList list, FileStore files, TimeProvider time)
{
    public async Task Apply()
    {
        var listed = list.Read();
        foreach (var ids in listed.Where(one => one.Kind == "case").Select(one => long.Parse(one.Id, CultureInfo.InvariantCulture)).Chunk(500))
            foreach (var caseId in await db.Set<Case>().Where(c => ids.Contains(c.CaseId) && c.WrappedKey != null).Select(c => c.CaseId).ToListAsync())
                await EraseCase(caseId);
        foreach (var ids in listed.Where(one => one.Kind == "person").Select(one => Guid.Parse(one.Id)).Chunk(500))
            await ErasePersons(ids);
    }

    async Task ErasePersons(Guid[] ids)
    {
        await db.Set<Person>().Where(person => ids.Contains(person.PersonId) && person.WrappedKey != null)
            .ExecuteUpdateAsync(change => change.SetProperty(person => person.WrappedKey, (byte[]?)null));
        var now = time.UtcNow();
        // Who may act for her is sealed under her key; by the mobile nobody is led to her any more.
        await db.Set<Mandate>().Where(mandate => ids.Contains(mandate.PersonId))
            .ExecuteUpdateAsync(change => change.SetProperty(mandate => mandate.GivenToHash, "").SetProperty(mandate => mandate.EndedAt, mandate => mandate.EndedAt ?? now));
        var drafted = await LooseFiles.Forget(db, null, ids);
        // First: a crash after this finds their notes again.
        foreach (var id in drafted) files.Delete(id);
        await db.ForgetEmptyAccounts(ids, time.UtcNow());
        await db.Save();
        db.ChangeTracker.Clear();
    }

    async Task EraseCase(long caseId)
    {
        // Another node may do the same at the same time: then it is done, and there is nothing left to open.
        for (; await cases.Open(caseId) is { } file; db.ChangeTracker.Clear())
        {
            var stored = await Stored(file);
            var now = time.UtcNow();
            // An older copy may have it on a desk still; nobody there could open it any more.
            if (file.Desk is not null) file.TakeOff(now);
            file.Record(CaseEvent.CaseErased, now, Actor.System, new(), new());
            (file.Case.WrappedKey, file.Case.PlaceId) = (null, null);
            if (!await db.TrySave()) continue;
            db.ChangeTracker.Clear();
            await db.Set<CaseParty>().Where(party => party.CaseId == caseId).ExecuteDeleteAsync();
            await db.Set<CaseWord>().Where(word => word.CaseId == caseId).ExecuteDeleteAsync();
            await db.Set<EmergencyRequest>().Where(request => request.AskedFor == caseId).ExecuteUpdateAsync(change => change.SetProperty(request => request.Words, (byte[]?)null));
            // Last: a crash before this leaves files that no key opens.
            stored.ForEach(files.Delete);
            return;
        }
    }

    async Task<List<string>> Stored(CaseFile file)
    {
        var told = (await new Timeline(db).Of(file)).Select(entry => entry.Body).ToList();
        var replaced = told.SelectMany(body => body.Replaced?.Values ?? []).Select(json => DocumentType.PaperOf(JsonNode.Parse(json))).OfType<GivenPaper>()
            // Every record an officer gave, those given before another as well.
            .Concat(told.Select(body => body.Findings).OfType<string>().SelectMany(found => DocumentType.PapersIn(file.Service, Answers.Parse(found))).Select(given => given.Paper));
        var papers = DocumentType.PapersIn(file.Service, file.Answers).Concat(DocumentType.PapersIn(file.Service, (await OpenCorrection.Of(db, file)).Anew)).Select(given => given.Paper).Concat(replaced).SelectMany(paper => paper.Parts).Select(part => part.File).Distinct().ToList();
        foreach (var visit in await db.Set<FieldVisit>().Where(visit => visit.CaseId == file.Case.CaseId).ToListAsync()) papers.AddRange(new OpenVisit(visit, file).Report.Files.Select(photo => photo.File));
        var certificates = await db.Set<Certificate>().Where(certificate => certificate.CaseId == file.Case.CaseId).Select(certificate => certificate.FileId).ToListAsync();
        return [.. papers, .. await PaperTraces.Forget(db, papers), .. await LooseFiles.Forget(db, file.Case.CaseId, []), .. certificates];
    }
}
