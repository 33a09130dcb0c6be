using EkDwar.Deadlines;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Places;

namespace EkDwar.Onboarding;

/// <summary>
/// A state's folder as its services are checked against it: its name, what the state says of itself, and who sits where.
/// Profile and places are null while the state has no such file yet.
/// </summary>
public sealed record StateFolder(string Path, StateProfile? Profile, StatePlaces? Places)
{
    static readonly string[] Others = ["state.yaml", "act.yaml", "calendar.yaml", "places.yaml"];

    public LanguageCode? Language => LanguageCode.TryParse(Profile?.Language, out var own) ? own : null;

    readonly Lazy<Law?> law = new(() => ReadLaw(Path));
    readonly Lazy<IReadOnlyDictionary<string, LocalText>> placeNames = new(() => (Places?.Places ?? []).DistinctBy(place => place.Code).ToDictionary(place => place.Code, place => place.Names));

    /// <summary>Its act and its calendar, read when first asked for; null while it has not both, or one is broken.</summary>
    public Law? Law => law.Value;

    /// <summary>The names of its places, by code.</summary>
    public IReadOnlyDictionary<string, LocalText> PlaceNames => placeNames.Value;

    static Law? ReadLaw(string path)
    {
        string act = System.IO.Path.Combine(path, "act.yaml"), calendar = System.IO.Path.Combine(path, "calendar.yaml");
        try
        {
            return File.Exists(act) && File.Exists(calendar) ? Law.Read(path, File.ReadAllText(act), File.ReadAllText(calendar)) : null;
        }
        catch (DataFileException)
        {
            return null;
        }
    }

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Its services' files, in order of name: all that is YAML and none of the others.</summary>
    public IEnumerable<string> ServiceFiles => Directory.EnumerateFiles(Path, "*.yaml").Where(IsService).Order(StringComparer.Ordinal);

    public static bool IsService(string file) => !Others.Contains(System.IO.Path.GetFileName(file));

    /// <summary>Throws <see cref="DataFileException"/> or <see cref="CannotStart"/> for a file of the state that is broken.</summary>
    public static StateFolder Read(string path)
    {
        string state = System.IO.Path.Combine(path, "state.yaml"), places = System.IO.Path.Combine(path, "places.yaml");
        var profile = File.Exists(state) ? DataFile.Read<StateProfile>(state) : null;
        if (!File.Exists(places)) return new(path, profile, null);
        var rows = DataFile.Read<StatePlaces>(places);
        rows.Check(places);
        return new(path, profile, rows);
    }
}
