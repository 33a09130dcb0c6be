using System.Globalization;

namespace EkDwar.Processing.Inboxes;

/// <summary>How many there are, counted no further than <see cref="Most"/>: of more it is only known that there are more. So a count costs the same on every desk.</summary>
public readonly record struct Tally(int Known, bool HasMore)
{
    public const int Most = 100;

    /// <summary>What was counted among the first <see cref="Most"/> and one.</summary>
    public static Tally Of(int counted) => counted > Most ? new(Most, true) : new(counted, false);

    public Tally And(Tally other) => new(Known + other.Known, HasMore || other.HasMore);

    /// <summary>Such as 37, or 100+ where there are more.</summary>
    public override string ToString() => Known.ToString(CultureInfo.InvariantCulture) + (HasMore ? "+" : "");
}
