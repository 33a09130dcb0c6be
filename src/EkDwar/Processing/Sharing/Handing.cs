namespace EkDwar.Processing.Sharing;

/// <summary>The ways in which a case goes from one desk to another of its stage.</summary>
public enum Handing
{
    /// <summary>From the shared desk to one's own.</summary>
    Claim,

    /// <summary>Back to the shared desk.</summary>
    GiveBack,

    /// <summary>From one's own desk to a colleague's.</summary>
    HandOver,

    /// <summary>From a desk below, shared or not, to a post below.</summary>
    Assign,
}

/// <summary>What each way asks for.</summary>
public static class Handings
{
    /// <summary>Whether somebody is chosen who gets it, and the reason said.</summary>
    public static bool NeedsTarget(this Handing how) => how is Handing.HandOver or Handing.Assign;
}
