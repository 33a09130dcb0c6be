using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>What was chosen on the form; a day is the first of all days where what was typed is none.</summary>
public sealed record BroadcastForm(string? Kind, string? Area, string? Venue, string? Service, DateOnly? FromOn, DateOnly? UntilOn);

/// <summary>
/// Use case: whoever looks after an office writes a broadcast to its area or a part of it, and is shown what it says and whom it
/// reaches at what cost. Counted here, once, through the same walk that later tells them; nobody is told by it. Refused where it
/// reaches nobody, or more people than the state lets one broadcast reach.
/// </summary>
public sealed class PreviewBroadcast(EkDwarDb db, BroadcastDesk desk, AreaPeople people, PublishedServices services, TimeProvider time)
{
    const int Step = 1_000, MostDays = 31, MostAhead = 92;

    public async Task<Outcome<Guid>> Run(DeskSession session, BroadcastForm form)
    {
        if (await desk.OfficeOf(session) is not { } office || desk.RulesOf(office.State) is not { } rules || await desk.AreaOf(office) is not var (places, own)) return BroadcastDesk.NotYours;
        var faults = new List<Refusal>();
        if (!Enum.TryParse<BroadcastKind>(form.Kind, out var kind) || !Enum.IsDefined(kind)) faults.Add(new("notifying.broadcasts.kind_needed", "kind"));
        var isCamp = form.Kind == nameof(BroadcastKind.Camp);
        // Only what lies in the area of her office, whatever the form was made to say.
        var area = Within(places, own, form.Area);
        if (area is null) faults.Add(new("notifying.broadcasts.area_needed", "area"));
        var venue = isCamp ? Within(places, own, form.Venue) : null;
        if (isCamp && venue is null) faults.Add(new("notifying.broadcasts.venue_needed", "venue"));
        var service = isCamp && !string.IsNullOrEmpty(form.Service) ? await services.Current(office.State, form.Service) : null;
        if (isCamp && service is null && !string.IsNullOrEmpty(form.Service)) faults.Add(new("notifying.broadcasts.service_unknown", "service"));
        faults.AddRange(DayFaults(form));
        if (faults.Count > 0) return faults;
        var (from, until) = (form.FromOn!.Value, form.UntilOn ?? form.FromOn.Value);
        var place = NamesOf(places, venue ?? area!);
        var words = BroadcastWords.Of(kind, place, service?.ShortNames, from, until);
        if (!BroadcastWords.Fits(place) || !BroadcastWords.MayLeave(words)) return new Refusal("notifying.broadcasts.name_too_long", isCamp ? "venue" : "area");
        var areaId = places.IdOf(area!)!.Value;
        if (await Count(office.State, areaId, words, rules.MostPeople) is not var (reached, letters, segments)) return new Refusal("notifying.broadcasts.too_many", "area", ("count", $"{rules.MostPeople}"));
        if (reached == 0) return new Refusal("notifying.broadcasts.nobody", "area");
        var now = time.UtcNow();
        var broadcast = new Broadcast
        {
            BroadcastId = Guid.CreateVersion7(), State = office.State, OfficeId = office.OfficeId, Kind = kind, AreaId = areaId, VenueId = venue is null ? null : places.IdOf(venue),
            ServiceId = service?.Id ?? "", FromOn = from, UntilOn = until, Words = words, Status = BroadcastStatus.Previewed, People = reached, Letters = letters, Segments = segments,
            CostMinor = segments * rules.PaiseEach, CountedAt = now, WrittenById = session.OfficialId, WrittenFromId = session.PostId, AnswerBy = now.AddHours(rules.AnswerHours),
        };
        db.Add(broadcast);
        await db.Save();
        return broadcast.BroadcastId;
    }

    List<Refusal> DayFaults(BroadcastForm form)
    {
        var (today, faults) = (time.Today(), new List<Refusal>());
        if (form.FromOn is not { } from || from < today || from > today.AddDays(MostAhead)) faults.Add(new("notifying.broadcasts.from_wrong", "from", ("days", $"{MostAhead}")));
        else if (form.UntilOn is { } until && (until < from || until >= from.AddDays(MostDays))) faults.Add(new("notifying.broadcasts.until_wrong", "until", ("days", $"{MostDays}")));
        return faults;
    }

    static string? Within(PlaceDay places, string own, string? code) =>
        code is { Length: > 0 } && places.Has(code) && places.IdOf(code) is not null && (code == own || places.LiesIn(code).Contains(own)) ? code : null;

    internal static LocalText NamesOf(PlaceDay places, string code) => places.AndAbove(code).First().Names;

    /// <summary>Each person once, however many applications she has. Null where they are more than may be told.</summary>
    async Task<(int People, int Letters, int Segments)?> Count(string state, Guid areaId, LocalText words, int most)
    {
        var (seen, letters, segments) = (new HashSet<Guid>(), 0, 0);
        for (AreaStep? at = AreaStep.First; at is { } step;)
        {
            var (found, next) = await people.Step(state, areaId, step, Step);
            foreach (var person in found.Where(person => seen.Add(person.AccountId)))
            {
                if (seen.Count > most) return null;
                letters += person.HasEmail ? 1 : 0;
                segments += ShortMessage.Segments(words.In(LanguageCode.Parse(person.Language)));
            }
            at = next;
        }
        return (seen.Count, letters, segments);
    }
}
