using EkDwar.Catalogue;
using EkDwar.Foundation.Outcomes;
using EkDwar.Places;

namespace EkDwar.Cases;

/// <summary>Moves a case from desk to desk of its office along the way its service gives it, and to another office. Asks nobody's leave and records nothing: that is each use case's own.</summary>
public sealed class CasePath(PostDirectory directory)
{
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
        if (await Place(file, file.Path.First, now) is not { } lacks) return null;
        file.Case.OfficeId = before;
        return lacks;
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
}
