using System.Collections.Concurrent;
using EkDwar.Foundation;

namespace EkDwar.Deadlines;

/// <summary>The law of each state as its folder has it now, read once. What a case was counted with may be an earlier one: its ledger names it.</summary>
public sealed class Laws(DataFolders folders)
{
    readonly ConcurrentDictionary<string, Law> byState = new();

    public Law Of(string state) => byState.GetOrAdd(state, _ => Law.Read(
        state, File.ReadAllText(folders.StateFile(state, "act.yaml")), File.ReadAllText(folders.StateFile(state, "calendar.yaml"))));
}
