using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying;

/// <summary>Who got which part of a divided head; held when nobody earned it.</summary>
public sealed record PaidShare(LocalText Names, long AmountMinor, bool IsHeld);

/// <summary>Writes and reads the money ledger of a case: double entry, append-only, in the same save as what it follows from.</summary>
public sealed class MoneyBook(EkDwarDb db, IReadOnlyDictionary<string, StateProfile> states)
{
    /// <summary>The fee came in by this payment, and what of it is shared is shared.</summary>
    public async Task FeePaid(CaseFile file, Payment payment, DateTime now)
    {
        var entry = await Next(payment.CaseId);
        Write(payment, entry, MoneyEntry.Paid(file.Fee, AccountOf(payment.Means)), now);
        // Every channel but a citizen's own has somebody who helped.
        if (SplitOf(file) is { } split && MoneyEntry.Split(file.Fee, split, isAssisted: file.Case.Channel != ApplicationChannel.Web) is { } shares) Write(payment, entry + 1, shares, now);
    }

    public async Task Overpaid(Payment payment, long minor, string currency, DateTime now) => Write(payment, await Next(payment.CaseId), MoneyEntry.Overpaid(minor, currency), now);

    public async Task Refunded(Payment payment, long minor, string currency, DateTime now) => Write(payment, await Next(payment.CaseId), MoneyEntry.Refunded(minor, currency), now);

    /// <summary>What of this payment is owed back and has not gone, in the smallest unit of its currency.</summary>
    public async Task<long> OwedBack(Payment payment)
    {
        var account = MoneyEntry.In(MoneyEntry.Overpayment, payment.TakenCurrency ?? Settlement.Rupee);
        return -await db.Set<Posting>().Where(posting => posting.CaseId == payment.CaseId && posting.PaymentSeq == payment.Seq && posting.Account == account).SumAsync(posting => posting.AmountMinor);
    }

    /// <summary>The fee paid by this payment went back, and with it what was shared of it.</summary>
    public async Task Returned(Payment payment, MoneyKind kind, DateTime now)
    {
        var posted = await db.Set<Posting>().AsNoTracking().Where(posting => posting.CaseId == payment.CaseId && posting.PaymentSeq == payment.Seq
            && (posting.Kind == MoneyKind.FeePaid || posting.Kind == MoneyKind.ChargeSplit)).ToListAsync();
        Write(payment, await Next(payment.CaseId), MoneyEntry.Returned(kind, posted.Select(posting => new MoneyLine(posting.Account, posting.AmountMinor))), now);
    }

    /// <summary>The payment by which the fee of a case is paid; null where it is not.</summary>
    public Task<Payment?> PaidWith(long caseId) => (from payment in db.Set<Payment>()
                                                    where payment.CaseId == caseId && payment.Status == PaymentStatus.Succeeded
                                                        && db.Set<Posting>().Any(posting => posting.CaseId == caseId && posting.PaymentSeq == payment.Seq && posting.Kind == MoneyKind.FeePaid)
                                                    orderby payment.Seq descending
                                                    select payment).FirstOrDefaultAsync();

    public Task<bool> Has(Payment payment, MoneyKind kind) =>
        db.Set<Posting>().AnyAsync(posting => posting.CaseId == payment.CaseId && posting.PaymentSeq == payment.Seq && posting.Kind == kind);

    /// <summary>How the divided head of a paid fee was shared.</summary>
    public async Task<IReadOnlyList<PaidShare>> Shares(CaseFile file, int paidWith)
    {
        var credits = await db.Set<Posting>().AsNoTracking().Where(posting => posting.CaseId == file.Case.CaseId && posting.PaymentSeq == paidWith && posting.Kind == MoneyKind.ChargeSplit && posting.AmountMinor < 0)
            .OrderBy(posting => posting.Line).ToListAsync();
        return [.. from posting in credits
                   let dot = posting.Account.IndexOf('.')
                   let share = SplitOf(file)?.Shares.Find(share => share.To == posting.Account[(dot + 1)..])
                   where share is not null
                   select new PaidShare(share.Names, -posting.AmountMinor, posting.Account.StartsWith("held.", StringComparison.Ordinal))];
    }

    static string AccountOf(PaymentMeans means) => means switch
    {
        PaymentMeans.Online or PaymentMeans.Upi => MoneyEntry.Gateway,
        PaymentMeans.Challan => MoneyEntry.Treasury,
        _ => MoneyEntry.Cash,
    };

    ChargeSplit? SplitOf(CaseFile file) => states.TryGetValue(file.Case.State, out var state) ? state.ChargeSplit : null;

    // What was written and is not saved yet counts too.
    async Task<int> Next(long caseId) => 1 + Math.Max(await db.Set<Posting>().Where(posting => posting.CaseId == caseId).MaxAsync(posting => (int?)posting.Entry) ?? 0,
        db.Set<Posting>().Local.Where(posting => posting.CaseId == caseId).Select(posting => posting.Entry).DefaultIfEmpty().Max());

    void Write(Payment payment, int number, MoneyEntry entry, DateTime now) => db.AddRange(entry.Lines.Select((line, at) => new Posting
    {
        CaseId = payment.CaseId, Entry = number, Line = at + 1, PaymentSeq = payment.Seq, Kind = entry.Kind, Account = line.Account, AmountMinor = line.AmountMinor, At = now,
    }));
}
