using EkDwar.Cases.Names;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>Moves a case from desk to desk of its office along the way its service gives it, and to another office. Asks nobody's leave and records nothing: that is each use case's own.</summary>
public sealed class CasePath(EkDwarDb db, PostDirectory directory, CaseWords words)
{
    /// <summary>By which its applicant's name is found at the offices it comes to.</summary>
    public CaseWords Words => words;

    /// <summary>This desk has done its part. The case goes on once nobody beside it has still to act.</summary>
    public async Task<Refusal?> PassOn(CaseFile file, DateTime now)
    {
        if (file.Desks.Count < 2) return await Place(file, file.Next, now);
        file.Leave(now);
        return null;
    }

    /// <summary>The case goes to another office, to the first desks of its way; a refusal, and nothing moved, where that office lacks a post.</summary>
    public async Task<Refusal?> Move(CaseFile file, Office office, DateTime now)
    {
        var before = file.Case.OfficeId;
        file.Case.OfficeId = office.OfficeId;
        if (await Place(file, file.Path.First, now) is { } lacks)
        {
            file.Case.OfficeId = before;
            return lacks;
        }
        await words.Follow(file);
        return null;
    }

    /// <summary>Puts the case on the desks of these stages and off all others; a refusal where its office lacks a post.</summary>
    public async Task<Refusal?> Place(CaseFile file, IReadOnlyList<Stage> stages, DateTime now)
    {
        if (stages.Count == 0) return new("processing.no_next_post");
        var next = new List<(Stage, Post)>();
        foreach (var stage in stages)
        {
            if (await directory.At(file.Case.OfficeId, stage.Post) is not { } post) return new("processing.no_next_post");
            next.Add((stage, post));
        }
        file.PlaceAt(next, now);
        return null;
    }

    /// <summary>Puts the case back at a stage it has come by: on the desk of the post that had it there, where several share the work.</summary>
    public async Task<Refusal?> PlaceBack(CaseFile file, Stage stage, DateTime now)
    {
        if (await directory.At(file.Case.OfficeId, stage.Post) is not { IsShared: true }) return await Place(file, [stage], now);
        var (caseId, id) = (file.Case.CaseId, stage.Id);
        var here = (await directory.Alike(file.Case.OfficeId, stage.Post)).Select(post => post.PostId).ToList();
        // Where the case came to this office later, nobody here has had that stage.
        var last = await db.Set<WorkItem>().Where(item => item.CaseId == caseId && item.Stage == id && here.Contains(item.PostId)).OrderByDescending(item => item.Seq).Select(item => (Guid?)item.PostId).FirstOrDefaultAsync();
        if (last is not { } had) return await Place(file, [stage], now);
        file.PlaceAt([(stage, await directory.Post(had))], now);
        return null;
    }
}
