using System.Globalization;
using System.Text;
using EkDwar.Foundation.Files;

namespace EkDwar.Foundation.Secrets;

/// <summary>A public half that stays known, or a seal's certificates, and from which day on its key was in other hands.</summary>
public sealed record KnownKey(string Name, string Pem, DateOnly? WithdrawnOn);

/// <summary>
/// The public halves of all keys this installation has signed with for others, one PEM file each, so that what was signed can
/// be checked after the key was exchanged. Written before a key first signs, and never removed by the house. Beside the private
/// keys and not in the database: who can write a row must not be able to name a key as ours.
/// </summary>
/// <remarks>
/// Several nodes share the folder, and it is read anew each time: a key that leaked is withdrawn by a file <c>NAME.withdrawn</c>
/// beside its <c>NAME.pem</c>, holding the first day on which others may have had it, such as 2026-11-20.
/// </remarks>
public sealed class KnownKeys(string folder)
{
    const string Public = ".pem", Withdrawn = ".withdrawn";

    /// <exception cref="KeyFileBrokenException">it cannot be kept, so nothing may be signed with this key</exception>
    public void Remember(string name, string pem)
    {
        var path = Path.Combine(folder, name + Public);
        try
        {
            if (!File.Exists(path)) DurableFile.TryCreate(path, Encoding.ASCII.GetBytes(pem + "\n"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileBrokenException(path, "it cannot be made here", e);
        }
    }

    /// <summary>All whose name begins so.</summary>
    /// <exception cref="KeyFileBrokenException">one cannot be read, or its withdrawal holds no day</exception>
    public IReadOnlyList<KnownKey> All(string prefix) => !Directory.Exists(folder) ? []
        : [.. from path in Directory.EnumerateFiles(folder, prefix + "*" + Public).Order(StringComparer.Ordinal)
              let name = Path.GetFileNameWithoutExtension(path)
              select new KnownKey(name, Read(path), WithdrawnOn(name))];

    /// <summary>The day written in its withdrawal; null where it was not withdrawn.</summary>
    /// <exception cref="KeyFileBrokenException">there is a withdrawal, and no day in it</exception>
    public DateOnly? WithdrawnOn(string name)
    {
        var path = Path.Combine(folder, name + Withdrawn);
        if (!File.Exists(path)) return null;
        return DateOnly.TryParseExact(Read(path).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new KeyFileBrokenException(path, "it holds no day such as 2026-11-20");
    }

    static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileBrokenException(path, "it cannot be read by this user", e);
        }
    }
}
