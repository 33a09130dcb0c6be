using System.Text.Json.Nodes;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Cases.Visits;

/// <summary>Who is asked to go there, on which mobile, and what is to be found out, in the officer's words.</summary>
public sealed record VisitRequest(string Name, string Mobile, string Words)
{
    public string ToText() => new JsonObject { ["name"] = Name, ["mobile"] = Mobile, ["words"] = Words }.ToJsonString();

    public static VisitRequest Parse(string text) => JsonNode.Parse(text) is JsonObject json
        ? new(json["name"]!.GetValue<string>(), json["mobile"]!.GetValue<string>(), json["words"]!.GetValue<string>()) : throw new FormatException("no request of a visit");
}

/// <summary>What came of a visit: a recommendation and the reason in words, once it was sent, and up to three photos. It decides nothing.</summary>
public sealed record VisitReport(bool? Recommends, string? Words, GivenPaper? Photos)
{
    public const int MostPhotos = 3;

    /// <summary>What the stored photos are called where a paper says of what kind it is.</summary>
    public const string Photo = "photo";

    public static readonly VisitReport Empty = new(null, null, null);

    public IReadOnlyList<PaperFile> Files => Photos?.Parts ?? [];

    public VisitReport With(IReadOnlyList<PaperFile> files) => this with { Photos = files.Count == 0 ? null : new GivenPaper(Photo, files) };

    public string ToText() => new JsonObject { ["recommends"] = Recommends, ["words"] = Words, ["photos"] = Photos?.ToJson() }.ToJsonString();

    public static VisitReport Parse(string text) => JsonNode.Parse(text) is JsonObject json
        ? new(json["recommends"]?.GetValue<bool>(), json["words"]?.GetValue<string>(), json["photos"] is JsonObject photos ? GivenPaper.Of(photos) : null)
        : throw new FormatException("no report of a visit");
}
