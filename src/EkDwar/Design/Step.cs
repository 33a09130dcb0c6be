namespace EkDwar.Design;

/// <summary>Where a step stands, as states of a door: dashed, half open on a desk, or filled with a tick.</summary>
public enum DoorState
{
    NotStarted,
    OnDesk,
    Done,
}

/// <summary>One thing that happened to a case, is happening, or will. Without a known time it shows none.</summary>
public sealed record Step(Phrase? Title, DoorState State)
{
    public Phrase? When { get; init; }

    /// <summary>The same instant or day for machines, as ISO 8601.</summary>
    public string? WhenIso { get; init; }

    public Phrase? By { get; init; }

    /// <summary>Past its time limit while on a desk.</summary>
    public bool IsLate { get; init; }
}
