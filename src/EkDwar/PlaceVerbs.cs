using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding;
using EkDwar.Onboarding.Importing;
using EkDwar.Places;

namespace EkDwar;

/// <summary>The verbs about places: import-places, check-places and place-history. Exit code 2 where something is to be mended.</summary>
static class PlaceVerbs
{
    public const string Import = "import-places", Check = "check-places", History = "place-history";

    const string DryRun = "--dry-run", ValidRows = "--valid-rows";

    public static bool Has(string verb) => verb is Import or Check or History;

    /// <summary>What such a verb is about: the words that are no settings, and its flags. Takes them out of <paramref name="rest"/>.</summary>
    public static PlaceWords Words(string verb, ref string[] rest)
    {
        List<string> words = [], flags = [], options = [];
        for (var i = 0; i < rest.Length; i++)
        {
            var isFlag = rest[i] is DryRun or ValidRows;
            (isFlag ? flags : rest[i].StartsWith('-') ? options : words).Add(rest[i]);
            // Each setting has a value but --no-work.
            if (!isFlag && rest[i].StartsWith('-') && rest[i] != "--no-work" && i + 1 < rest.Length) options.Add(rest[++i]);
        }
        rest = [.. options];
        if (verb == Import && words.Count != 2) throw new CannotStart("onboarding.places.import_what");
        if (verb == Check && (words.Count != 1 || flags.Count > 0)) throw new CannotStart("onboarding.places.check_what");
        if (verb == History && (words.Count != 2 || flags.Count > 0)) throw new CannotStart("onboarding.history.what");
        return new(verb, words, flags.Contains(DryRun), flags.Contains(ValidRows));
    }

    public static async Task<int> Run(Settings settings, PlaceWords said)
    {
        var state = said.Words[0];
        if (!settings.Folders.States.Contains(state)) throw new CannotStart("onboarding.places.no_state", ("state", state), ("states", string.Join(", ", settings.Folders.States)));
        if (said.Verb == Import && !File.Exists(said.Words[1])) throw new CannotStart("onboarding.places.no_file", ("file", said.Words[1]));
        await using var app = Program.Build(settings);
        await StartOrder.Require(app, settings);
        await using var scope = app.Services.CreateAsyncScope();
        if (said.Verb == History) return Told(await PlaceTrees.Read(scope.ServiceProvider.GetRequiredService<EkDwarDb>(), state), said.Words[1]);
        return said.Verb == Check
            ? Told(await scope.ServiceProvider.GetRequiredService<CheckPlaces>().Run(state))
            : Told(await scope.ServiceProvider.GetRequiredService<ImportPlaces>().Run(state, Sheets.Named(said.Words[1]), await File.ReadAllBytesAsync(said.Words[1]), said.IsRehearsal, said.OnlyValid));
    }

    static int Told(PlaceTree tree, string code)
    {
        if (!tree.Places.TryGetValue(code, out var place)) throw new CannotStart("onboarding.history.no_place", ("code", code));
        foreach (var line in PlaceHistoryLines.Of(tree, place, LanguageCode.English)) Console.WriteLine(line);
        return 0;
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

/// <summary>What stands after a verb about places, without the settings.</summary>
sealed record PlaceWords(string Verb, IReadOnlyList<string> Words, bool IsRehearsal, bool OnlyValid);
