using System.Globalization;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Cases.Limits;
using EkDwar.Cases.Waits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Notifying.Sms;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>What is told of a case, to whom and in which language: the same words whatever carries them.</summary>
/// <param name="Event">what happened</param>
/// <param name="Template">the text of the house it is said with, or whose place the service's own words took</param>
public sealed record Notice(CaseFile File, Account Account, string Event, string Template, string Text)
{
    public LanguageCode Language { get; init; }

    /// <summary>The service whose own words these are; empty where they are the house's.</summary>
    public string Service { get; init; } = "";

    /// <summary>The same in another language; and as the house says it where the service has words of its own.</summary>
    public required Func<LanguageCode, string> Say { get; init; }
    public required Func<LanguageCode, string> House { get; init; }

    /// <summary>The date the text names, or would; null where there is none.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether what came since made it needless.</summary>
    public bool IsPast { get; init; }
}

/// <summary>Finds the words of a notice from what the outbox names: a reference, an event, and what that was about.</summary>
public sealed class NoticeWords(EkDwarDb db, CaseFiles cases)
{
    /// <summary>Null where the case was erased.</summary>
    public async Task<Notice?> Of(string body)
    {
        var parts = body.Split(' ');
        if (!CaseReference.TryParse(parts[0], out var reference)) throw new FormatException("no case reference");
        if (await cases.Open(reference.CaseId) is not { } file) return null;
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.AccountId == file.Case.FiledById);
        if (account.IsErased) return null;
        var language = LanguageCode.Parse(account.ToldIn ?? file.Case.Language);
        // The last consent completes it as the last paper would.
        var happened = parts[1] == nameof(CaseEvent.ConsentGiven) && file.Case.DueOn is null ? nameof(CaseEvent.PapersCompleted) : parts[1];
        // After the event: the instalment it is about, or what was waited for.
        var part = parts.Length > 2 && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var no) ? await PartOf(reference.CaseId, no) : null;
        var other = parts.Length > 2 && CaseReference.TryParse(parts[2], out var named) ? named.Compact : null;
        var key = happened + (part is { Need: NeedStatus.Missed } && happened == nameof(CaseEvent.InstalmentNeedRecorded) ? "_missed"
            : parts.Length > 2 && part is null && other is null ? "_" + parts[2] : Awaiting(happened, file));
        var passed = happened == nameof(CaseEvent.LimitPassed) ? await PassedLimit.Of(db, file) : null;
        if (passed is { LodgeDays: null }) key += "_no_period";
        var dueOn = happened == EndWait.Reminder ? file.Case.ClosesOn : file.Case.DueOn;
        var own = file.Service.Messages.Find(message => message.Words(key));
        return new(file, account, parts[1], key, Say(language))
        {
            Language = language, DueOn = dueOn,
            // Waited for no more; or decided since the limit passed, so that nothing is left to do about it.
            IsPast = parts[1] == EndWait.Reminder && WaitRules.CauseOf(file.Case.Status) != parts[2] || passed is not null && file.Case.Status.IsClosed(),
            Service = own is null ? "" : file.Service.Id, Say = Say, House = House,
        };

        string Say(LanguageCode language) => own?.In(language, Service(language), reference.Compact, Due(language)) ?? House(language);

        string House(LanguageCode language) => Texts.Get(language, $"notifying.{key}", ("service", Service(language)), ("reference", reference.Compact), ("due", Due(language)),
            ("fee", PlainValue.Rupees(file.Fee.TotalMinor)), ("instalment", PlainValue.Of(part?.RuleIn(file.Service).Names.In(language) ?? "")),
            ("amount", PlainValue.Rupees(part?.AmountMinor ?? 0)), ("other", other ?? ""), ("authority", PlainValue.Of(passed?.Authority?.In(language) ?? "")), ("days", passed?.LodgeDays?.ToString(CultureInfo.InvariantCulture) ?? ""));

        string Service(LanguageCode language) => PlainValue.Of(file.Service.ShortNames.In(language));

        string Due(LanguageCode language) => dueOn is { } on ? LongDate.Of(on, language) : "";
    }

    /// <summary>What an application still waits for when it is acknowledged: then there is no date to tell.</summary>
    static string Awaiting(string happened, CaseFile file) => happened switch
    {
        nameof(CaseEvent.ApplicationSubmitted) when file.Case.Status == CaseStatus.AwaitingRegister => "_register_away",
        nameof(CaseEvent.ApplicationSubmitted) when file.Case.DueOn is null =>
            file.Case.Status switch { CaseStatus.AwaitingFee => "_fee_unpaid", CaseStatus.AwaitingPapers => "_papers_missing", CaseStatus.AwaitingConsent => "_consent_missing", _ => "_without_date" },
        nameof(CaseEvent.PapersCompleted) when file.Case.Status == CaseStatus.AwaitingFee => "_fee_unpaid",
        nameof(CaseEvent.PapersCompleted) when file.WaitsForEvent => "_without_date",
        // Assessed to nothing, there is nothing to ask for.
        nameof(CaseEvent.FeeAssessed) when !file.OwesFee => "_nothing",
        _ => "",
    };

    /// <summary>The instalment a message is about, as it stands when it leaves.</summary>
    Task<Instalment?> PartOf(long caseId, int seq) => db.Set<Instalment>().AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == caseId && one.Seq == seq);
}
