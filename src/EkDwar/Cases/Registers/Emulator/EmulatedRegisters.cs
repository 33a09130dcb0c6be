using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using EkDwar.Foundation;

namespace EkDwar.Cases.Registers.Emulator;

/// <summary>
/// Registers of our own making for Development and tests, out of <c>services/*/registers/*.json</c>: nobody's land, and no
/// department's answer. It can be told to be away. Anywhere but in Development it answers nobody.
/// </summary>
public sealed class EmulatedRegisters(DataFolders folders)
{
    public const string Path = "/dev/registers", Key = "emulated register";

    readonly ConcurrentDictionary<string, IReadOnlyList<EmulatedRecord>?> read = new();

    public bool IsAway { get; set; }

    /// <summary>Where the emulated register of this very process answers.</summary>
    public static RegisterPlace PlaceOf(string register, Settings settings) => new() { BaseUrl = $"{settings.Url.Split(';')[0].TrimEnd('/')}{Path}/{register}", Key = Key };

    public IEnumerable<string> Names => folders.States.SelectMany(Files).Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>The records of a register; null when there is none of this name.</summary>
    public IReadOnlyList<EmulatedRecord>? Records(string register) => read.GetOrAdd(register, Read);

    public EmulatedRecord? Find(string register, JsonObject key) => Records(register)?.FirstOrDefault(record => JsonNode.DeepEquals(record.Key, key));

    IEnumerable<string> Files(string state) =>
        System.IO.Path.GetDirectoryName(folders.StateFile(state, "registers/x")) is { } folder && Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json") : [];

    List<EmulatedRecord>? Read(string register)
    {
        if (folders.States.SelectMany(Files).FirstOrDefault(file => System.IO.Path.GetFileNameWithoutExtension(file) == register) is not { } file) return null;
        var json = JsonNode.Parse(File.ReadAllText(file)) ?? throw new FormatException($"{file}: a register has 'records'");
        return [.. json["records"]!.AsArray().Select(record => new EmulatedRecord(record!["key"]!.AsObject(), record["record"]!.AsObject()))];
    }
}

/// <summary>One record of an emulated register, under its key.</summary>
public sealed record EmulatedRecord(JsonObject Key, JsonObject Record);
