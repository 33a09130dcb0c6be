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
    public string Note { get; init; } = "";
}

/// <summary>Reads the profiles of the states this installation serves.</summary>
public static class StateProfiles
{
    public static IReadOnlyList<StateProfile> Read(DataFolders folders) =>
        [.. folders.States.Select(state => DataFile.Read<StateProfile>(folders.StateFile(state, "state.yaml")))];
}
