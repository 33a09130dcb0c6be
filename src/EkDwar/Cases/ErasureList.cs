using System.Globalization;
using System.Text;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Cases;

/// <summary>That the key of one case or one person was destroyed, and must stay so.</summary>
public readonly record struct Erasure(string Kind, string Id)
{
    public static Erasure OfCase(long caseId) => new("case", caseId.ToString(CultureInfo.InvariantCulture));

    public static Erasure OfPerson(Guid personId) => new("person", personId.ToString("D"));
}

/// <summary>
/// What was erased, in a file outside the database: a backup of the database brings destroyed keys back, and this list
/// takes them away again. One signed line each, only ever added; a line that is not ours stops whoever reads it.
/// </summary>
public sealed class ErasureList(SigningKeys keys, DataFolders folders)
{
    /// <summary>Adds to the list; it is on the disk when this returns, before any key is touched.</summary>
    public void Add(IEnumerable<Erasure> erasures, DateTime at)
    {
        using var file = AppendOnlyFile.TryHold(folders.ErasureFile, "\n") ?? throw new CannotStart("cases.erase.busy", ("file", folders.ErasureFile));
        using var key = keys.LoadOrCreate("erasures");
        var lines = new StringBuilder();
        foreach (var erasure in erasures)
        {
            var words = $"erased {erasure.Kind} {erasure.Id} {UtcMicroseconds.Cut(at):O}";
            lines.Append(words).Append(' ').Append(Convert.ToBase64String(key.Sign(Encoding.UTF8.GetBytes(words)))).Append('\n');
        }
        file.Add(lines.ToString());
    }

    /// <exception cref="KeyFileBrokenException">there is a list, and the key it was signed with is gone</exception>
    /// <exception cref="CannotStart">a line is not whole or not signed by this installation: nothing is destroyed on its word</exception>
    public IReadOnlySet<Erasure> Read()
    {
        var erasures = new HashSet<Erasure>();
        if (!File.Exists(folders.ErasureFile)) return erasures;
        // A new key in its place would believe nothing that the list says.
        if (!keys.Exists("erasures")) throw keys.Missing("erasures");
        using var key = keys.LoadOrCreate("erasures");
        using var reader = AppendOnlyFile.Reader(folders.ErasureFile);
        var text = reader.ReadToEnd();
        // What follows the last whole line was half-written in a crash, before any key was touched.
        foreach (var (index, line) in text[..(text.LastIndexOf('\n') + 1)].Split('\n')[..^1].Index())
            erasures.Add(Parse(key, line) ?? throw new CannotStart("cases.erase.list_broken", ("file", folders.ErasureFile), ("line", $"{index + 1}")));
        return erasures;
    }

    static Erasure? Parse(SigningKey key, string line)
    {
        if (line.Split(' ') is not ["erased", var kind, var id, _, var signature]) return null;
        var bytes = new byte[64];
        var isOurs = Convert.TryFromBase64String(signature, bytes, out var length) && length == 64
            && key.Verify(Encoding.UTF8.GetBytes(line[..^(signature.Length + 1)]), bytes);
        return isOurs ? new(kind, id) : null;
    }
}
