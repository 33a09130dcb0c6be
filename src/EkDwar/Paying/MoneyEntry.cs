using EkDwar.Catalogue;
using EkDwar.Places;

namespace EkDwar.Paying;

/// <summary>Why money moved.</summary>
public enum MoneyKind { FeePaid, ChargeSplit, Overpaid, Refunded, FeeReturned, FeeReversed }

/// <summary>One account of an entry; a debit is positive, a credit negative, in paise.</summary>
public sealed record MoneyLine(string Account, long AmountMinor);

/// <summary>
/// What moved, as lines that come to nothing: whoever makes one that does not has a bug, and it throws. Accounts are
/// <c>gateway</c> (what it holds for the state), <c>cash</c> (in an office's hand, drafts too), <c>treasury</c> (by challan), <c>head.…</c> for a head of the fee, <c>share.…</c> and <c>held.…</c> for
/// the parts of a divided head, <c>overpaid</c> for what is owed back.
/// </summary>
public sealed record MoneyEntry
{
    public const string Gateway = "gateway", Cash = "cash", Treasury = "treasury", Overpayment = "overpaid";

    MoneyEntry(MoneyKind kind, IReadOnlyList<MoneyLine> lines)
    {
        (Kind, Lines) = (kind, [.. lines.Where(line => line.AmountMinor != 0)]);
        if (Lines.Sum(line => line.AmountMinor) != 0) throw new InvalidOperationException($"an entry {kind} does not balance");
    }

    public MoneyKind Kind { get; }
    public IReadOnlyList<MoneyLine> Lines { get; }

    /// <summary>The whole fee came in.</summary>
    public static MoneyEntry Paid(FeeDue fee, string into = Gateway) =>
        new(MoneyKind.FeePaid, [new(into, fee.TotalMinor), .. fee.Lines.Select(line => new MoneyLine("head." + line.Code, -line.AmountMinor))]);

    /// <summary>The divided head goes to those who share it; null where the fee has no such head. Paise that do not divide go one each to the largest remainders.</summary>
    public static MoneyEntry? Split(FeeDue fee, ChargeSplit split, bool isAssisted)
    {
        if (fee.Lines.FirstOrDefault(line => line.Code == split.Head) is not { AmountMinor: > 0 } charge) return null;
        var amounts = split.Shares.Select(share => charge.AmountMinor * share.Percent / 100).ToArray();
        var byRemainder = Enumerable.Range(0, amounts.Length).OrderByDescending(at => charge.AmountMinor * split.Shares[at].Percent % 100).ToArray();
        for (var (left, at) = (charge.AmountMinor - amounts.Sum(), 0); left > 0; left--, at++) amounts[byRemainder[at]]++;
        return new(MoneyKind.ChargeSplit, [new("head." + split.Head, charge.AmountMinor),
            .. split.Shares.Select((share, at) => new MoneyLine((share.OnlyAssisted && !isAssisted ? "held." : "share.") + share.To, -amounts[at]))]);
    }

    /// <summary>Money came in that is owed back: for a fee paid already, too much, or of another currency, which has accounts of its own.</summary>
    public static MoneyEntry Overpaid(long minor, string currency = Settlement.Rupee) => new(MoneyKind.Overpaid, [new(In(Gateway, currency), minor), new(In(Overpayment, currency), -minor)]);

    /// <summary>The whole fee went back, or was never there: whoever had a part of it has none.</summary>
    public static MoneyEntry Returned(MoneyKind kind, IEnumerable<MoneyLine> posted) =>
        new(kind, [.. posted.GroupBy(line => line.Account).Select(account => new MoneyLine(account.Key, -account.Sum(line => line.AmountMinor)))]);

    /// <summary>It went back.</summary>
    public static MoneyEntry Refunded(long minor, string currency = Settlement.Rupee) => new(MoneyKind.Refunded, [new(In(Overpayment, currency), minor), new(In(Gateway, currency), -minor)]);

    internal static string In(string account, string currency) => currency == Settlement.Rupee ? account : $"{account}.{currency.ToLowerInvariant()}";
}
