using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying.Office;

/// <summary>Writes and reads the cash book of an office. What is written is saved with what it follows from; whoever writes the same number at the same time is refused by its key.</summary>
public sealed class CashBook(EkDwarDb db, PostDirectory directory, TimeProvider time)
{
    /// <summary>The last entry; null where the office never had money in hand.</summary>
    public Task<CashEntry?> Last(Guid officeId) => db.Set<CashEntry>().AsNoTracking().Where(entry => entry.OfficeId == officeId).OrderByDescending(entry => entry.Seq).FirstOrDefaultAsync();

    /// <summary>Null when that much is not in hand.</summary>
    public async Task<CashEntry?> Write(DeskSession session, CashKind kind, Payment payment, long amountMinor, string number) =>
        Added(await Next(session), session, new() { Kind = kind, Means = payment.Means, AmountMinor = amountMinor, CaseId = payment.CaseId, PaymentSeq = payment.Seq, Number = number });

    /// <summary>Null when that much is not in hand.</summary>
    public async Task<CashEntry?> WriteDeposit(DeskSession session, long amountMinor, string number) =>
        Added(await Next(session), session, new() { Kind = CashKind.Deposited, Means = PaymentMeans.Cash, AmountMinor = -amountMinor, Number = number });

    sealed record Place(Guid OfficeId, int Last, long InHandMinor);

    async Task<Place> Next(DeskSession session)
    {
        var office = (await directory.Post(session.PostId)).OfficeId;
        var last = await Last(office);
        return new(office, last?.Seq ?? 0, last?.InHandMinor ?? 0);
    }

    CashEntry? Added(Place place, DeskSession session, CashEntry entry)
    {
        var now = time.UtcNow();
        var inHand = place.InHandMinor + (entry.IsInHand ? entry.AmountMinor : 0);
        if (inHand < 0) return null;
        var added = new CashEntry
        {
            OfficeId = place.OfficeId, Seq = place.Last + 1, Kind = entry.Kind, Means = entry.Means, AmountMinor = entry.AmountMinor, InHandMinor = inHand,
            BookedOn = StateTime.Day(now), At = now, CaseId = entry.CaseId, PaymentSeq = entry.PaymentSeq, Number = entry.Number,
            PostId = session.PostId, OfficialId = session.OfficialId,
        };
        db.Add(added);
        return added;
    }
}
