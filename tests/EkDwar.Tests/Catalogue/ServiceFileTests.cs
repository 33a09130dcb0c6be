using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Onboarding;
using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue;

public sealed class A_service_s_file
{
    static readonly string Text = StateFiles.Text("mh", "income-certificate.yaml");

    [Theory]
    [InlineData("id: income-certificate", "id: income-certificate\ncolour: red", "line 2: ")]
    [InlineData("id: income-certificate", "id: income-certificate\nid: other", "line 2: ")]
    [InlineData("id: income-certificate", "id: income-certificate # ours", "line 1: comments, anchors and tags")]
    [InlineData("id: income-certificate", "id: &it income-certificate", "line 1: comments, anchors and tags")]
    [InlineData("id: income-certificate", "id: !text income-certificate", "line 1: comments, anchors and tags")]
    [InlineData("id: income-certificate", "id: [", "line ")]
    public void names_file_and_line_of_a_mistake(string right, string wrong, string message)
    {
        Assert.StartsWith(right, Text);
        var thrown = Assert.Throws<DataFileException>(() => ServiceFile.Load(wrong + Text[right.Length..], "income-certificate.yaml"));
        Assert.StartsWith("income-certificate.yaml, line ", thrown.Message);
        Assert.Contains(message, thrown.Message);
    }

    [Theory]
    [InlineData("type: money", "type: gold", "'gold' is not a type of question")]
    [InlineData("type: money", "type: date", "a column cannot be a 'date'")]
    [InlineData("code: salary_slip", "code: salary-slip", "'salary-slip' has a dash")]
    [InlineData("question: village", "question: town", "'town' is not a question of this service")]
    [InlineData("applicant_name: name", "applicant_name: nobody", "'nobody' is not a question of this service")]
    [InlineData("id: address", "id: village", "'village' is no id of its own")]
    [InlineData("days: 15", "days: 0", "a limit has days")]
    [InlineData("kind: unstated", "kind: lunar", "one of working, calendar, unstated")]
    public void is_told_what_would_fail_only_while_somebody_waits(string right, string wrong, string problem)
    {
        Assert.Contains(right, Text);
        var thrown = Assert.Throws<DataFileException>(() => PublishService.Checked(Text.Replace(right, wrong), "x.yaml"));
        Assert.Contains(problem, thrown.Message);
        Assert.InRange(thrown.Line, 2, Text.Split('\n').Length);
    }

    [Theory]
    [InlineData("purpose is other", "in the rule, line 1, column 9: 'purpose is' is no name: names have no spaces")]
    [InlineData("declaration", "in the rule, line 1, column 1: 'declaration' is not a question before this one")]
    [InlineData("today > born_on", "'today' is not a question before this one")]
    [InlineData("name.latn = null", "'name.latn' is not a question before this one")]
    [InlineData("1 / string length(name.latin) > 3", "in the rule, line 1, column 1: this divides by what may be zero")]
    [InlineData("size(name.latin) > 3", "in the rule, line 1, column 1: there is no function 'size'")]
    public void has_rules_that_read_and_name_questions_before(string condition, string problem)
    {
        var thrown = Assert.Throws<DataFileException>(() => PublishService.Checked(Text.Replace("  - id: address\n", $"  - id: address\n    when: \"{condition}\"\n"), "x.yaml"));
        Assert.Contains(problem, thrown.Message);
    }

    [Theory]
    [InlineData("years and months duration(born_on, today).years >= 60", "born_at <= today", "'born_at' is not a question of this service")]
    [InlineData("years and months duration(born_on, today).years >= 60", "born_on <=", "in the rule, line 1")]
    [InlineData("id: sixty_or_older", "id: \"\"", "is no id of its own")]
    [InlineData("years and months duration(born_on, today).years >= 60", "age_proof.given", "cannot read the paper 'age_proof'")]
    [InlineData("years and months duration(born_on, today).years >= 60", "today.year > 2000", "reads at least one question")]
    public void has_conditions_that_read_its_questions_and_today(string right, string wrong, string problem)
    {
        var senior = StateFiles.Text("mh", "senior-citizen-certificate.yaml");
        Assert.Contains(right, senior);
        var thrown = Assert.Throws<DataFileException>(() => PublishService.Checked(senior.Replace(right, wrong), "x.yaml"));
        Assert.Contains(problem, thrown.Message);
    }

    [Theory, InlineData(""), InlineData("- a list"), InlineData("text"), InlineData("{{{{"), InlineData("\t\0")]
    public void is_nothing_else(string text) => Assert.Throws<DataFileException>(() => ServiceFile.Load(text, "x.yaml"));
}
