namespace EkDwar.Foundation.Secrets;

/// <summary>
/// Sealed bytes did not open: altered, cut, moved to another place, or the wrong key. It does not tell which,
/// because the cipher cannot know.
/// </summary>
public sealed class SealBrokenException(string why, Exception? cause = null) : Exception($"The seal does not open: {why}", cause);
