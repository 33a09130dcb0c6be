using System.Globalization;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Cases.Limits;
using EkDwar.Cases.Waits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>From the outbox: tells the applicant what happened to her case, in the case's language, with the reference and what to do.</summary>
public sealed class SendNotice(EkDwarDb db, CaseFiles cases, Accounts accounts, PostDirectory directory, Deliveries deliveries) : IOutboxHandler
{
    public string Kind => "notice";

    public async Task Handle(OutboxMessage message)
    {
        var parts = message.Body.Split(' ');
        if (!CaseReference.TryParse(parts[0], out var reference)) throw new FormatException("no case reference");
        var file = await cases.Open(reference.CaseId);
        if (file is null) return;
        // What came since made the reminder needless.
        if (parts[1] == EndWait.Reminder && WaitRules.CauseOf(file.Case.Status) != parts[2]) return;
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.AccountId == file.Case.FiledById);
        var language = LanguageCode.Parse(file.Case.Language);
        // The last consent completes it as the last paper would.
        var happened = parts[1] == nameof(CaseEvent.ConsentGiven) && file.Case.DueOn is null ? nameof(CaseEvent.PapersCompleted) : parts[1];
        // After the event: the instalment it is about, or what was waited for.
        var part = parts.Length > 2 && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var no) ? await PartOf(reference.CaseId, no) : null;
        var other = parts.Length > 2 && CaseReference.TryParse(parts[2], out var named) ? named.Compact : null;
        var notice = happened + (part is { Need: NeedStatus.Missed } && happened == nameof(CaseEvent.InstalmentNeedRecorded) ? "_missed"
            : parts.Length > 2 && part is null && other is null ? "_" + parts[2] : Awaiting(happened, file));
        var passed = happened == nameof(CaseEvent.LimitPassed) ? await PassedLimit.Of(db, file) : null;
        // Decided since, there is nothing left to do about it.
        if (passed is not null && file.Case.Status.IsClosed()) return;
        if (passed is { LodgeDays: null }) notice += "_no_period";
        var (service, due) = (file.Service.ShortNames.In(language), (happened == EndWait.Reminder ? file.Case.ClosesOn : file.Case.DueOn) is { } on ? LongDate.Of(on, language) : "");
        var own = file.Service.Messages.Find(message => message.Words(notice));
        var text = own?.In(language, service, reference.Compact, due)
            ?? Texts.Get(language, $"notifying.{notice}", ("service", service), ("reference", reference.Compact), ("due", due),
                ("fee", IndianNumber.Rupees(file.Fee.TotalMinor)), ("heads", Heads(file, language)),
                ("instalment", part?.RuleIn(file.Service).Names.In(language) ?? ""), ("amount", IndianNumber.Rupees(part?.AmountMinor ?? 0)),
                ("other", other ?? ""), ("authority", passed?.Authority?.In(language) ?? ""), ("days", passed?.LodgeDays?.ToString(CultureInfo.InvariantCulture) ?? ""), ("office", (await directory.Office(file.Case.OfficeId)).Names.In(language)));
        await deliveries.HandOver(new(message.Id, accounts.MobileOf(account).Digits, text, language.Code) { Template = own is null ? notice : "" });
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

    static string Heads(CaseFile file, LanguageCode language) =>
        string.Join(", ", file.Fee.Lines.Select(line => $"{file.Service.Fee.Head(line.Code)?.Names.In(language)} {IndianNumber.Rupees(line.AmountMinor)}"));
}
