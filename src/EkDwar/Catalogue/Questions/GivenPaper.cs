using System.Globalization;
using System.Text.Json.Nodes;

namespace EkDwar.Catalogue.Questions;

/// <summary>A stored paper: which kind of proof, and its files in order: one, or several that were photographed one by one. Never without a file.</summary>
public sealed record GivenPaper(string Kind, IReadOnlyList<PaperFile> Parts)
{
    /// <summary>How many files one paper may have.</summary>
    public const int MaxParts = 10;

    /// <summary>The certificate of this house that serves as the paper; null where it is any other.</summary>
    public IssuedHere? Issued { get; init; }

    /// <summary>How many pages it can be shown in; a PDF that does not say counts as one.</summary>
    public int Pages => Parts.Sum(part => part.Pages);

    /// <summary>The file that has this page of the paper, and which page of the file it is; null beyond its end.</summary>
    public (PaperFile Part, int Page)? At(int page)
    {
        foreach (var part in Parts)
        {
            if (page >= 1 && page <= part.Pages) return (part, page);
            page -= part.Pages;
        }
        return null;
    }

    /// <summary>As a form's button says: "up-1", "remove-0"; null when it says nothing of these files.</summary>
    public GivenPaper? Changed(string? change) =>
        change?.Split('-') is [var what, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Parts.Count
            ? what switch { "remove" => Without(at), "up" => MovedUp(at), _ => null }
            : null;

    GivenPaper Without(int part) => this with { Parts = [.. Parts.Where((_, index) => index != part)] };

    /// <summary>With this file before the one it came after.</summary>
    GivenPaper MovedUp(int part)
    {
        if (part == 0) return this;
        var parts = Parts.ToList();
        (parts[part - 1], parts[part]) = (parts[part], parts[part - 1]);
        return this with { Parts = parts };
    }

    /// <summary>From the parts of a form's answer: those of the first file have no number, those of the others are 1.file, 2.file and so on.</summary>
    public static GivenPaper Of(string kind, RawAnswer raw)
    {
        var parts = new List<PaperFile>();
        for (var prefix = ""; parts.Count < MaxParts && raw[prefix + "file"].Length > 0; prefix = $"{parts.Count}.")
            parts.Add(new(raw[prefix + "file"], raw[prefix + "key"], raw[prefix + "format"], Number(raw[prefix + "length"], 0))
            {
                Pages = (int)Number(raw[prefix + "pages"], 1), HasWaited = raw[prefix + "waited"] == "yes",
            });
        return new(kind, parts) { Issued = IssuedHere.Of(raw["certificate"], raw["issued_on"]) };
    }

    public Dictionary<string, string> Typed()
    {
        var typed = new Dictionary<string, string> { ["kind"] = Kind };
        foreach (var (index, part) in Parts.Index())
        {
            var prefix = index == 0 ? "" : $"{index}.";
            (typed[prefix + "file"], typed[prefix + "key"], typed[prefix + "format"]) = (part.File, part.Key, part.Format);
            (typed[prefix + "length"], typed[prefix + "pages"]) = (Text(part.Length), Text(part.Pages));
            if (part.HasWaited) typed[prefix + "waited"] = "yes";
        }
        if (Issued is not null) (typed["certificate"], typed["issued_on"]) = (Issued.Number, Issued.Day);
        return typed;
    }

    public JsonObject ToJson()
    {
        var json = Json(Parts[0]);
        json.Insert(0, "kind", Kind);
        if (Issued is not null) (json["certificate"], json["issued_on"]) = (Issued.Number, Issued.Day);
        if (Parts.Count > 1) json["more"] = new JsonArray([.. Parts.Skip(1).Select(Json)]);
        return json;
    }

    public static GivenPaper Of(JsonObject paper) =>
        new(paper["kind"]!.GetValue<string>(), [Part(paper), .. (paper["more"] as JsonArray ?? []).Select(part => Part((JsonObject)part!))])
        {
            Issued = IssuedHere.Of(paper["certificate"]?.GetValue<string>() ?? "", paper["issued_on"]?.GetValue<string>() ?? ""),
        };

    static JsonObject Json(PaperFile part)
    {
        var json = new JsonObject { ["file"] = part.File, ["key"] = part.Key, ["format"] = part.Format, ["length"] = part.Length };
        if (part.Pages != 1) json["pages"] = part.Pages;
        if (part.HasWaited) json["waited"] = true;
        return json;
    }

    static PaperFile Part(JsonObject part) =>
        new(part["file"]!.GetValue<string>(), part["key"]!.GetValue<string>(), part["format"]!.GetValue<string>(), part["length"]!.GetValue<long>())
        {
            Pages = part["pages"]?.GetValue<int>() ?? 1, HasWaited = part["waited"] is not null,
        };

    static long Number(string text, long absent) => text.Length == 0 ? absent : long.Parse(text, CultureInfo.InvariantCulture);

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Number and day of a certificate of this house. Whether it still is valid is not known here.</summary>
public sealed record IssuedHere(string Number, DateOnly On)
{
    const string Form = "yyyy-MM-dd";

    public string Day => On.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Null where there is no number.</summary>
    public static IssuedHere? Of(string number, string day) => number.Length == 0 ? null : new(number, DateOnly.ParseExact(day, Form, CultureInfo.InvariantCulture));
}
