using System.Runtime.CompilerServices;
using EkDwar.Foundation.Languages;

namespace EkDwar.Foundation.Yaml;

/// <summary>
/// A data file read into its record, with the place of everything it says and all that is wrong with it so far. It knows no
/// meaning: what is read asks for that with <see cref="Needs"/>, and the answer is collected, not thrown.
/// </summary>
public sealed class Sheet<T> where T : class, new()
{
    readonly SheetReader reader;
    readonly string text;

    internal Sheet(T value, bool isReadable, SheetReader reader, string text) => (Value, IsReadable, this.reader, this.text) = (value, isReadable, reader, text);

    public T Value { get; }

    /// <summary>False when the file is no YAML from somewhere on: then nothing more should be asked of it.</summary>
    public bool IsReadable { get; }

    public FileFaults Faults => reader.Faults;

    /// <summary>Every text in languages that the file has, with its key, in the file's order.</summary>
    public IEnumerable<(string Key, LocalText Text)> Texts => reader.Texts;

    /// <summary>Whether the file says anything under this key.</summary>
    public bool Has(object owner, string key) => Entry(owner, key) is not null;

    /// <summary>Whether a record of this sheet was in the file, and not only left as it is without.</summary>
    public bool Holds(object made) => reader.Source(made) is not null;

    /// <summary>Where a record, text or list stands: at its key, or where it begins in a list.</summary>
    public YamlPlace At(object owner) => reader.Source(owner)?.At ?? YamlPlace.Start;

    /// <summary>The place of a value; of what is longer than one, and of an empty one, its key; of what is not there, whoever should have it.</summary>
    public YamlPlace At(object owner, string key) => Entry(owner, key) switch
    {
        null => At(owner),
        { Value: YamlValue { IsNothing: false } value } => value.At,
        var entry => entry.At,
    };

    /// <summary>The place of a list's entry.</summary>
    public YamlPlace At(System.Collections.IList list, int index) => reader.Source(list)?.Node is YamlList rows && index < rows.Items.Count ? rows.Items[index].At : At(list);

    /// <summary>The place of a line and column, from 1, inside a value; the value's own where it was not written plainly on one line.</summary>
    public YamlPlace Inside(object owner, string key, int line, int column)
    {
        if (Entry(owner, key)?.Value is not YamlValue value) return At(owner, key);
        var opening = value.IsPlain ? 0 : 1;
        var isAsWritten = line == 1 && string.CompareOrdinal(text, value.At.Offset + opening, value.Text, 0, value.Text.Length) == 0;
        return isAsWritten ? value.At.Plus(opening + column - 1) : value.At;
    }

    /// <summary>Collects the fault unless it holds. Of what a key holds one fault is told: the first is often the cause of the others.</summary>
    public bool Needs(bool holds, object owner, string key,
        [InterpolatedStringHandlerArgument(nameof(holds))] FaultWords problem, [InterpolatedStringHandlerArgument(nameof(holds))] FaultWords mend)
    {
        if (!holds && reader.Tell(owner, key)) Faults.Add(At(owner, key), problem.Told(), mend.Told());
        return holds;
    }

    YamlEntry? Entry(object owner, string key) => reader.Source(owner)?.Node is YamlMap map ? map.Find(key) : null;
}
