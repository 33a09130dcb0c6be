using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>A broadcast as a desk reads it: whose, where, who wrote it, who answered and who stopped it.</summary>
public sealed record BroadcastLine(Broadcast Broadcast, LocalText Area, LocalText? Venue, LocalText Writer, LocalText? Answerer, LocalText? Stopper);

/// <summary>What may be chosen on the form: the office's own place and those in it, the largest first and no more than a list holds, and the services.</summary>
public sealed record BroadcastChoices(IReadOnlyList<PlaceFound> Places, IReadOnlyList<ServiceDefinition> Services, BroadcastRules Rules);

/// <summary>Use case: what whoever looks after an office sees of broadcasts, the ones that wait for her answer first. It counts nothing: what was counted stands in the row.</summary>
public sealed class ReadBroadcasts(EkDwarDb db, BroadcastDesk desk, PostDirectory directory, PublishedServices services, TimeProvider time)
{
    const int MostShown = 50, MostPlaces = 300;

    /// <summary>Those that wait for her answer, the oldest first, and the others, the newest first; null where she looks after no office.</summary>
    public async Task<(IReadOnlyList<BroadcastLine> Waiting, IReadOnlyList<BroadcastLine> Others)?> Run(DeskSession session)
    {
        if (await desk.InSight(session) is not { } inSight) return null;
        var now = time.UtcNow();
        var waiting = await inSight.AsNoTracking().Where(one => one.Status == BroadcastStatus.Asked && one.AnswerBy > now && one.WrittenById != session.OfficialId)
            .OrderBy(one => one.CountedAt).Take(MostShown).ToListAsync();
        // What somebody else is still writing is nobody's business.
        var others = await inSight.AsNoTracking().Where(one => one.WrittenById == session.OfficialId || one.Status != BroadcastStatus.Previewed)
            .OrderByDescending(one => one.CountedAt).ThenByDescending(one => one.BroadcastId).Take(MostShown).ToListAsync();
        return (await Lines(waiting), await Lines([.. others.Where(one => waiting.TrueForAll(other => other.BroadcastId != one.BroadcastId))]));
    }

    /// <summary>Null where there is none such for her.</summary>
    public async Task<BroadcastLine?> One(DeskSession session, Guid broadcastId) =>
        await desk.InSight(session) is { } inSight && await inSight.AsNoTracking().FirstOrDefaultAsync(one => one.BroadcastId == broadcastId) is { } found
            && (found.Status != BroadcastStatus.Previewed || found.WrittenById == session.OfficialId) ? (await Lines([found]))[0] : null;

    /// <summary>Null where she looks after no office.</summary>
    public async Task<BroadcastChoices?> Choices(DeskSession session)
    {
        if (await desk.OfficeOf(session) is not { } office || await desk.AreaOf(office) is not var (places, own)) return null;
        var within = places.Within(own).Where(place => !place.IsOver).OrderBy(place => place.LiesIn.Count).ThenBy(place => place.Code, StringComparer.Ordinal).Take(MostPlaces);
        return new([places.AndAbove(own).First(), .. within], await services.Current(office.State), desk.RulesOf(office.State)!);
    }

    async Task<IReadOnlyList<BroadcastLine>> Lines(IReadOnlyList<Broadcast> broadcasts)
    {
        var officials = broadcasts.SelectMany(one => new[] { one.WrittenById, one.AnsweredById, one.StoppedById }).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Official>().AsNoTracking().Where(official => officials.Contains(official.OfficialId)).ToDictionaryAsync(official => official.OfficialId, official => official.Names);
        var lines = new List<BroadcastLine>();
        foreach (var one in broadcasts)
        {
            var places = await directory.Places(one.State);
            lines.Add(new(one, Place(places, one.AreaId) ?? [], Place(places, one.VenueId), names[one.WrittenById], Name(one.AnsweredById), Name(one.StoppedById)));
        }
        return lines;

        LocalText? Name(Guid? official) => official is { } id ? names[id] : null;
    }

    static LocalText? Place(PlaceDay places, Guid? id) => id is { } placeId && places.CodeOf(placeId) is { } code ? PreviewBroadcast.NamesOf(places, code) : null;
}
