namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>What a rule of a service reads and compares, and whether anybody is ever led to a question.</summary>
public sealed class A_rule_in_a_service_s_file
{
    const string Income = "income-certificate.yaml", Senior = "senior-citizen-certificate.yaml";

    /// <summary>Two questions put before the last of those that a rule here may read.</summary>
    const string More = """
          - id: age
            type: number
            label: {mr: वय, en: Age, hi: उम्र, pa: ਉਮਰ}
          - id: has_land
            type: yes_no
            label: {mr: जमीन, en: Land, hi: ज़मीन, pa: ਜ਼ਮੀਨ}
          - id: crops
            type: choices
            label: {mr: पिके, en: Crops, hi: फ़सलें, pa: ਫ਼ਸਲਾਂ}
            options:
              - code: cotton
                names: {mr: कापूस, en: Cotton, hi: कपास, pa: ਕਪਾਹ}
              - code: none_of_these
                is_alone: true
                names: {mr: काही नाही, en: None, hi: कोई नहीं, pa: ਕੋਈ ਨਹੀਂ}

        """;

    static Planted With(string rule) => Planted.In(Income, "  - id: purpose_other\n    type: text\n    when: purpose = \"other\"\n", $"{More}  - id: purpose_other\n    type: text\n    when: {rule}\n");

    [Theory]
    [InlineData("¦purpose is other", "in the rule, 'purpose is' is no name: names have no spaces", "docs/how-to/write-a-rule.md", 8)]
    [InlineData("¦income_proof.given", "in the rule, 'income_proof.given' is not a question before this one")]
    [InlineData("has_land and ¦today > born_on", "'today' is not a question before this one")]
    [InlineData("¦name.latn = null", "'name.latn' is not a question before this one", "write 'name.latin'")]
    [InlineData("¦agee > 3", "'agee' is not a question before this one", "write 'age'")]
    [InlineData("¦1 / age > 3", "this divides by what may be zero", "if n != 0")]
    [InlineData("¦size(crops) > 3", "there is no function 'size'")]
    [InlineData("purpose = ¦\"othr\"", "in the rule, \"othr\"", "write 'other'")]
    [InlineData("\"purpose = ¦'x'\"", "has no meaning in a rule")]
    [InlineData("purpose in (\"other\", ¦\"helth\")", "'helth' is no option of 'purpose'", "write 'health'")]
    [InlineData("list contains(crops, ¦\"coton\")", "'coton' is no option of 'crops'", "write 'cotton'")]
    [InlineData("age > ¦\"5\"", "'age' is a number, and is compared with a string", "without quotation marks")]
    [InlineData("has_land = ¦\"yes\"", "'has_land' is a boolean, and is compared with a string", "write true or false")]
    [InlineData("born_on < ¦\"2000-01-01\"", "'born_on' is a date, and is compared with a string", "write the day as @\"2026-01-31\"")]
    public void that_cannot_be_meant_so_is_told_to_the_column(string rule, string problem, string mend = "", int further = 0)
    {
        var planted = With(rule);
        var fault = Assert.Single(Planted.Faults(planted.Text));
        Assert.Contains(problem.Replace("in the rule, \"othr\"", "in the rule, 'othr' is no option of 'purpose'"), fault.Problem);
        Assert.Contains(mend, fault.Mend);
        Assert.Equal((planted.Line, planted.Column + further), (fault.At.Line, fault.At.Column));
    }

    [Theory]
    [InlineData("purpose = \"other\" and purpose = \"health\"")]
    [InlineData("age > 60 and age < 18")]
    [InlineData("age >= 60 and age < 60")]
    [InlineData("age < 0")]
    [InlineData("has_land and not(has_land)")]
    [InlineData("has_land = null")]
    [InlineData("born_on < @\"1990-01-01\" and born_on > @\"1990-01-01\"")]
    [InlineData("list contains(crops, \"cotton\") and not(list contains(crops, \"cotton\"))")]
    [InlineData("false")]
    [InlineData("1 = 2")]
    public void that_no_answers_make_true_is_told(string rule)
    {
        var planted = With("¦" + rule);
        var fault = Assert.Single(Planted.Faults(planted.Text));
        Assert.Contains("'purpose_other' is never asked", fault.Problem);
        Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
    }

    [Theory]
    [InlineData("purpose = \"other\" or purpose = \"health\"")]
    [InlineData("purpose != \"other\"")]
    [InlineData("age > 17 and age < 19")]
    [InlineData("age > 17.5 and age < 18.2")]
    [InlineData("age = 1000000")]
    [InlineData("age * 2 > 1000 and has_land")]
    [InlineData("born_on = @\"1990-01-01\"")]
    [InlineData("born_on.year = 1990 and born_on.month = 2")]
    [InlineData("list contains(crops, \"cotton\")")]
    [InlineData("not(list contains(crops, \"cotton\"))")]
    [InlineData("count(crops) = 2")]
    [InlineData("string length(address) > 400")]
    [InlineData("village = \"pune.haveli.wagholi\"")]
    [InlineData("true")]
    public void that_some_answers_make_true_is_not(string rule) => Assert.Empty(Planted.Faults(Planted.Untested(With(rule).Text)));

    [Fact]
    public void behind_another_that_is_never_asked_is_never_asked_either()
    {
        var text = With("purpose = \"other\" and has_land and not(has_land)").Text.Replace("  - id: income\n", """
              - id: sure
                type: yes_no
                when: purpose_other = "x" and has_land
                label: {mr: नक्की, en: Sure, hi: पक्का, pa: ਪੱਕਾ}
              - id: very_sure
                type: yes_no
                when: sure
                label: {mr: नक्की, en: Sure, hi: पक्का, pa: ਪੱਕਾ}
              - id: income

            """);
        Assert.Equal(["'purpose_other'", "'sure'", "'very_sure'"], Planted.Faults(text).Select(fault => fault.Problem.Split(' ')[0]));
    }

    [Theory]
    [InlineData("¦born_at <= today", "'born_at' is not a question of this service", "write 'born_on'")]
    [InlineData("born_on <=¦", "in the rule, the rule ends too early")]
    [InlineData("¦age_proof.given", "cannot read the paper 'age_proof'")]
    [InlineData("¦today.year > 2000", "reads at least one question")]
    [InlineData("¦blood_group = \"a_pos\" and blood_group = \"a_neg\"", "nobody can have this service")]
    public void of_who_may_have_it_reads_its_questions_and_today(string rule, string problem, string mend = "")
    {
        var planted = Planted.In(Senior, "years and months duration(born_on, today).years >= 60", rule);
        var fault = Assert.Single(Planted.Faults(planted.Text, Senior));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
    }
}
