using EkDwar.Deadlines;

namespace EkDwar.Tests.Deadlines;

/// <summary>The states' act and calendar as they are committed.</summary>
static class StateFiles
{
    public static readonly string[] States = ["mh", "pb", "hr"];

    public static string Text(string state, string file) => File.ReadAllText(Path.Combine(Root(), "services", state, file));
    public static ActRules Act(string state) => ActFile.Load(Text(state, "act.yaml"), $"services/{state}/act.yaml");
    public static WorkingCalendar Calendar(string state) => CalendarFile.Load(Text(state, "calendar.yaml"), $"services/{state}/calendar.yaml");

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EkDwar.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
