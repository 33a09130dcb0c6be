using EkDwar.Deadlines;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Tests.Deadlines;

public class A_state_s_files
{
    [Fact]
    public void load_for_every_state()
    {
        foreach (var state in StateFiles.States)
        {
            var (act, calendar) = (StateFiles.Act(state), StateFiles.Calendar(state));
            Assert.Equal(state.ToUpperInvariant(), act.State);
            Assert.Equal(act.State, calendar.State);
            Assert.True(act.AllowsPause("query"));
            Assert.False(act.AllowsPause("field_verification"));
            Assert.NotEmpty(act.Appeals);
            Assert.All(act.Pauses, p => Assert.NotEqual("", p.Source));
            Assert.False(calendar.IsComplete(2027));
            Assert.False(calendar.IsOpen(new(2027, 1, 26)));
        }
    }

    [Fact]
    public void say_what_the_act_of_maharashtra_says()
    {
        var act = StateFiles.Act("mh");
        Assert.Equal(new TimeLimit(15, DayKind.Calendar), act.Limit(15, "unstated"));
        Assert.Equal(new TimeLimit(15, DayKind.Working), act.Limit(15, "working"));
        Assert.Equal(TimeLimit.AtOnce, act.Limit(0, "immediate"));
        Assert.False(act.Counting.FirstDayCounts);
        Assert.Equal(ClosedLastDay.NextOpenDay, act.Counting.ClosedLastDay);
        Assert.Equal(new TimeLimit(1, DayKind.Calendar), act.Acknowledgement.Within);
        Assert.Equal(["first", "second", "third"], act.Appeals.Select(a => a.Tier));
        Assert.Equal((new TimeLimit(30, DayKind.Calendar), 90, new TimeLimit(30, DayKind.Calendar)), (act.Appeals[0].LodgeWithin!.Value, act.Appeals[0].CondonableToDays!.Value, act.Appeals[0].DecideWithin!.Value));
        Assert.Equal(45, act.Appeals[1].IfNoOrderAfterDays);
        Assert.Null(act.Appeals[2].DecideWithin);
        Assert.Equal("policy example", act.AutoFiling.Basis);
        Assert.True(act.AutoFiling.AppliesOn(new(2026, 1, 1)));
        Assert.False(act.AutoFiling.AppliesOn(new(2025, 12, 31)));
    }

    [Fact]
    public void close_maharashtra_s_offices_on_all_saturdays_only_since_29_february_2020()
    {
        var calendar = StateFiles.Calendar("mh");
        Assert.True(calendar.IsOpen(new(2020, 2, 1)));
        Assert.False(calendar.IsOpen(new(2020, 2, 8)));
        Assert.True(calendar.IsOpen(new(2020, 2, 15)));
        Assert.False(calendar.IsOpen(new(2020, 2, 22)));
        Assert.False(calendar.IsOpen(new(2020, 2, 29)));
        Assert.False(calendar.IsOpen(new(2020, 3, 7)));
        Assert.True(calendar.WhyClosed(new(2026, 11, 8))!.Value.IsWeeklyOff);
        Assert.Equal("Bhaubeej", calendar.WhyClosed(new(2026, 11, 11))!.Value.Holiday!.Name["en"]);
    }

    [Theory]
    [InlineData("unstated: calendar", "unstated: lunar", "act.yaml:17: 'unstated' must be one of Calendar, Working")]
    [InlineData("first_day_counts: false", "first_day_counts: no", "act.yaml:24: 'first_day_counts' must be true or false")]
    [InlineData("in_force_on: 2015-04-28", "in_force_on: 28-04-2015", "act.yaml:14: 'in_force_on' must be a date")]
    [InlineData("in_force_on:", "in_farce_on:", "'in_force_on' is missing")]
    [InlineData("state: MH", "state: MH\ncolour: red", "act.yaml:2: 'colour' is not a key")]
    [InlineData("state: MH", "state: MH # a comment", "act.yaml:1: comments, anchors and tags")]
    [InlineData("state: MH", "state: &mh MH", "act.yaml:1: comments, anchors and tags")]
    [InlineData("state: MH", "state: !x MH", "act.yaml:1: comments, anchors and tags")]
    [InlineData("within: 1 calendar days", "within: 1 day", "'within' must read like")]
    [InlineData("within: 1 calendar days", "within: 0 calendar days", "must read like")]
    [InlineData("basis: policy example", "basis: because", "'basis' must be one of 'law', 'government order', 'policy example'")]
    [InlineData("  en: \"Right to Public Services Act\"\n", "", "'en' is missing")]
    public void name_file_and_line_of_a_mistake(string right, string wrong, string message)
    {
        var text = StateFiles.Text("mh", "act.yaml");
        Assert.Contains(right, text);
        var thrown = Assert.Throws<FaultyFilesException>(() => ActFile.Load(text.Replace(right, wrong), "services/mh/act.yaml"));
        Assert.StartsWith("services/mh/act.yaml:", thrown.Message);
        Assert.Contains(message, WithoutColumn(thrown));
    }

    [Theory]
    [InlineData("      - second saturday", "      - sixth saturday", "'sixth saturday' is not a weekly off")]
    [InlineData("on: 2026-01-26", "on: 2025-01-26", "is not of 2026")]
    [InlineData("on: 2026-02-15", "on: 2026-01-26", "not after the holiday before it")]
    [InlineData("on: 2026-02-15", "on: 2026-02-30", "must be a date")]
    [InlineData("complete: true", "complete: maybe", "calendar.yaml:17: 'complete' must be true or false")]
    [InlineData("      - second saturday", "      - monday\n      - tuesday\n      - wednesday\n      - thursday\n      - friday\n      - first saturday", "leaves no weekday always open")]
    [InlineData("state: MH", "state: [", "cannot be read on")]
    public void name_a_mistake_in_the_calendar(string right, string wrong, string message)
    {
        var text = StateFiles.Text("mh", "calendar.yaml");
        Assert.Contains(right, text);
        Assert.Contains(message, WithoutColumn(Assert.Throws<FaultyFilesException>(() => CalendarFile.Load(text.Replace(right, wrong), "services/mh/calendar.yaml"))));
    }

    [Fact]
    public void are_told_of_at_once_whatever_is_wrong_in_both()
    {
        var act = StateFiles.Text("mh", "act.yaml").Replace("  mr: \"महाराष्ट्र लोकसेवा", "  xx: \"महाराष्ट्र लोकसेवा").Replace("in_force_on:", "in_farce_on:").Replace("basis: policy example", "basis: because").Replace("within: 1 calendar days", "within: soon");
        act = act[..act.IndexOf("\npenalties:", StringComparison.Ordinal)] + "\n";
        var calendar = StateFiles.Text("mh", "calendar.yaml").Replace("second saturday", "second_saturday").Replace("on: 2026-02-15", "on: 2026-02-30");
        var told = WithoutColumn(Assert.Throws<FaultyFilesException>(() => Law.Read("services/mh", act, calendar)));
        foreach (var expected in (string[])["act.yaml:4: 'mr' is missing", "'xx' is not a key", "act.yaml:1: 'in_force_on' is missing", "'in_farce_on' is not a key", "'basis' must be one of", "'within' must read like", "act.yaml:1: 'penalties' is missing",
            "'second_saturday' is not a weekly off", "'on' must be a date"]) Assert.Contains(expected, told);
        // A day that could not be read is no day of a wrong year besides.
        Assert.DoesNotContain("is not of 2026", told);
    }

    static string WithoutColumn(FaultyFilesException thrown) => string.Join('\n', thrown.Faults.Select(fault => $"{fault.File}:{fault.At.Line}: {fault.Problem}"));

    [Theory, InlineData(""), InlineData("- a list"), InlineData("text"), InlineData("a: 1\n---\nb: 2"), InlineData("a: 1\na: 2"), InlineData("a: [\nb:\n  - c"), InlineData("{{{{"), InlineData("\t\0")]
    public void are_nothing_else(string text) => Assert.Throws<FaultyFilesException>(() => ActFile.Load(text));
}
