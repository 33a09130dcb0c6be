namespace EkDwar.Foundation.Files;

/// <summary>
/// A file that was acknowledged is not there, or is not what was stored. Always a fault of the disk or of a hand on it,
/// never of the reader: it belongs into an alarm.
/// </summary>
public sealed class StoredFileLostException(string id, string why, Exception? cause = null) : Exception($"Stored file {id}: {why}", cause)
{
    public string Id { get; } = id;
}
