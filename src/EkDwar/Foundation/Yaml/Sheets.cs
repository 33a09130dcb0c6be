using System.Text;

namespace EkDwar.Foundation.Yaml;

/// <summary>Reads data files into sheets. Whatever the file is, a sheet comes of it: what is wrong stands among its faults.</summary>
public static class Sheets
{
    public static Sheet<T> Read<T>(string text, string file) where T : class, new() => Read<T>(Encoding.UTF8.GetBytes(text), file);

    public static Sheet<T> Read<T>(ReadOnlySpan<byte> bytes, string file) where T : class, new()
    {
        var reader = new SheetReader(new(file));
        var text = YamlBytes.Text(bytes, reader.Faults);
        var made = text is not null && YamlTree.Read(text, reader.Faults) is { } root ? (T?)reader.Read(typeof(T), root, YamlPlace.Start, "the file") : null;
        return new(made ?? new(), made is not null, reader, text ?? "");
    }

    /// <summary>Reads a file, which faults call by another name. One that cannot be opened, or is far too large to read, is a fault.</summary>
    public static Sheet<T> Open<T>(string path, string file) where T : class, new()
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length > YamlBytes.Most ? Refused<T>(file, YamlBytes.TooMany(length), YamlBytes.Fewer) : Read<T>(File.ReadAllBytes(path), file);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return Refused<T>(file, "the file cannot be opened", "see that it is there, and that you may read it");
        }
    }

    /// <summary>As a file is called from where somebody stands, which an editor opens; whole when it lies elsewhere.</summary>
    public static string Named(string file)
    {
        var near = Path.GetRelativePath(Directory.GetCurrentDirectory(), file);
        return near.StartsWith("..", StringComparison.Ordinal) ? file : near;
    }

    static Sheet<T> Refused<T>(string file, string problem, string mend) where T : class, new()
    {
        var reader = new SheetReader(new(file));
        reader.Faults.Add(YamlPlace.Start, problem, mend);
        return new(new(), isReadable: false, reader, "");
    }
}
