using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding;
using EkDwar.Places;
using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>What is said of the files by which a state's services are judged: its own, its places, its act; word for word, and at its place where a ¦ stands in the change.</summary>
public sealed class Everything_said_of_a_state_s_own_files : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-state-");

    public void Dispose() => folder.Delete(recursive: true);

    string State => Directory.CreateDirectory(Path.Combine(folder.FullName, "mh")).FullName;

    string Changed(string file, string text)
    {
        var path = Path.Combine(State, file);
        File.WriteAllText(path, text);
        return path;
    }

    static void IsSaid(IReadOnlyList<FileFault> faults, Planted planted, string problem)
    {
        Assert.Contains(problem, faults.Select(fault => fault.Problem));
        if (planted.Line > 0) Assert.Contains((planted.Line, planted.Column), faults.Where(fault => fault.Problem == problem).Select(fault => (fault.At.Line, fault.At.Column)));
    }

    [Theory]
    [InlineData("code: mh\n", "code: ¦pb\n", "the code of the state is mh, as its folder is called")]
    [InlineData("\ngovernment:\n", "\nzzzzzzzz:\n", "the state says who governs it")]
    [InlineData("\nownership:", "\nzzzzzzzz:", "the state says who answers for these pages")]
    [InlineData("\nsearch_example:", "\nzzzzzzzz:", "the state says what somebody here might type to find a service")]
    [InlineData("  - code: birth\n", "  - code: ¦\"\"\n", "a topic needs a code")]
    [InlineData("  - code: birth\n    kind: event\n", "  - code: ¦income\n    kind: event\n", "the topic 'income' stands here twice")]
    [InlineData("  - code: birth\n    kind: event\n    names", "  - ¦code: birth\n    kind: event\n    zzzzzzzz", "a topic needs names")]
    [InlineData("  - code: birth\n    kind: event\n", "  - code: birth\n    kind: ¦sort\n", "'sort' is no kind of topic")]
    public void of_itself_is_said(string right, string wrong, string problem)
    {
        var planted = Planted.In("state.yaml", right, wrong);
        var faults = StateProfiles.Open(Changed("state.yaml", planted.Text), "mh").Faults.All;
        if (problem.StartsWith("the topic", StringComparison.Ordinal)) IsSaid(faults, planted with { Line = 0 }, problem);
        else IsSaid(faults, planted, problem);
    }

    [Theory]
    [InlineData("    holds: [haveli_tahsil/clerk]\n", "    holds: [haveli_tahsil/clerk]\n    leave_days: ¦-1\n", "leave has no fewer days than none")]
    [InlineData("    holds: [haveli_tahsil/clerk]\n", "    holds: [¦haveli_tahsil/clerck]\n", "'haveli_tahsil/clerck' is no post of this file")]
    [InlineData("    posts_of: tahsil\n", "    posts_of: ¦tehsil\n", "'tehsil' is no set of posts of this file")]
    [InlineData("    place: pune.haveli\n", "    place: pune.haveli\n    posts_of: ¦tahsil\n", "the set has 'clerk', which the office has itself")]
    [InlineData("      - {designation: clerk, posts: 3}\n", "      - {designation: ¦clerck, posts: 3}\n", "the office has no 'clerck'")]
    [InlineData("      - {designation: clerk, posts: 3}\n", "      - {designation: clerk, posts: ¦1}\n", "several posts are 2 to 99")]
    [InlineData("      - {designation: clerk, posts: 3}\n", "      - {designation: clerk, posts: 3}\n      - {designation: ¦clerk, posts: 3}\n", "how many 'clerk' the office has is said twice")]
    [InlineData("  - code: haveli_tahsil\n", "  - code: ¦\"\"\n", "'code' is needed")]
    [InlineData("  - login: clerk.haveli\n", "  - login: ¦\"\"\n", "'login' is needed")]
    [InlineData("      - designation: circle_officer\n        names: {mr: \"मंडळ अधिकारी, हवेली\"", "      - designation: ¦\"\"\n        names: {mr: \"मंडळ अधिकारी, हवेली\"", "'designation' is needed")]
    [InlineData("    place: pune.haveli\n", "    place: ¦pune.hawelli\n", "'pune.hawelli' is no place of this file")]
    [InlineData("  - login: clerk2.haveli\n", "  - login: ¦clerk.haveli\n", "'clerk.haveli' stands here twice")]
    public void of_its_places_is_said(string right, string wrong, string problem)
    {
        File.Copy(Path.Combine(Planted.Maharashtra.Path, "places.csv"), Path.Combine(State, "places.csv"));
        var planted = Planted.In("places.yaml", right, wrong);
        IsSaid(StatePlaces.Open(Changed("places.yaml", planted.Text)).Faults, planted, problem);
    }

    [Fact]
    public void of_its_act_is_said()
    {
        Changed("calendar.yaml", StateFiles.Text("mh", "calendar.yaml"));
        Changed("act.yaml", Planted.In("act.yaml", "id: mh-rts-2015\n", "").Text);
        Assert.Equal("the act has no 'id'", Assert.Single(StateFolder.Read(State).LawFaults).Problem);
    }

    [Fact]
    public void of_a_state_without_an_act_is_said_where_a_test_counts_by_it()
    {
        File.Copy(Path.Combine(Planted.Maharashtra.Path, "places.csv"), Path.Combine(State, "places.csv"));
        foreach (var file in (string[])["state.yaml", "places.yaml", "digital-712-extract.yaml", "ration-card-new.yaml"]) Changed(file, StateFiles.Text("mh", file));
        var income = Changed("income-certificate.yaml", StateFiles.Text("mh", "income-certificate.yaml"));
        Assert.Contains("this state has no act and calendar to count by", CheckServices.Run([income]).Found.Select(fault => fault.Problem));
        // There they are, and one of them is broken: that is told of it, and the test is not to be mended.
        Changed("calendar.yaml", StateFiles.Text("mh", "calendar.yaml"));
        Changed("act.yaml", Planted.In("act.yaml", "basis: policy example", "basis: because").Text);
        var found = CheckServices.Run([income]).Found;
        Assert.StartsWith("'basis' must be one of", Assert.Single(found, fault => !fault.IsRemark).Problem);
        Assert.Contains("this day was not counted: act.yaml or calendar.yaml is broken", found.Where(fault => fault.IsRemark).Select(fault => fault.Problem));
    }
}
