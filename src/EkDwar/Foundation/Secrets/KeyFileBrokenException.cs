namespace EkDwar.Foundation.Secrets;

/// <summary>
/// A key cannot be used as it stands in its file: unreadable, of the wrong length, or not what its name says.
/// The house does not start without it and never makes another in its place, for that would lock every case for good.
/// </summary>
public sealed class KeyFileBrokenException(string path, string why, Exception? cause = null)
    : Exception($"The key file {path} cannot be used: {why}", cause)
{
    public string Path { get; } = path;
}
