using System.Text;
using EkDwar.Onboarding;
using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>What is said of a service's file beside the checks of its meaning: by the reader of files, by who looks for offices, and by who runs its tests; word for word.</summary>
public sealed class Everything_else_said_of_a_service_s_file
{
    const string Income = "income-certificate.yaml", Senior = "senior-citizen-certificate.yaml", Holding = "small-landholder-certificate.yaml", Scholarship = "post-matric-scholarship.yaml";

    [Theory]
    [InlineData(Income, "    not_met: [of_age]\n", "    not_met: [¦of_aeg]\n", "'of_aeg' is not a condition of this service")]
    [InlineData(Income, "\nstages:\n", "\nclose_after:\n  - ¦{cause: papers, days: 30}\nstages:\n", "what closes an application needs its source")]
    [InlineData(Income, "{village.taluka} taluka", "{village.talukka} taluka", "no place is a 'talukka', which the certificate names")]
    [InlineData(Income, "    post: circle_officer\n", "    post: ¦circle_oficer\n", "the office 'haveli_tahsil' has no 'circle_oficer', nor 13 more")]
    [InlineData(Holding, "        type: land_parcel\n", "        type: land_parcel\n        within: ¦pune\n", "a parcel in a row names no village of its own")]
    public void of_its_meaning_is_said(string file, string right, string wrong, string problem)
    {
        var planted = Planted.In(file, right, wrong);
        var found = Planted.Faults(planted.Text, file);
        Assert.Contains(problem, found.Select(fault => fault.Problem));
        if (planted.Line > 0) Assert.Contains((planted.Line, planted.Column), found.Where(fault => fault.Problem == problem).Select(fault => (fault.At.Line, fault.At.Column)));
    }

    [Fact]
    public void of_a_rule_of_several_lines_is_said_with_the_line()
    {
        var text = Planted.In(Senior, "years and months duration(born_on, today).years >= 60", "|-\n      true\n      and nobody > 1").Text;
        Assert.StartsWith("in line 2, column 5 of the rule, ", Assert.Single(Planted.Faults(text, Senior)).Problem);
    }

    [Fact]
    public void of_an_amount_that_is_none_for_some_is_said()
    {
        var text = System.Text.RegularExpressions.Regex.Replace(StateFiles.Text("mh", Scholarship), "(?m)^  amount: min.*$", "  amount: if lives_in_hostel then 13500 else null");
        Assert.Contains(Planted.Faults(text, Scholarship), fault => fault.Problem.StartsWith("this comes to nothing ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 1, 1, "the file is empty")]
    [InlineData("a: 1\n---\nb: 2", 2, 1, "a second document starts here")]
    [InlineData("- a list", 1, 1, "keys are expected, not a list")]
    [InlineData("? [a]\n: b", 1, 3, "a key is one word")]
    [InlineData("\uFEFFid: x\n", 1, 1, "the file starts with a byte order mark")]
    public void of_its_writing_is_said(string text, int line, int column, string problem) =>
        Assert.Contains((line, column, problem), Planted.Faults(text).Select(fault => (fault.At.Line, fault.At.Column, fault.Problem)));

    [Fact]
    public void of_what_cannot_be_read_is_said()
    {
        Assert.Contains(Planted.Faults("stages: [\n  - id"), fault => fault.Problem.StartsWith("the YAML cannot be read on from here (", StringComparison.Ordinal));
        byte[] bytes = [.. Encoding.UTF8.GetBytes("id: x\nstate: "), 0xFF, (byte)'\n'];
        var broken = CheckServices.Checked(bytes, Income, Planted.Maharashtra).Faults.All;
        Assert.Contains((2, 8, "these bytes are no UTF-8"), broken.Select(fault => (fault.At.Line, fault.At.Column, fault.Problem)));
        var overlong = Planted.In(Income, "  en: Income certificate\n  hi: आय प्रमाण पत्र\n  pa: ਆਮਦਨ ਸਰਟੀਫਿਕੇਟ\nshort_names", $"  en: {new string('a', 10_500)}\nshort_names").Text;
        Assert.Contains("'en' has 10,500 characters", Planted.Faults(overlong).Select(fault => fault.Problem));
        Assert.Equal("the file is not found when services are published", Assert.Single(Planted.Faults(StateFiles.Text("mh", Income), "income-certificate.yml")).Problem);
    }

    [Fact]
    public void of_offices_that_are_not_there_is_said()
    {
        var income = StateFiles.Text("mh", Income);
        Assert.Equal("nobody serves 'pune.haveli', where 'village' can lead", Without("pune.haveli"));
        Assert.Equal("nobody serves 'pune.haveli', where 'village' can lead, nor 1 more", Without("pune.haveli", "pune.junnar"));

        string Without(params string[] places)
        {
            var state = StateFolder.Read(Planted.Maharashtra.Path);
            state.Places!.Offices.RemoveAll(office => places.Contains(office.Place));
            return Assert.Single(CheckServices.Checked(income, Income, state).Faults.All).Problem;
        }
    }
}
