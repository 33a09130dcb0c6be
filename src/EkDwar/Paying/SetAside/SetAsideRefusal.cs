using System.Globalization;
using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.Paying.Office;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying.SetAside;

/// <summary>The order by which an authority set a refusal aside.</summary>
public sealed record Order(string Number, DateOnly? On, string? Words)
{
    public List<Refusal> Problems(DateOnly refusedOn, DateOnly today)
    {
        var problems = new List<Refusal>();
        if (Number.Length == 0 || !Tender.IsNumber(Number)) problems.Add(new("paying.order_number_needed", "number"));
        if (On is null) problems.Add(new("paying.day_needed", "on"));
        else if (On > today) problems.Add(new("paying.day_future", "on"));
        else if (On < refusedOn) problems.Add(new("paying.order_before_refusal", "on"));
        if (OfficersWords.Unfit(Words, "words", isNeeded: true) is { } unfit) problems.Add(unfit);
        return problems;
    }
}

/// <summary>
/// Use case: the first appellate authority's post records its order that a refusal was wrong. The decision on the case
/// stays as it was made; the citizen may have her fee back, or apply again free of charge. Not the appeal itself.
/// </summary>
public sealed class SetAsideRefusal(EkDwarDb db, MoneyDesk desk, MoneyBook book, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, Order order)
    {
        var act = new DeskAct(session, caseId, seenVersion, "set_aside", CaseEvent.RefusalSetAside, new()
        {
            Words = OfficersWords.Or(order.Words), Stated = new Dictionary<string, string> { ["number"] = order.Number, ["on"] = order.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "" },
        });
        return desk.Act(act, (posts, file) => posts.IsFirstAppellate(session, file), file => SetAside(file, act, order));
    }

    async Task<Outcome<CaseReference>> SetAside(CaseFile file, DeskAct act, Order order)
    {
        if (file.Case.Status != CaseStatus.Refused) return new Refusal("paying.not_refused");
        if (await db.Set<FeeCredit>().AnyAsync(credit => credit.CaseId == act.CaseId)) return new Refusal("paying.set_aside_before");
        var now = time.UtcNow();
        var (refused, deemed) = (nameof(CaseEvent.ApplicationRefused), nameof(CaseEvent.DeemedRefused));
        var refusedAt = await db.Set<LedgerEntry>().Where(entry => entry.StreamKind == Ledger.CaseStream && entry.StreamId == act.CaseId && (entry.Kind == refused || entry.Kind == deemed)).MaxAsync(entry => entry.At);
        if (order.Problems(StateTime.Day(refusedAt), StateTime.Day(now)) is { Count: > 0 } problems) return problems;
        // A fee that went back with the refusal is not owed back again.
        var paid = await book.PaidWith(act.CaseId) is { } payment && !await book.Has(payment, MoneyKind.FeeReturned) ? payment : null;
        db.Add(new FeeCredit
        {
            CaseId = act.CaseId, State = file.Case.State, ServiceId = file.Case.ServiceId, PersonId = file.Case.ApplicantId, AmountMinor = paid is null ? 0 : file.Fee.TotalMinor,
            IsByHand = paid is { IsAtGateway: false }, OrderNo = order.Number, OrderOn = order.On!.Value, GrantedAt = now,
        });
        file.Record(act.Kind, now, act.Actor, act.Body, new());
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {act.Kind}", now));
        return await db.SaveAct(file.Case);
    }
}
