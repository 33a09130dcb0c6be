using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>
/// When an officer is told to look twice: an earlier grant that is not old yet, many cases from one mobile, or more cases of
/// one service from a place than its people could have. It warns; it refuses nothing and nobody.
/// </summary>
public sealed class WarningRules
{
    /// <summary>No reading goes further than this: what is more is as much.</summary>
    public const int MostOfMobile = 100, MostOfPlace = 1_000;
    const int DaysAtMost = 1_095;

    /// <summary>For how many days a case that was granted counts as another one of the same person.</summary>
    public int GrantedDays { get; init; }

    /// <summary>How many cases from one mobile are many; null where the state does not say.</summary>
    public TooMany? Mobile { get; init; }

    /// <summary>How many cases of one service from one place are many, by kind of place.</summary>
    public List<TooManyOfPlace> Places { get; init; } = [];

    /// <summary>The same as a share of the people who were counted there, by kind of place; where nobody was counted, <see cref="Places"/> holds.</summary>
    public List<ShareOfPeople> Shares { get; init; } = [];

    /// <summary>The order, or "example".</summary>
    public string Source { get; init; } = "";

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(GrantedDays is > 0 and <= DaysAtMost, this, "granted_days", $"a grant counts from 1 to {DaysAtMost} days", "write for how many days a granted application counts as another one");
        if (Mobile is not null)
        {
            sheet.Needs(Mobile.Cases is > 1 and <= MostOfMobile, Mobile, "cases", $"from 2 to {MostOfMobile} applications of one mobile are many", "write how many");
            sheet.Needs(Mobile.Days is > 0 and <= DaysAtMost, Mobile, "days", $"applications are counted over 1 to {DaysAtMost} days", "write over how many days");
        }
        foreach (var place in Places)
        {
            sheet.Needs(place.Kind.Length > 0, place, "kind", "of which kind of place this is said is needed", "write a kind, such as village");
            sheet.Needs(place.Cases is > 1 and <= MostOfPlace, place, "cases", $"from 2 to {MostOfPlace} applications of one place are many", "write how many");
            sheet.Needs(place.Days is > 0 and <= DaysAtMost, place, "days", $"applications are counted over 1 to {DaysAtMost} days", "write over how many days");
        }
        foreach (var share in Shares)
        {
            sheet.Needs(share.Kind.Length > 0, share, "kind", "of which kind of place this is said is needed", "write a kind, such as village");
            sheet.Needs(share.Percent is > 0 and <= 100, share, "percent", "a share is from 1 to 100 per cent of the people there", "write how many of a hundred people");
            sheet.Needs(share.Days is > 0 and <= DaysAtMost, share, "days", $"applications are counted over 1 to {DaysAtMost} days", "write over how many days");
        }
        sheet.Needs(Source.Length > 0, this, "source", "when an officer is warned needs its source", "write the order, or 'example'");
    }
}

/// <summary>So many cases within so many days.</summary>
public sealed class TooMany
{
    public int Cases { get; init; }
    public int Days { get; init; }
}

/// <summary>As <see cref="TooMany"/>, of one service and one place of this kind: a bound for all places of the kind whose people nobody has counted.</summary>
public sealed class TooManyOfPlace
{
    public string Kind { get; init; } = "";
    public int Cases { get; init; }
    public int Days { get; init; }
}

/// <summary>So many cases of one service for each hundred people of a place of this kind, within so many days.</summary>
public sealed class ShareOfPeople
{
    public string Kind { get; init; } = "";
    public int Percent { get; init; }
    public int Days { get; init; }

    /// <summary>How many cases are too many where so many people live; two at least, for one is none.</summary>
    public int Of(Population population) => Math.Max(2, (int)((long)population.People * Percent / 100));
}
