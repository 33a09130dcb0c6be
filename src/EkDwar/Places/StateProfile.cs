using EkDwar.Foundation;
using EkDwar.Foundation.Languages;

namespace EkDwar.Places;

/// <summary>What a state's folder says of the state itself: names, language, helpline. Law and calendar are files of their own.</summary>
public sealed class StateProfile
{
    public string Code { get; init; } = "";
    public string Language { get; init; } = "";
    public string Helpline { get; init; } = "";

    /// <summary>Where it stands among the states of one installation, from 1 on; those that say nothing come last, by code.</summary>
    public int Order { get; init; } = int.MaxValue;

    /// <summary>What somebody of this state might type into the search, shown as an example.</summary>
    public LocalText SearchExample { get; init; } = [];
    public LocalText Government { get; init; } = [];
    public LocalText Ownership { get; init; } = [];

    /// <summary>What people look for services by, in the order in which they are shown.</summary>
    public List<Topic> Topics { get; init; } = [];

    /// <summary>How a service charge is divided; null where the state says nothing of it.</summary>
    public ChargeSplit? ChargeSplit { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>
/// Something that happens in a life (a birth, land) or somebody one is (a farmer), by which services are found whatever they
/// are called. Services name the topics they belong to; it is no department and no kind of service.
/// </summary>
public sealed class Topic
{
    public const string Event = "event", Who = "who";

    public string Code { get; init; } = "";
    public string Kind { get; init; } = Event;
    public LocalText Names { get; init; } = [];

    /// <summary>What people type who mean it, by language.</summary>
    public Dictionary<string, List<string>> Words { get; init; } = [];
}

/// <summary>Reads the profiles of the states this installation serves.</summary>
public static class StateProfiles
{
    public static IReadOnlyList<StateProfile> Read(DataFolders folders) =>
        folders.States.Select(state => Read(folders.StateFile(state, "state.yaml"), state)).OrderBy(state => state.Order).ToList() is { Count: > 0 } states
            ? states
            : throw new CannotStart("foundation.start.no_services", ("folder", folders.Services));

    static StateProfile Read(string file, string folder)
    {
        var state = DataFile.Read<StateProfile>(file);
        if (state.Code != folder) throw new DataFileException(file, LineOf(file, "code"), $"the code of the state is {folder}, as its folder is called");
        if (!LanguageCode.TryParse(state.Language, out _)) throw new DataFileException(file, LineOf(file, "language"), $"'{state.Language}' is not one of {string.Join(", ", LanguageCode.All)}");
        if (state.Government is not { Count: > 0 } || state.Ownership is not { Count: > 0 }) throw new DataFileException(file, 1, "'government' and 'ownership' are needed");
        if (state.SearchExample is not { Count: > 0 }) throw new DataFileException(file, 1, "'search_example' is needed: what somebody here might type to find a service");
        foreach (var topic in state.Topics)
            if (state.Topics.Count(other => other.Code == topic.Code) > 1 || topic.Names.Count == 0 || topic.Kind is not (Topic.Event or Topic.Who))
                throw new DataFileException(file, LineOf(file, "topics"), $"the topic '{topic.Code}' needs a code of its own, names, and a kind: {Topic.Event} or {Topic.Who}");
        state.ChargeSplit?.Check(file);
        return state;
    }

    static int LineOf(string file, string key) =>
        Math.Max(0, Array.FindIndex(File.ReadAllLines(file), line => line.StartsWith(key + ":", StringComparison.Ordinal))) + 1;
}
