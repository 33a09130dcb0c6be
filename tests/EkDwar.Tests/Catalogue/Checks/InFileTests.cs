using EkDwar.Catalogue;
using EkDwar.Onboarding;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>The tests that a service's file has of itself: run where the file is checked, and told where they do not hold.</summary>
public sealed class A_test_in_a_service_s_file
{
    const string Income = "income-certificate.yaml", Solvency = "solvency-certificate.yaml", Creamy = "non-creamy-layer-certificate.yaml";

    [Fact]
    public void holds_in_every_file_of_this_repository()
    {
        var found = CheckServices.Run(CheckServices.Files([Path.Combine(Repository.Root, "services")]));
        Assert.Equal("", string.Join('\n', found.Found.Where(fault => !fault.IsRemark)));
        Assert.True(found.Tests >= 30, $"{found.Tests} tests in files");
        Assert.True(found.TestTime > TimeSpan.Zero);
    }

    /// <summary>The services that are told whole: with what makes each of them another than its neighbours.</summary>
    static readonly string[] Whole =
    [
        "birth-certificate-village", "caste-certificate", "delayed-birth-registration", "digital-712-extract", "domicile-certificate", "income-certificate", "marriage-registration-village",
        "new-water-connection", "no-dues-certificate-village", "non-creamy-layer-certificate", "old-age-pension", "post-matric-scholarship", "property-tax-extract", "senior-citizen-certificate",
        "solvency-certificate", "trade-licence", "trade-licence-renewal", "widow-pension",
    ];

    /// <summary>Five and more; two and more in which somebody is told no; and in one of them at least not for what she typed, but for what the law asks of her.</summary>
    [Fact]
    public void is_one_of_five_two_of_which_are_refusals() => Assert.All(Whole, service =>
    {
        var tests = ServiceFile.Load(StateFiles.Text("mh", $"{service}.yaml"), service).Tests;
        Assert.True(tests.Count >= 5, $"{service} has {tests.Count} tests");
        Assert.True(tests.Count(test => test.Refuses is { Count: > 0 } || test.NotMet is { Count: > 0 }) >= 2, $"{service} has not two refusals");
        Assert.True(tests.Exists(test => test.NotMet is { Count: > 0 }), $"{service} tells nobody that she cannot have it");
    });

    [Fact]
    public void is_of_a_service_that_asks_what_no_other_asks()
    {
        var lists = StateFiles.States.SelectMany(state => Directory.EnumerateFiles(Path.Combine(Repository.Root, "services", state), "*-*.yaml"))
            .Select(file => Asked(ServiceFile.Load(File.ReadAllText(file), file)));
        Assert.Equal([], lists.CountBy(asked => asked).Where(list => list.Value > 1).Select(list => list.Key));
    }

    static string Asked(ServiceDefinition service) => string.Join(' ', service.Questions.Select(question => $"{question.Id}:{question.Type}"));

    [Theory]
    [InlineData(Income, "    fee: 69\n", "    fee: ¦68.50\n", "'a farming family, for a scholarship' expects 68.50, and got 69.00", "or the test")]
    [InlineData(Income, "    due: 2026-03-17\n", "    due: ¦2026-03-16\n", "expects 2026-03-16, and got 2026-03-17", "or the test")]
    [InlineData(Income, "    papers: [income_proof, identity_proof, residence_proof, photographs, self_declarations]\n", "    ¦papers: []\n", "expects nothing, and got income_proof", "or the test")]
    [InlineData(Income, "    missing: []\n", "    ¦missing: [income_proof]\n", "expects income_proof, and got nothing", "or the test")]
    [InlineData(Income, "    asks_not: [purpose_other, patient, employer]\n", "    ¦asks_not: [purpose]\n", "expects no purpose, and got purpose", "or the test")]
    [InlineData(Income, "    asks: [purpose, patient, hospital, income, employer]\n", "    ¦asks: [patient, purpose]\n", "expects patient, purpose, and got name, born_on", "or the test")]
    [InlineData(Income, "      patient: गणेश कदम\n", "      patient: गणेश कदम\n      purpose_other: ¦x\n", "expects an answer, and got the question is not asked after these answers", "or the test")]
    [InlineData(Income, "    refuses: [income]\n", "    ¦refuses: [born_on, income]\n", "expects born_on, income, and got income", "or the test")]
    [InlineData(Solvency, "    officer: naib_tahsildar\n", "    officer: ¦collector\n", "expects collector, and got naib_tahsildar", "or the test")]
    [InlineData(Solvency, "    not_met: [property_is_enough]\n", "    ¦not_met: []\n", "expects nothing, and got property_is_enough", "or the test")]
    [InlineData(Income, "    officer: tahsildar\n", "    officer: ¦tahsilder\n", "'tahsilder' is not a designated officer of this service", "write 'tahsildar'")]
    [InlineData(Income, "    refuses: [income]\n", "    refuses: [¦incme]\n", "'incme' is not a question of this service", "write 'income'")]
    [InlineData(Income, "    missing: []\n", "    missing: [¦income]\n", "'income' is not a paper of this service", "income_proof")]
    [InlineData(Income, "      patient: गणेश कदम\n", "      patiant: ¦गणेश कदम\n", "'patiant' is not a question of this service", "write 'patient'")]
    [InlineData(Income, "  - name: without her paper there is an acknowledgement and no date\n", "  - name: ¦a farming family, for a scholarship\n", "another test has this name", "its own")]
    public void that_does_not_hold_is_told_at_what_it_expects(string file, string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In(file, right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, file));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
    }

    [Theory]
    [InlineData(Solvency, "when: charge > 0", "when: charge >= 0", "expects amount, charge, and got amount")]
    [InlineData(Solvency, "when: amount <= 200000\n      names", "when: amount < 200000\n      names", "expects naib_tahsildar, and got tahsildar")]
    [InlineData(Creamy, "<= 800000\n", "< 860000\n", "expects below_eight_lakh, and got nothing")]
    [InlineData(Income, "    when: purpose = \"health\"\n    label: {mr: रुग्णाचे", "    when: purpose = \"scheme\"\n    label: {mr: रुग्णाचे", "the question is not asked after these answers")]
    public void finds_a_rule_that_came_to_say_something_else(string file, string right, string wrong, string problem) =>
        Assert.Contains(Planted.Faults(Planted.In(file, right, wrong).Text, file), fault => fault.Problem.Contains(problem, StringComparison.Ordinal));
}
