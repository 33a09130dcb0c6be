using EkDwar.Foundation;
using EkDwar.Foundation.Languages;

namespace EkDwar.Places;

/// <summary>How a state divides one head of its fees, in percent. What each share comes to in paise is the money ledger's business.</summary>
public sealed class ChargeSplit
{
    /// <summary>The code of the head that is divided.</summary>
    public string Head { get; init; } = "";
    public List<ChargeShare> Shares { get; init; } = [];
    public string Source { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>Throws <see cref="DataFileException"/> when the shares are not whole.</summary>
    public void Check(string file)
    {
        if (Head.Length == 0 || Shares is not { Count: > 0 } || Shares.Exists(share => share.Percent <= 0 || share.To.Length == 0 || share.Names is not { Count: > 0 }))
            throw new DataFileException(file, 1, "'charge_split' needs a head, and shares each with to, names and percent");
        if (Shares.Sum(share => share.Percent) != 100 || Shares.DistinctBy(share => share.To).Count() != Shares.Count)
            throw new DataFileException(file, 1, "the shares of 'charge_split' are of different receivers and come to 100 percent");
    }
}

/// <summary>One receiver's part of a divided head.</summary>
public sealed class ChargeShare
{
    public string To { get; init; } = "";
    public LocalText Names { get; init; } = [];
    public int Percent { get; init; }

    /// <summary>Earned only by helping at a counter: of an application sent by oneself it is held, in the receiver's name, and paid to nobody.</summary>
    public bool OnlyAssisted { get; init; }
}
