using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>How a state divides one head of its fees, in percent. What each share comes to in paise is the money ledger's business.</summary>
public sealed class ChargeSplit
{
    /// <summary>The code of the head that is divided.</summary>
    public string Head { get; init; } = "";
    public List<ChargeShare> Shares { get; init; } = [];
    public string Source { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>The whole is divided, and each part of it is somebody's.</summary>
    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(Head.Length > 0, this, "head", "'charge_split' needs a head: the code of what is divided", "add 'head'");
        foreach (var share in Shares)
        {
            sheet.Needs(share.To.Length > 0, share, "to", "a share needs its receiver", "add 'to'");
            sheet.Needs(Shares.First(other => other.To == share.To) == share, share, "to", "the shares are of different receivers", "put the two together");
            sheet.Needs(share.Names.Count > 0, share, "names", "a receiver needs names", "add 'names', in each language");
            sheet.Needs(share.Percent > 0, share, "percent", "a share is more than nothing", "write its percent, such as 5");
        }
        var whole = Shares.Sum(share => share.Percent);
        sheet.Needs(whole == 100, this, "shares", $"the shares come to {whole} percent, not 100", "divide the whole");
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
