using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;

namespace EkDwar.Cases.OwnData;

/// <summary>What became of a file of hers: given; left out, because the archive would have grown too large; or lost, because the store no longer has it.</summary>
public enum OwnFileFate { Given, LeftOut, Lost }

/// <summary>A record as the archive's index names it.</summary>
public sealed record OwnLine(string Title, string Path, IReadOnlyList<(OwnFile File, OwnFileFate Fate)> Files);

/// <summary>
/// Writes what is kept of a person as a zip archive, record by record and file by file, onto the line: one of them at a
/// time is in memory and none on a disk. Asks nothing about who may.
/// </summary>
public sealed class OwnArchive(IEnumerable<IOwnData> parts, EkDwarDb db)
{
    /// <summary>So many bytes of papers one archive holds; the rest is named in it as left out.</summary>
    public const long MostBytes = 500L * 1024 * 1024;

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <param name="index">the page that leads to everything, in her language</param>
    public async Task Write(OwnDataOf who, Stream to, Func<IReadOnlyList<OwnLine>, Task<string>> index, CancellationToken stop)
    {
        var (lines, room) = (new List<OwnLine>(), MostBytes);
        using var line = new DrainedStream();
        var zip = new ZipArchive(line, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var part in parts)
            await foreach (var record in part.Of(who))
            {
                // What was read for one record is not needed for the next.
                db.ChangeTracker.Clear();
                Put(zip, record.Path, Bytes(record.Json));
                await line.Drain(to, stop);
                var files = new List<(OwnFile, OwnFileFate)>();
                foreach (var file in record.Files)
                {
                    var fate = file.Length > room ? OwnFileFate.LeftOut : Put(zip, file);
                    await line.Drain(to, stop);
                    if (fate == OwnFileFate.Given) room -= file.Length;
                    files.Add((file, fate));
                }
                lines.Add(new(record.Title, record.Path, files));
            }
        Put(zip, "contents.json", Bytes(Contents(lines)));
        Put(zip, "index.html", Encoding.UTF8.GetBytes(await index(lines)));
        // Only a whole archive gets its end: one that broke off does not open as if it were all.
        zip.Dispose();
        await line.Drain(to, stop);
    }

    static OwnFileFate Put(ZipArchive zip, OwnFile file)
    {
        byte[] bytes;
        try
        {
            bytes = file.Read();
        }
        catch (StoredFileLostException)
        {
            return OwnFileFate.Lost;
        }
        Put(zip, file.Path, bytes);
        return OwnFileFate.Given;
    }

    static void Put(ZipArchive zip, string path, byte[] bytes)
    {
        using var into = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        into.Write(bytes);
    }

    static JsonArray Contents(IReadOnlyList<OwnLine> lines) => [.. lines.Select(line => (JsonNode)new JsonObject
    {
        ["title"] = line.Title,
        ["path"] = line.Path,
        ["files"] = new JsonArray([.. line.Files.Select(one => (JsonNode)new JsonObject
        {
            ["path"] = one.File.Path, ["bytes"] = one.File.Length, ["fate"] = one.Fate switch { OwnFileFate.Given => "given", OwnFileFate.LeftOut => "left_out", _ => "lost" },
        })]),
    })];

    static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString(Plain));
}
