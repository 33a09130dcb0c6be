using EkDwar.Cases.Benefits;
using EkDwar.Cases.Emergencies;
using EkDwar.Cases.Orders;
using EkDwar.Deadlines;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>Puts together what a citizen is told of her case. Asks nothing about who may: the page did.</summary>
public sealed class ReadTrackerView(EkDwarDb db, Timeline timeline, CaseClock clock, PostDirectory directory, RefusalLetters letters)
{
    public async Task<TrackerView> Run(CaseFile file, LanguageCode language, DateOnly today, bool mayAct)
    {
        var all = await timeline.Of(file);
        // What officials note for one another is not told here, nor that they did.
        var entries = all.Where(entry => entry.Kind != CaseEvent.NoteWritten).ToList();
        var record = ClockRecord.Of([.. entries.Select(entry => entry.Facts)]);
        var reading = record.Facts.Count == 0 ? null : await clock.Read(file, record);
        var certificate = file.Case.Status != CaseStatus.Granted ? null
            : await ValidOf(db, file.Case.CaseId);
        return new TrackerView(file, today, reading, await Steps(file, entries, reading?.Act, language), entries)
        {
            Desks = await Desks(file, language),
            Officers = await Officers(file, await clock.Act(file, record), language),
            Findings = mayAct ? StageFindings.Of(file, language, today, forCitizen: true) : [],
            Days = reading?.Days(reading.StoppedOn ?? Later(today, reading.DueOn), StateTime.Day(file.Case.SubmittedAt)) ?? [],
            Certificate = certificate,
            Licence = certificate?.ValidUntil is null ? null : certificate,
            Benefit = file.Service.Sanction is null ? null : await db.Set<Beneficiary>().AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == file.Case.CaseId),
            Instalments = file.Service.Sanction is not { IsInInstalments: true } ? []
                : InstalmentLine.Of(file, await db.Set<Instalment>().AsNoTracking().Where(part => part.CaseId == file.Case.CaseId).OrderBy(part => part.Seq).ToListAsync(), mayAct ? entries : [], (language, today)),
            Notes = [.. all.Where(entry => entry.Kind == CaseEvent.NoteWritten).Select(entry => (entry.PostId!.Value, entry.At))],
            MayAct = mayAct,
            Letter = mayAct ? await letters.Sent(file, entries) : null,
            Looks = mayAct ? await Looks(file, entries, language) : [],
        };
    }

    static DateOnly Later(DateOnly today, DateOnly? dueOn) => dueOn is { } due && due > today ? due : today;

    async Task<List<TrackedDesk>> Desks(CaseFile file, LanguageCode language)
    {
        var desks = new List<TrackedDesk>();
        foreach (var desk in file.Desks)
            desks.Add(new(Phrase.Of((await directory.Post(desk.PostId)).Names, language), When(desk.SinceAt, language), await clock.PartDue(file, desk)));
        return desks;
    }

    async Task<List<(string, Phrase)>> Officers(CaseFile file, ActRules act, LanguageCode language)
    {
        var officers = new List<(string, Phrase)>();
        foreach (var (role, designation) in file.Terms.Officers.InOrder)
            if (await directory.At(file.Case.OfficeId, designation) is { } post)
                officers.Add((act.AuthorityOf(role)?.In(language) ?? Texts.Get(language, "applying.officer." + role), Phrase.Of(post.Names, language)));
        return officers;
    }

    async Task<List<Step>> Steps(CaseFile file, IReadOnlyList<TimelineEntry> entries, ActRules? act, LanguageCode language)
    {
        var steps = new List<Step>();
        foreach (var entry in entries)
            steps.Add(new Step(ToldOrder.Of(entry, act)?.Text(language) ?? Texts.Get(language, $"cases.event.{entry.Kind}", ("section", file.Service.Deemed?.Section.In(language) ?? "")), DoorState.Done)
            {
                When = When(entry.At, language), WhenIso = entry.At.ToString("O"),
                By = entry.PostId is { } post ? Phrase.Of((await directory.Post(post)).Names, language) : null,
            });
        foreach (var desk in file.Desks)
            steps.Add(new Step(Texts.Get(language, "cases.on_desk", ("stage", file.Service.Stage(desk.Stage).Names.In(language))), DoorState.OnDesk)
            {
                When = When(desk.SinceAt, language), By = Phrase.Of((await directory.Post(desk.PostId)).Names, language),
            });
        if (!file.Case.Status.IsClosed()) steps.Add(new Step(Texts.Get(language, "cases.not_ready"), DoorState.NotStarted));
        return steps;
    }

    async Task<List<TrackedLook>> Looks(CaseFile file, IReadOnlyList<TimelineEntry> entries, LanguageCode language)
    {
        var lines = new List<TrackedLook>();
        var why = await EmergencyLooks.Why(file, entries, directory, language);
        // What one post looked at several times on a day is one line: who it was stays easy to see.
        foreach (var looks in (await LooksAt(db, file.Case.CaseId).ToListAsync()).GroupBy(look => (look.PostId, Told: look.Told(language), Day: StateTime.Day(look.At), look.EmergencyId)))
        {
            var (what, times) = (looks.Key.Told, looks.Count());
            lines.Add(new(Phrase.Of((await directory.Post(looks.Key.PostId)).Names, language), times == 1 ? what : Texts.Get(language, "cases.look_times", ("what", what), ("count", $"{times}")),
                When(looks.First().At, language), looks.Key.EmergencyId is { } id ? why[id] : null));
        }
        return lines;
    }

    static string When(DateTime at, LanguageCode language) => DayPart.At(at, language);

    // Where a case stands is what is asked most of the house: translated once.
    static readonly Func<EkDwarDb, long, Task<Certificate?>> ValidOf = EF.CompileAsyncQuery((EkDwarDb db, long caseId) =>
        db.Set<Certificate>().AsNoTracking().FirstOrDefault(c => c.CaseId == caseId && c.Status == CertificateStatus.Valid));
    static readonly Func<EkDwarDb, long, IAsyncEnumerable<Look>> LooksAt = EF.CompileAsyncQuery((EkDwarDb db, long caseId) =>
        db.Set<Look>().AsNoTracking().Where(look => look.CaseId == caseId).OrderByDescending(look => look.At).Take(50));
}
