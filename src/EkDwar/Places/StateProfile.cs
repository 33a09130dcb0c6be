using EkDwar.Foundation;
using EkDwar.Foundation.Languages;

namespace EkDwar.Places;

/// <summary>What a state's folder says of the state itself: names, language, helpline. Law and calendar are files of their own.</summary>
public sealed class StateProfile
{
    public string Code { get; init; } = "";
    public string Language { get; init; } = "";
    public string Helpline { get; init; } = "";
    public LocalText Government { get; init; } = [];
    public LocalText Ownership { get; init; } = [];

    /// <summary>How a service charge is divided; null where the state says nothing of it.</summary>
    public ChargeSplit? ChargeSplit { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>Reads the profiles of the states this installation serves.</summary>
public static class StateProfiles
{
    public static IReadOnlyList<StateProfile> Read(DataFolders folders) =>
        folders.States.Select(state => Read(folders.StateFile(state, "state.yaml"), state)).ToList() is { Count: > 0 } states
            ? states
            : throw new CannotStart("foundation.start.no_services", ("folder", folders.Services));

    static StateProfile Read(string file, string folder)
    {
        var state = DataFile.Read<StateProfile>(file);
        if (state.Code != folder) throw new DataFileException(file, LineOf(file, "code"), $"the code of the state is {folder}, as its folder is called");
        if (!LanguageCode.TryParse(state.Language, out _)) throw new DataFileException(file, LineOf(file, "language"), $"'{state.Language}' is not one of {string.Join(", ", LanguageCode.All)}");
        if (state.Government is not { Count: > 0 } || state.Ownership is not { Count: > 0 }) throw new DataFileException(file, 1, "'government' and 'ownership' are needed");
        state.ChargeSplit?.Check(file);
        return state;
    }

    static int LineOf(string file, string key) =>
        Math.Max(0, Array.FindIndex(File.ReadAllLines(file), line => line.StartsWith(key + ":", StringComparison.Ordinal))) + 1;
}
