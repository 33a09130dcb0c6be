using EkDwar.Foundation.Outcomes;

namespace EkDwar.People.Staff;

/// <summary>What an administrator orders of one post or one official: from which day, until which, and on whose order. Days the page could not read are null.</summary>
public sealed record StaffOrder(DateOnly? FromOn, DateOnly? UntilOn, string? Words)
{
    const int LongestWords = 300, FurthestAheadDays = 731;

    /// <summary>The order's number or the reason, as it will stand in the record; refused when empty, too long or no text.</summary>
    public string Reason => (Words ?? "").Trim();

    /// <summary>Nothing is ordered for a day that has passed, nor for one nobody can foresee.</summary>
    public List<Refusal> Faults(DateOnly today, bool needsUntil)
    {
        var faults = new List<Refusal>();
        var last = today.AddDays(FurthestAheadDays);
        if (FromOn is null || FromOn < today || FromOn > last) faults.Add(new("people.staff.from_wrong", "from-day"));
        if ((UntilOn is null && needsUntil) || UntilOn < FromOn || UntilOn > last) faults.Add(new("people.staff.until_wrong", "until-day"));
        return [.. faults, .. WordFaults()];
    }

    /// <summary>A last day: today, a later one, or yesterday, which is at once.</summary>
    public List<Refusal> LastDayFaults(DateOnly today)
    {
        var faults = new List<Refusal>();
        if (UntilOn is null || UntilOn < today.AddDays(-1) || UntilOn > today.AddDays(FurthestAheadDays)) faults.Add(new("people.staff.last_day_wrong", "until-day"));
        return [.. faults, .. WordFaults()];
    }

    public IEnumerable<Refusal> WordFaults() =>
        Reason.Length is 0 or > LongestWords || Reason.Any(char.IsControl) || Reason.Contains('\uFFFD') ? [new("people.staff.words_needed", "words")] : [];
}
