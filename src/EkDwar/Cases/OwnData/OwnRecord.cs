using System.Text.Json.Nodes;

namespace EkDwar.Cases.OwnData;

/// <summary>One thing the house keeps of somebody, as it is given to her: plain JSON at its place in the archive, and the files that belong to it.</summary>
/// <param name="Title">what it is, in her language</param>
public sealed record OwnRecord(string Path, string Title, JsonNode Json)
{
    public IReadOnlyList<OwnFile> Files { get; init; } = [];
}

/// <summary>A file of hers. It is read when its turn comes, so that one alone is in memory.</summary>
/// <param name="Length">bytes</param>
public sealed record OwnFile(string Path, long Length, Func<byte[]> Read);
