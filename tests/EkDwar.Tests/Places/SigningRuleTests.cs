using EkDwar.Places;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Places;

/// <summary>For how long a proof is good for signing: pure.</summary>
public sealed class A_rule_about_signing
{
    [Theory, InlineData(0, true), InlineData(-5, true), InlineData(899, true), InlineData(900, false), InlineData(86_400, false)]
    public void holds_for_its_minutes(int seconds, bool holds) => Assert.Equal(holds, new SigningRules { Minutes = 15 }.Holds(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void holds_for_nobody_without_a_proof() => Assert.False(new SigningRules { Minutes = 120 }.Holds(null));

    [Fact]
    public void is_there_where_the_state_says_nothing_of_it()
    {
        Assert.Empty(Faults("signing: {minutes: 15, source: example}\n", "", out var state));
        Assert.Equal(15, state.Signing.Minutes);
    }

    [Theory]
    [InlineData("signing: {minutes: 0, source: example}", "for 1 to 120 minutes")]
    [InlineData("signing: {minutes: -5, source: example}", "for 1 to 120 minutes")]
    [InlineData("signing: {minutes: 121, source: example}", "for 1 to 120 minutes")]
    [InlineData("signing: {minutes: soon, source: example}", "soon")]
    [InlineData("signing: {minutes: 15}", "needs its source")]
    [InlineData("signing: {hours: 1, source: example}", "hours")]
    public void is_checked_where_it_stands(string wrong, string problem) =>
        Assert.Contains(Faults("signing: {minutes: 15, source: example}", wrong, out _), fault => fault.Contains(problem, StringComparison.Ordinal));

    [Theory, InlineData("mh"), InlineData("pb"), InlineData("hr")]
    public void is_said_by_every_state_here(string state) => Assert.Contains("\nsigning: {minutes: ", Repository.Text($"services/{state}/state.yaml"), StringComparison.Ordinal);

    static List<string> Faults(string right, string wrong, out StateProfile state)
    {
        var folder = Directory.CreateTempSubdirectory("ekdwar-signing-");
        var file = Path.Combine(folder.FullName, "state.yaml");
        var text = Repository.Text("services/mh/state.yaml");
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(right, wrong, StringComparison.Ordinal));
        var sheet = StateProfiles.Open(file, "mh");
        folder.Delete(recursive: true);
        state = sheet.IsReadable ? sheet.Value : new();
        return [.. sheet.Faults.All.Select(fault => fault.ToString())];
    }
}
