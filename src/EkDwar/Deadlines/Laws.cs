using System.Collections.Concurrent;
using EkDwar.Foundation;

namespace EkDwar.Deadlines;

/// <summary>The act and the calendar of each state, read from its folder once.</summary>
public sealed class Laws(DataFolders folders)
{
    readonly ConcurrentDictionary<string, (ActRules Act, WorkingCalendar Calendar)> byState = new();

    public ActRules Act(string state) => Of(state).Act;

    public WorkingCalendar Calendar(string state) => Of(state).Calendar;

    /// <summary>Reads those of every state, so that a bad one is told at the start. Throws <see cref="DataFileException"/>.</summary>
    public void ReadAll()
    {
        foreach (var state in folders.States) Of(state);
    }

    (ActRules Act, WorkingCalendar Calendar) Of(string state) => byState.GetOrAdd(state, _ => (
        Read(folders.StateFile(state, "act.yaml"), ActFile.Load), Read(folders.StateFile(state, "calendar.yaml"), CalendarFile.Load)));

    static T Read<T>(string file, Func<string, string, T> load) =>
        File.Exists(file) ? load(File.ReadAllText(file), file) : throw new DataFileException(file, 1, "the file is not there");
}
