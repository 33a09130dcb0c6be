using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>Pages on which several questions are asked: each fault alone, where the ¦ stands.</summary>
public sealed class A_fault_of_a_page_of_several_questions
{
    const string Artists = "foreign-artists-permission.yaml", Copy = "municipal-document-copy.yaml", Income = "income-certificate.yaml";
    const string Contact = "  - id: contact\n", Phone = "  - id: phone\n    type: phone\n    page: contact\n", Heading = "{mr: तुमच्याशी संपर्क, en: How to reach you, hi: आपसे संपर्क, pa: ਤੁਹਾਡੇ ਨਾਲ ਸੰਪਰਕ}";
    const string Names = "names: {mr: अ, en: A}";

    static void IsFound(string file, string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In(file, right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, file));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
    }

    [Theory]
    [InlineData(Contact + "    names: " + Heading, "  - ¦id: contact", "the page 'contact' needs a heading", "above its questions")]
    [InlineData(Contact, "  - {id: ¦empty, " + Names + "}\n" + Contact, "no question is on the page 'empty'", "page: empty")]
    [InlineData(Phone, "  - id: phone\n    type: phone\n    page: ¦contacts\n", "'contacts' is not a page of this service", "write 'contact'")]
    [InlineData("  - id: honorarium\n    type: money\n", "  - id: honorarium\n    type: money\n    page: ¦contact\n", "'honorarium' stands apart from the other questions of its page", "move it behind 'phone'")]
    [InlineData("  - id: village\n    type: place\n", "  - id: village\n    type: place\n    page: ¦contact\n", "a question of type 'place' has a page of its own", "take 'page' out")]
    [InlineData(Phone, Phone + "    when: ¦email != \"\"\n", "'email' is asked on the same page as 'phone', and not answered when this rule is asked", "take 'page' out of 'phone'")]
    [InlineData(Contact, Contact + "    when: ¦venue != \"\"\n", "'venue' is not a question before this page", "")]
    [InlineData("      - id: art\n        type: choice\n", "      - id: art\n        type: choice\n        page: ¦contact\n", "only a question of the applicant is on a page of several", "take 'page' out")]
    public void is_found(string right, string wrong, string problem, string mend) => IsFound(Artists, right, wrong, problem, mend);

    [Fact]
    public void is_a_tier_among_others() => IsFound(Copy, "  - id: speed\n    type: choice\n", "  - id: speed\n    type: choice\n    page: ¦how\n",
        "the tier 'speed' is shown with what it costs after the answers before, and has a page of its own", "take 'page' out", "pages:\n  - {id: how, " + Names + "}\nquestions:\n");

    [Fact]
    public void is_a_page_nobody_comes_to_told_once() => IsFound(Income, "  - id: patient\n", "  - id: patient\n    page: never\n",
        "the page 'never' is never asked: no answers make this rule true", "mend the rule, or take the page out", "pages:\n  - {id: never, when: ¦purpose = \"education\" and purpose = \"other\", " + Names + "}\nquestions:\n");

    [Fact]
    public void is_an_option_that_reads_what_is_on_its_page()
    {
        var text = Planted.In(Income, "  - id: born_on\n    type: date\n", "  - id: kind\n    page: odd\n    type: choice\n    label: {mr: कोणते, en: Which}\n    options: [{code: a, names: {mr: अ, en: A}}, {code: b, when: born_at = \"x\", names: {mr: ब, en: B}}]\n  - id: born_on\n    type: date\n").Text
            .Replace("  - id: kind\n", "  - id: born_at\n    type: text\n    page: odd\n    label: {mr: कुठे, en: Where}\n  - id: kind\n", StringComparison.Ordinal)
            .Replace("\nquestions:\n", "\npages:\n  - {id: odd, " + Names + "}\nquestions:\n", StringComparison.Ordinal);
        Assert.Contains("'born_at' is asked on the same page as 'kind'", Assert.Single(Planted.Faults(text, Income)).Problem);
    }

    [Fact]
    public void are_two_rules_too_long_together()
    {
        var rule = string.Join(" or ", Enumerable.Repeat("purpose = \"other\"", 60));
        var text = StateFiles.Text("mh", Income).Replace("    when: purpose = \"other\"\n", $"    when: {rule}\n    page: more\n", StringComparison.Ordinal)
            .Replace("\nquestions:\n", "\npages:\n  - {id: more, when: '" + rule + "', " + Names + "}\nquestions:\n", StringComparison.Ordinal);
        Assert.Equal("the rule of 'purpose_other' and that of its page are too long together", Assert.Single(Planted.Faults(text, Income)).Problem);
    }

    /// <summary>As above, with pages before the questions of a service that has none.</summary>
    static void IsFound(string file, string right, string wrong, string problem, string mend, string pages)
    {
        var both = Planted.In(file, "questions:\n", pages.Replace("¦", "", StringComparison.Ordinal)).Text;
        var fault = Assert.Single(Planted.Faults(both.Replace(right, wrong.Replace("¦", "", StringComparison.Ordinal), StringComparison.Ordinal), file));
        Assert.Equal(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
    }
}
