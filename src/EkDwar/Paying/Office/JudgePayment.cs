using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Paying.Office;

/// <summary>What a person decides of a payment that does not match.</summary>
public enum Verdict
{
    /// <summary>It is the fee, and what is above goes back.</summary>
    Keep,

    /// <summary>All of it goes back.</summary>
    GiveBack,

    /// <summary>Nothing came: she may begin to pay again.</summary>
    NothingCame,
}

/// <summary>
/// Use case: the post responsible looks into a payment of another amount or currency than was asked for, or of which the
/// gateway could not say in time whether it came. With a reason; nothing is kept that is less than the fee.
/// </summary>
public sealed class JudgePayment(EkDwarDb db, MoneyDesk desk, MoneyBook book, Settlement settlement, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, PaymentReference reference, long seenVersion, Verdict? verdict, string? words)
    {
        var act = new DeskAct(session, reference.Case.CaseId, seenVersion, "judge", verdict == Verdict.Keep ? CaseEvent.FeePaid : CaseEvent.PaymentJudged,
            new() { Words = OfficersWords.Or(words), Stated = new Dictionary<string, string> { ["payment"] = $"{reference}", ["verdict"] = $"{verdict}" } });
        return desk.Act(act, (posts, file) => posts.MayJudge(session, file), file => Judge(file, act, reference, verdict, words));
    }

    /// <summary>What may be decided of it: of money that came, that it goes; of none, that none did.</summary>
    public static IReadOnlyList<Verdict> Open(CaseFile file, Payment payment) => payment switch
    {
        { Status: not PaymentStatus.Unknown } => [],
        { GatewayPaymentId: null } => [Verdict.NothingCame],
        _ when payment.TakenCurrency == Settlement.Rupee && file.OwesFee && payment.TakenMinor >= file.Fee.TotalMinor => [Verdict.Keep, Verdict.GiveBack],
        _ => [Verdict.GiveBack],
    };

    async Task<Outcome<CaseReference>> Judge(CaseFile file, DeskAct act, PaymentReference reference, Verdict? verdict, string? words)
    {
        if (await db.PaymentOf(reference) is not { } payment || Open(file, payment) is not { Count: > 0 } open) return new Refusal("paying.nothing_to_judge");
        var problems = new List<Refusal>();
        if (verdict is not { } chosen || !open.Contains(chosen)) problems.Add(new("paying.verdict_needed", "verdict"));
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) problems.Add(unfit);
        if (problems.Count > 0) return problems;
        var now = time.UtcNow();
        payment.EndedAt = now;
        var body = act.Body with { Fee = Settlement.BodyOf(payment, payment.TakenMinor ?? 0).Fee };
        if (verdict == Verdict.Keep) await Keep(file, payment, act.Actor, body, now);
        else await Close(file, payment, act.Actor, body, now);
        return await db.SaveAct(file.Case);
    }

    async Task Keep(CaseFile file, Payment payment, Actor actor, LedgerBody body, DateTime now)
    {
        payment.Status = PaymentStatus.Succeeded;
        await settlement.Settle(file, payment, actor, body, now);
        var rest = payment.TakenMinor!.Value - file.Fee.TotalMinor;
        if (rest > 0) await SendBack(file, payment, rest, now);
    }

    async Task Close(CaseFile file, Payment payment, Actor actor, LedgerBody body, DateTime now)
    {
        payment.Status = payment.GatewayPaymentId is null ? PaymentStatus.Failed : PaymentStatus.GivenBack;
        file.Record(CaseEvent.PaymentJudged, now, actor, body, new());
        if (payment.TakenMinor is { } taken && taken > 0) await SendBack(file, payment, taken, now);
    }

    async Task SendBack(CaseFile file, Payment payment, long minor, DateTime now)
    {
        await book.Overpaid(payment, minor, payment.TakenCurrency ?? Settlement.Rupee, now);
        db.Add(OutboxMessage.Of(RefundOverpayment.OutboxKind, new PaymentReference(file.Case.Reference, payment.Seq).ToString(), now));
    }
}
