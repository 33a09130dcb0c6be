using EkDwar.Foundation.Outcomes;

namespace EkDwar.Paying.Office;

/// <summary>What somebody hands in at an office to pay a fee: cash, a demand draft or a treasury challan, with its number and day.</summary>
public sealed record Tender(PaymentMeans Means, string Number, DateOnly? On)
{
    const int Longest = 40;

    /// <summary>All that is wrong with it at once. Cash needs neither number nor day.</summary>
    public List<Refusal> Problems(DateOnly today)
    {
        var problems = new List<Refusal>();
        if (Means is not (PaymentMeans.Cash or PaymentMeans.DemandDraft or PaymentMeans.Challan)) problems.Add(new("paying.means_needed", "means"));
        if (Means != PaymentMeans.Cash && Number.Length == 0) problems.Add(new("paying.number_needed", "number"));
        else if (!IsNumber(Number)) problems.Add(new("paying.number_unreadable", "number"));
        if (Means != PaymentMeans.Cash && On is null) problems.Add(new("paying.day_needed", "on"));
        else if (On > today) problems.Add(new("paying.day_future", "on"));
        return problems;
    }

    /// <summary>As the ledger keeps it.</summary>
    public IReadOnlyDictionary<string, string> ToWords() => new Dictionary<string, string> { ["means"] = $"{Means}", ["number"] = Number, ["on"] = On?.ToString("yyyy-MM-dd") ?? "" };

    /// <summary>Whether it can be the number of an instrument or an order: letters, digits and a few signs between.</summary>
    public static bool IsNumber(string text) => text.Length <= Longest && text.All(sign => char.IsLetterOrDigit(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark || " -/.()".Contains(sign));
}
