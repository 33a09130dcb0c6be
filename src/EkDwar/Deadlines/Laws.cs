using System.Collections.Concurrent;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Deadlines;

/// <summary>The law of each state as its folder has it now, read once. What a case was counted with may be an earlier one: its ledger names it.</summary>
public sealed class Laws(DataFolders folders)
{
    readonly ConcurrentDictionary<string, Law> byState = new();

    /// <summary>Reads that of every state, so that a bad one is told at the start. Throws <see cref="FaultyFilesException"/>.</summary>
    public void ReadAll()
    {
        foreach (var state in folders.States) Of(state);
    }

    public Law Of(string state) => byState.GetOrAdd(state, _ => Law.Read(
        Path.GetDirectoryName(folders.StateFile(state, "act.yaml"))!, Text(folders.StateFile(state, "act.yaml")), Text(folders.StateFile(state, "calendar.yaml"))));

    static string Text(string file) => File.Exists(file) ? File.ReadAllText(file) : throw new FaultyFilesException([new(Sheets.Named(file), YamlPlace.Start, "the file is not there", "put it there: a state has an act and a calendar")]);
}
