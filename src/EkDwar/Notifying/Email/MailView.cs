namespace EkDwar.Notifying.Email;

/// <summary>What an e-mail says, every word of it in the receiver's language; the page and the plain text are both made of it.</summary>
/// <param name="Text">what happened, as the text message says it</param>
public sealed record MailView(string Language, string Title, string Text)
{
    /// <summary>Reference, due date and the like: a name and its value.</summary>
    public IReadOnlyList<(string Name, string Value)> Rows { get; init; } = [];

    /// <summary>What to do next, and its address.</summary>
    public IReadOnlyList<(string Name, string Address)> Links { get; init; } = [];

    /// <summary>Of what goes with it, or why nothing does.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Who writes, and why to her.</summary>
    public IReadOnlyList<string> Foot { get; init; } = [];

    public string PlainText => string.Join("\n\n", ((IEnumerable<string>)
    [
        Title, Text, string.Join('\n', Rows.Select(row => $"{row.Name}: {row.Value}")), .. Notes,
        .. Links.Select(link => $"{link.Name}:\n{link.Address}"), "-- \n" + string.Join('\n', Foot),
    ]).Where(part => part.Length > 0));
}
