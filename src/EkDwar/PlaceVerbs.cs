using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding;
using EkDwar.Onboarding.Importing;

namespace EkDwar;

/// <summary>The verbs about places: import-places and check-places. Exit code 2 where something is to be mended.</summary>
static class PlaceVerbs
{
    public const string Import = "import-places", Check = "check-places";

    const string DryRun = "--dry-run", ValidRows = "--valid-rows";

    public static bool Has(string verb) => verb is Import or Check;

    /// <param name="rest">what stands after the verb: a state, of an import its table, flags and the settings</param>
    public static async Task<int> Run(string verb, string[] rest)
    {
        var flags = rest.Where(word => word is DryRun or ValidRows).ToHashSet();
        var (words, options) = Split([.. rest.Where(word => !flags.Contains(word))]);
        var settings = Settings.Parse(options);
        if (words.Count != (verb == Import ? 2 : 1) || (verb == Check && flags.Count > 0)) throw new CannotStart(verb == Import ? "onboarding.places.import_what" : "onboarding.places.check_what");
        if (!settings.Folders.States.Contains(words[0])) throw new CannotStart("onboarding.places.no_state", ("state", words[0]), ("states", string.Join(", ", settings.Folders.States)));
        if (verb == Import && !File.Exists(words[1])) throw new CannotStart("onboarding.places.no_file", ("file", words[1]));
        await using var app = Program.Build(settings);
        await StartOrder.Require(app, settings);
        await using var scope = app.Services.CreateAsyncScope();
        return verb == Import
            ? Told(await scope.ServiceProvider.GetRequiredService<ImportPlaces>().Run(words[0], Sheets.Named(words[1]), await File.ReadAllBytesAsync(words[1]), flags.Contains(DryRun), flags.Contains(ValidRows)))
            : Told(await scope.ServiceProvider.GetRequiredService<CheckPlaces>().Run(words[0]));
    }

    /// <summary>The words of the verb, and the settings, each of which has a value but --no-work.</summary>
    static (List<string> Words, string[] Options) Split(string[] rest)
    {
        List<string> words = [], options = [];
        for (var i = 0; i < rest.Length; i++)
        {
            (rest[i].StartsWith('-') ? options : words).Add(rest[i]);
            if (rest[i].StartsWith('-') && rest[i] != "--no-work" && i + 1 < rest.Length) options.Add(rest[++i]);
        }
        return (words, [.. options]);
    }

    static int Told(ImportedPlaces found)
    {
        foreach (var fault in found.Faults) Console.WriteLine(fault);
        Console.WriteLine(Texts.Get(LanguageCode.English, found.IsWritten ? "onboarding.places.imported" : "onboarding.places.not_imported",
            ("rows", $"{found.Rows}"), ("added", $"{found.Added}"), ("changed", $"{found.Changed}"), ("ended", $"{found.Ended}"), ("faults", $"{found.Faults.Count}")));
        return found.Faults.Count == 0 ? 0 : 2;
    }

    static int Told(CheckedPlaces found)
    {
        foreach (var gap in found.Gaps) Console.WriteLine(CheckPlaces.Line(gap, LanguageCode.English));
        Console.WriteLine(Texts.Get(LanguageCode.English, "onboarding.places.checked",
            ("services", $"{found.Services}"), ("places", $"{found.Places}"), ("pairs", $"{found.Pairs}"), ("gaps", $"{found.PairsWithGap}"), ("part", $"{found.OnlyInPart}")));
        return found.Gaps.Count == 0 ? 0 : 2;
    }
}
