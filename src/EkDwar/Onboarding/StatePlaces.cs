using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Onboarding;

/// <summary>A state's places, offices, posts and demo officials, as its places.yaml has them.</summary>
public sealed class StatePlaces
{
    public string Note { get; init; } = "";
    public List<PlaceRow> Places { get; init; } = [];
    public List<OfficeRow> Offices { get; init; } = [];
    public List<OfficialRow> Officials { get; init; } = [];

    /// <summary>The file, with all that is wrong with it.</summary>
    public static Sheet<StatePlaces> Open(string file)
    {
        var sheet = Sheets.Open<StatePlaces>(file, Sheets.Named(file));
        if (sheet.IsReadable) PlacesCheck.Run(sheet);
        return sheet;
    }
}

public sealed class PlaceRow
{
    public string Code { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? Parent { get; init; }
    public LocalText Names { get; init; } = [];
    public string? CensusCode { get; init; }
}

public sealed class OfficeRow
{
    public string Code { get; init; } = "";
    public string Place { get; init; } = "";
    public LocalText Names { get; init; } = [];
    public List<PostRow> Posts { get; init; } = [];
}

public sealed class PostRow
{
    public string Designation { get; init; } = "";
    public LocalText Names { get; init; } = [];
}

public sealed class OfficialRow
{
    public string Login { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>Posts as office/designation.</summary>
    public List<string> Holds { get; init; } = [];

    /// <summary>Posts she has additional charge of until further orders.</summary>
    public List<string> InChargeOf { get; init; } = [];

    /// <summary>How many days of leave begin as she comes in; none when 0.</summary>
    public int LeaveDays { get; init; }
}
