namespace EkDwar.Catalogue;

/// <summary>
/// Makes a service one that a department's register gives at once: which register is asked, which answers are its key, and
/// what it answers. No desk sees such a case. Where the register is, and how one may speak to it, is configuration.
/// </summary>
public sealed class InstantRule
{
    public string Register { get; init; } = "";
    public List<RegisterKey> Key { get; init; } = [];

    /// <summary>What the register answers, all of it: an answer of another shape is none.</summary>
    public List<RegisterField> Gives { get; init; } = [];

    /// <summary>The ground on which the house itself refuses when the register, asked again, has no such record.</summary>
    public string NoRecord { get; init; } = "";
    public string Source { get; init; } = "";

    public RegisterField? Field(string id) => Gives.Find(field => field.Id == id);
}

/// <summary>One part of a register's key: its name there, and the question whose answer it is. A part nobody was asked is sent as nothing.</summary>
public sealed class RegisterKey
{
    public string Name { get; init; } = "";
    public string Question { get; init; } = "";
}

/// <summary>One thing a register says of a record: a value, or rows of values.</summary>
public sealed class RegisterField
{
    public const string Text = "text", Number = "number", Date = "date", Table = "table";

    public static readonly string[] Types = [Text, Number, Date, Table];

    public string Id { get; init; } = "";

    /// <summary>text, which may be empty; number and date, which may be missing; table, which may have no rows.</summary>
    public string Type { get; init; } = Text;
    public List<RegisterField> Columns { get; init; } = [];

    public RegisterField? Column(string id) => Columns.Find(column => column.Id == id);
}
