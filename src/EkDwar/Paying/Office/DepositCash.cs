using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying.Office;

/// <summary>Use case: what an office has in hand goes into the treasury, under the number of its challan. Only a post that takes money at that office may; pressed twice it is one deposit.</summary>
public sealed class DepositCash(EkDwarDb db, CashBook book, MoneyPosts posts, PostDirectory directory)
{
    /// <param name="session">whose office's money it is</param>
    /// <param name="seenSeq">the last entry of the book as the officer saw it</param>
    /// <param name="amountMinor">what goes</param>
    /// <param name="number">of the treasury's challan</param>
    public async Task<Outcome<CashEntry>> Run(DeskSession session, int seenSeq, long? amountMinor, string number)
    {
        if (!await posts.IsCashier(session)) return new Refusal("paying.no_cash_here");
        var office = (await directory.Post(session.PostId)).OfficeId;
        var problems = new List<Refusal>();
        if (amountMinor is not > 0) problems.Add(new("paying.deposit_amount", "amount"));
        if (number.Length == 0 || !Tender.IsNumber(number)) problems.Add(new("paying.number_needed", "number"));
        if (problems.Count > 0) return problems;
        var last = await book.Last(office);
        if (last?.Seq != seenSeq) return await Earlier(office, session, seenSeq, amountMinor!.Value, number) ?? new Refusal("paying.book_moved");
        if (await book.WriteDeposit(session, amountMinor!.Value, number) is not { } entry) return new Refusal("paying.not_in_hand", "amount");
        if (entry.Seq == seenSeq + 1 && await db.TrySave()) return entry;
        db.ChangeTracker.Clear();
        return await Earlier(office, session, seenSeq, amountMinor.Value, number) ?? new Refusal("paying.book_moved");
    }

    // The very same, sent before: its answer is this one's.
    async Task<Outcome<CashEntry>?> Earlier(Guid office, DeskSession session, int seenSeq, long amountMinor, string number) =>
        await db.Set<CashEntry>().AsNoTracking().FirstOrDefaultAsync(entry => entry.OfficeId == office && entry.Seq == seenSeq + 1 && entry.Kind == CashKind.Deposited
            && entry.AmountMinor == -amountMinor && entry.Number == number && entry.OfficialId == session.OfficialId) is { } entry ? (Outcome<CashEntry>)entry : null;
}
