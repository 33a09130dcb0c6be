using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>The area of a parcel: hectares and ares, kept as square metres, or kanals and marlas, kept as marlas.</summary>
static class LandArea
{
    const int AresInAHectare = 100, MetresInAnAre = 100, MarlasInAKanal = 20;
    const decimal LargestWhole = 99_999;

    public static string Member(string record) => record == LandParcelType.Khasra ? "kanals" : "hectares";

    public static bool IsArea(string member) => member is "kanals" or "hectares";

    public static void Read(string record, RawAnswer raw, JsonObject parcel, List<Refusal> wrong)
    {
        var isKhasra = record == LandParcelType.Khasra;
        var (large, small) = isKhasra ? ("kanal", "marla") : ("hectare", "are");
        var whole = Number(raw[large], 0, LargestWhole, large, "questions.land_area_whole", wrong);
        var rest = isKhasra ? Number(raw[small], 2, MarlasInAKanal - 0.01m, small, "questions.land_marlas", wrong) : Number(raw[small], 2, AresInAHectare - 0.01m, small, "questions.land_ares", wrong);
        if (whole is null || rest is null) return;
        if (whole == 0 && rest == 0) wrong.Add(new("questions.land_area_needed", large));
        else if (isKhasra) parcel["marlas"] = whole.Value * MarlasInAKanal + rest.Value;
        else parcel["square_metres"] = (long)((whole.Value * AresInAHectare + rest.Value) * MetresInAnAre);
    }

    /// <summary>A blank box is none of it.</summary>
    static decimal? Number(string typed, int decimals, decimal most, string part, string why, List<Refusal> wrong)
    {
        if (typed.Length == 0) return 0;
        if (decimal.TryParse(Digits.ToAscii(typed).Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && decimal.Round(number, decimals) == number && number <= most) return number;
        wrong.Add(new(why, part));
        return null;
    }

    /// <summary>Hectares or kanals, with what is less than one after the point.</summary>
    public static decimal? Value(JsonNode parcel) => parcel["square_metres"] is { } metres ? metres.GetValue<long>() / (decimal)(AresInAHectare * MetresInAnAre)
        : parcel["marlas"] is { } marlas ? marlas.GetValue<decimal>() / MarlasInAKanal : null;

    public static string? Shown(JsonNode parcel, LanguageCode language)
    {
        if (!Split(parcel, out var large, out var small)) return null;
        var key = parcel["marlas"] is null ? "questions.land_hectares_shown" : "questions.land_kanals_shown";
        return Texts.Get(language, key, ("large", Text(large)), ("small", Text(small)));
    }

    public static IEnumerable<(string Part, string Text)> Typed(JsonNode parcel)
    {
        if (!Split(parcel, out var large, out var small)) return [];
        return parcel["marlas"] is null ? [("hectare", Text(large)), ("are", Text(small))] : [("kanal", Text(large)), ("marla", Text(small))];
    }

    static bool Split(JsonNode parcel, out decimal large, out decimal small)
    {
        (large, small) = (0, 0);
        var (all, unit) = parcel["square_metres"] is { } metres ? (metres.GetValue<long>() / (decimal)MetresInAnAre, AresInAHectare)
            : parcel["marlas"] is { } marlas ? (marlas.GetValue<decimal>(), MarlasInAKanal) : (0m, 0);
        if (unit == 0) return false;
        (large, small) = (decimal.Floor(all / unit), all % unit);
        return true;
    }

    static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
