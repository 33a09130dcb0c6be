using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Texting;
using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;
using EkDwar.Places;

namespace EkDwar.Onboarding;

/// <summary>
/// A state's folder as its services are checked against it: its name, what the state says of itself, and who sits where.
/// Profile and places are null while the state has no such file yet.
/// </summary>
public sealed record StateFolder(string Path, StateProfile? Profile, StatePlaces? Places)
{
    static readonly string[] Others = ["state.yaml", "act.yaml", "calendar.yaml", "places.yaml", "sms.yaml"];

    public LanguageCode? Language => LanguageCode.TryParse(Profile?.Language, out var own) ? own : null;

    readonly Lazy<(Law? Law, IReadOnlyList<FileFault> Faults)> law = new(() => ReadLaw(Path));
    readonly Lazy<Responsible> responsible = new(() => Responsible.Of(Places!));
    Lazy<IReadOnlyDictionary<string, PlaceChoice>>? placeChoices;

    /// <summary>Its act and its calendar, read when first asked for; null while it has not both, or one is broken.</summary>
    public Law? Law => law.Value.Law;

    /// <summary>What is wrong with those two.</summary>
    public IReadOnlyList<FileFault> LawFaults => law.Value.Faults;

    /// <summary>Who is there for whom, as its places.yaml has it; asked only where it has one.</summary>
    public Responsible Responsible => responsible.Value;

    /// <summary>What its services' questions may name, by code; asked only where it has places.</summary>
    public IReadOnlyDictionary<string, PlaceChoice> PlaceChoices => LazyInitializer.EnsureInitialized(ref placeChoices, () => new(() => Choices(Responsible.Day))).Value;

    static IReadOnlyDictionary<string, PlaceChoice> Choices(PlaceDay day) =>
        day.Codes.ToDictionary(code => code, code => new PlaceChoice(day.NamesOf(code), day.KindOf(code), day.LiesIn(code)));

    static (Law?, IReadOnlyList<FileFault>) ReadLaw(string path)
    {
        string act = System.IO.Path.Combine(path, "act.yaml"), calendar = System.IO.Path.Combine(path, "calendar.yaml");
        try
        {
            if (!File.Exists(act) || !File.Exists(calendar)) return (null, []);
            var law = Law.Read(Sheets.Named(path), File.ReadAllText(act), File.ReadAllText(calendar));
            var state = System.IO.Path.GetFileName(path).ToUpperInvariant();
            return (law, [.. Copied(act, law.Act.State, state), .. Copied(calendar, law.Calendar.State, state), .. Nameless(act, law.Act.Id)]);
        }
        catch (FaultyFilesException broken)
        {
            return (null, broken.Faults);
        }
    }

    static IEnumerable<FileFault> Nameless(string file, string id) => id.Length > 0 ? []
        : [new(Sheets.Named(file), YamlPlace.Start, "the act has no 'id'", "add 'id:', a word by which the services of this state name it")];

    static IEnumerable<FileFault> Copied(string file, string said, string state) => said == state ? []
        : [new(Sheets.Named(file), YamlPlace.Start, $"{FileFaults.Quote(said)} is not the state of this folder", $"write 'state: {state}', and its own law below")];

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Its services' files, in order of name: all that is YAML and none of the others.</summary>
    public IEnumerable<string> ServiceFiles => Directory.EnumerateFiles(Path, "*.yaml").Where(IsService).Order(StringComparer.Ordinal);

    public static bool IsService(string file) => !Others.Contains(System.IO.Path.GetFileName(file));

    /// <summary>The text messages it has had registered; null while it has none, or the file is broken.</summary>
    public TextRegister? Texts { get; private init; }

    /// <summary>What is wrong with what it says of itself and its places. Places that are broken count as not there.</summary>
    public IReadOnlyList<FileFault> Faults { get; private init; } = [];

    public static StateFolder Read(string path)
    {
        var profile = Opened(path, "state.yaml", file => StateProfiles.Open(file, System.IO.Path.GetFileName(path)));
        var file = System.IO.Path.Combine(path, "places.yaml");
        var (places, placeFaults) = File.Exists(file) ? StatePlaces.Open(file) : (null, []);
        var texts = Opened(path, "sms.yaml", TextRegister.Open);
        // What can be read of the state serves its services' check, whatever else is wrong with it; places must be whole.
        return new(path, profile is { IsReadable: true } ? profile.Value : null, places) { Faults = [.. profile?.Faults.All ?? [], .. placeFaults, .. texts?.Faults.All ?? []],
            Texts = texts is { IsReadable: true, Faults.Any: false } ? texts.Value : null };
    }

    static Sheet<T>? Opened<T>(string folder, string file, Func<string, Sheet<T>> open) where T : class, new() =>
        System.IO.Path.Combine(folder, file) is var path && File.Exists(path) ? open(path) : null;
}
