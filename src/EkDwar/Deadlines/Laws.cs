using System.Collections.Concurrent;
using EkDwar.Foundation;

namespace EkDwar.Deadlines;

/// <summary>The act and the calendar of each state, read from its folder once.</summary>
public sealed class Laws(DataFolders folders)
{
    readonly ConcurrentDictionary<string, (ActRules Act, WorkingCalendar Calendar)> byState = new();

    public ActRules Act(string state) => Of(state).Act;

    public WorkingCalendar Calendar(string state) => Of(state).Calendar;

    (ActRules Act, WorkingCalendar Calendar) Of(string state) => byState.GetOrAdd(state, _ => (
        ActFile.Load(File.ReadAllText(folders.StateFile(state, "act.yaml"))),
        CalendarFile.Load(File.ReadAllText(folders.StateFile(state, "calendar.yaml")))));
}
