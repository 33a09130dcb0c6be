using EkDwar.Cases.Parties;
using EkDwar.Design;

namespace EkDwar.Cases.OwnData;

/// <summary>An application of hers: what it is, and the last day for which the law keeps it, once it is closed and where a file says so.</summary>
public sealed record OwnCaseLine(CaseReference Reference, Phrase Service, bool IsClosed, DateOnly? KeptUntil);

/// <summary>That somebody looked at an application of hers.</summary>
public sealed record OwnLookLine(CaseReference Reference, Phrase Post, string What, string When);

/// <summary>What she answered in somebody else's application.</summary>
public sealed record OwnConsentLine(CaseReference Reference, string Party, Phrase Service, PartyStatus Status, string When);

/// <summary>What the page of somebody's own data shows: whose, what is kept of her and until when, who looked, what she consented to, and when she was given it.</summary>
public sealed record OwnDataView(string Name, string Mobile)
{
    public IReadOnlyList<OwnCaseLine> Cases { get; init; } = [];
    public IReadOnlyList<OwnLookLine> Looks { get; init; } = [];
    public IReadOnlyList<OwnConsentLine> Consents { get; init; } = [];
    public IReadOnlyList<string> Downloads { get; init; } = [];

    /// <summary>The years in which she sent something, the newest first.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];
}

/// <summary>What the archive's first page shows: whose data it is, of when, and where everything lies in it.</summary>
public sealed record OwnIndexView(string Name, string When, IReadOnlyList<OwnLine> Lines)
{
    public bool IsWhole => Lines.All(line => line.Files.All(file => file.Fate == OwnFileFate.Given));
}
