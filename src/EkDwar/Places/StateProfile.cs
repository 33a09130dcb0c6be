using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

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

    /// <summary>How long its cases must be kept; null where the state says nothing of it.</summary>
    public Retention? Keep { get; init; }

    /// <summary>How long a begun application is kept that nobody touches; null where the state says nothing of it.</summary>
    public DraftRules? Drafts { get; init; }

    /// <summary>Who acts for a vacant post that nobody has charge of; empty where the state says nothing of it.</summary>
    public List<SeniorityOrder> Seniority { get; init; } = [];

    /// <summary>After how long an application that waits for the citizen's side is closed, cause by cause; a service may say otherwise.</summary>
    public List<CloseRule> CloseAfter { get; init; } = [];

    /// <summary>At how much of the legal limit who is told; empty where the state says nothing of it.</summary>
    public List<LimitWarning> LimitWarnings { get; init; } = [];

    /// <summary>When an officer is told to look twice; null where the state says nothing of it.</summary>
    public WarningRules? Warnings { get; init; }

    /// <summary>When a case that is on nobody's own desk may be opened in an emergency; null where the state lets nobody.</summary>
    public EmergencyRules? Emergency { get; init; }

    /// <summary>For how long somebody may let another person act for her; null where the state does not offer it.</summary>
    public ActingRules? ActForAnother { get; init; }

    /// <summary>For how long the holder of a post may let another official act from it; null where the state lets nobody.</summary>
    public DelegationRules? Delegation { get; init; }

    /// <summary>Which looks at citizens' cases are pointed out to those who look after an office; empty where the state says nothing of it.</summary>
    public List<UnusualRule> UnusualLooks { get; init; } = [];

    /// <summary>For how long after a proof of who she is an official may sign; the house's own minutes where the state says nothing of it.</summary>
    public SigningRules Signing { get; init; } = new() { Source = "example" };

    /// <summary>Where its officials sign in already; null where they sign in at the house alone.</summary>
    public StateSignOn? SignOn { get; init; }

    /// <summary>When nobody is woken by a text message; null where the state says nothing of it.</summary>
    public QuietRules? Quiet { get; init; }

    /// <summary>What a message to everybody of an area may reach and costs; null where the state lets nobody send one.</summary>
    public BroadcastRules? Broadcasts { get; init; }
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
    /// <summary>In their order. Throws <see cref="FaultyFilesException"/> with every fault of every state's file.</summary>
    public static IReadOnlyList<StateProfile> Read(DataFolders folders)
    {
        var sheets = folders.States.Select(state => Open(folders.StateFile(state, "state.yaml"), state)).ToList();
        if (sheets.Count == 0) throw new CannotStart("foundation.start.no_services", ("folder", folders.Services));
        var faults = sheets.SelectMany(sheet => sheet.Faults.All).ToList();
        return faults.Count > 0 ? throw new FaultyFilesException(faults) : [.. sheets.Select(sheet => sheet.Value).OrderBy(state => state.Order)];
    }

    /// <summary>A state's own file, from the folder called so, with all that is wrong with it.</summary>
    public static Sheet<StateProfile> Open(string file, string folder)
    {
        var sheet = Sheets.Open<StateProfile>(file, Sheets.Named(file));
        if (sheet.IsReadable) StateCheck.Run(sheet, folder);
        return sheet;
    }
}
