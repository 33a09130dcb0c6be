using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue;

/// <summary>Who must consent, what she is shown, and what her consent is bound to, on the registration of a marriage.</summary>
public sealed class A_party
{
    const string File = "marriage-registration-village.yaml";

    static readonly ServiceDefinition Marriage = ServiceFile.Load(StateFiles.Text("mh", File), File);

    static Answers Answers(string appliesAs = "wife") => EkDwar.Catalogue.Questions.Answers.Parse($$"""
        {
          "name": {"local": "सीमा कदम", "latin": "Seema Kadam"}, "phone": "9890012345", "applies_as": "{{appliesAs}}", "married_on": "2026-02-14", "venue": "मंगल कार्यालय",
          "husband_name": {"local": "गणेश कदम", "latin": "Ganesh Kadam"}, "husband_phone": "9890012349", "husband_address": "घर 12", "wife_address": "घर 40",
          "witnesses": [
            {"witness": "मारुती कदम", "living_at": "पेरणे", "witness_phone": "9890012346", "witness_age": 55},
            {"witness": "लता जगताप", "living_at": "फुलगाव", "witness_age": 49},
            {"witness": "इम्रान शेख", "living_at": "केसनंद", "witness_phone": "9890012348", "witness_age": 29}
          ]
        }
        """);

    static Party Called(string key, Answers? answers = null) => Party.Of(Marriage, answers ?? Answers()).Single(party => party.Key == key);

    static IReadOnlyList<string> Problems(Answers answers, string applicants = "9890012345") =>
        [.. Party.Problems(Marriage, answers, mobile => mobile.Digits == applicants).Select(problem => $"{problem.Code} {problem.Field}")];

    [Fact]
    public void is_the_other_spouse_and_each_row_of_the_witnesses()
    {
        Assert.Equal(["husband", "witness.1", "witness.2", "witness.3"], Party.Of(Marriage, Answers()).Select(party => party.Key));
        Assert.Equal(["wife", "witness.1", "witness.2", "witness.3"], Party.Of(Marriage, Answers("husband")).Select(party => party.Key));
        Assert.Empty(Party.Of(ServiceFile.Load(StateFiles.Text("mh", "income-certificate.yaml"), "income"), Answers()));
    }

    [Fact]
    public void is_called_and_reached_as_the_answers_say()
    {
        Assert.Equal(("गणेश कदम", "9890012349"), (Called("husband").Name, Called("husband").Mobile!.Value.Digits));
        Assert.Equal(("लता जगताप", (PhoneNumber?)null), (Called("witness.2").Name, Called("witness.2").Mobile));
    }

    [Fact]
    public void is_shown_herself_and_what_the_file_lets_her_see()
    {
        var facts = AnswerFacts.WithoutPlaces(new(2026, 3, 2));
        string Shown(string key) => string.Join(" / ", Called(key).Shown(LanguageCode.English, facts).SelectMany(line => line.Lines));
        Assert.Equal("लता जगताप / फुलगाव / 49 / 14 February 2026 / मंगल कार्यालय / गणेश कदम / Ganesh Kadam", Shown("witness.2"));
        Assert.Contains("घर 12", Shown("husband"));
        Assert.DoesNotContain("घर 40", Shown("husband"));
    }

    [Fact]
    public void consents_to_exactly_what_she_saw()
    {
        string Print(string key, Answers answers) => Called(key, answers).Fingerprint;
        var (before, wedding) = (Answers(), Answers().With("married_on", "2026-02-15"));
        var address = Answers().With("husband_address", "घर 13");
        Assert.Equal(64, Print("husband", before).Length);
        foreach (var key in (string[])["husband", "witness.1", "witness.2"]) Assert.NotEqual(Print(key, before), Print(key, wedding));
        Assert.NotEqual(Print("husband", before), Print("husband", address));
        Assert.Equal(Print("witness.1", before), Print("witness.1", address));
        Assert.NotEqual(Print("witness.1", before), Print("witness.3", before));
        var rows = before["witnesses"]!.DeepClone();
        rows[0]!["witness_phone"] = "9890012399";
        Assert.NotEqual(Print("witness.1", before), Print("witness.1", before.With("witnesses", rows)));
        Assert.Equal(Print("witness.2", before), Print("witness.2", before.With("witnesses", rows)));
    }

    [Fact]
    public void has_a_mobile_of_her_own_unless_the_file_lets_a_family_share_one()
    {
        Assert.Empty(Problems(Answers()));
        Assert.Empty(Problems(Answers(), applicants: "9890012349"));
        Assert.Equal(["applying.party_same_mobile witnesses"], Problems(Answers(), applicants: "9890012346"));
        var rows = Answers()["witnesses"]!.DeepClone();
        rows[1]!["witness_phone"] = "9890012346";
        Assert.Equal(["applying.party_same_mobile witnesses"], Problems(Answers().With("witnesses", rows)));
    }

    [Fact]
    public void is_one_of_as_many_as_the_file_asks_for()
    {
        var rows = Answers()["witnesses"]!.AsArray().DeepClone().AsArray();
        rows.RemoveAt(2);
        Assert.Equal(["applying.party_too_few witnesses"], Problems(Answers().With("witnesses", rows)));
    }

    [Theory]
    [InlineData("    name: husband_name\n    phone", "    name: ¦husband_nam\n    phone", "'husband_nam' is not a question of this service", "write 'husband_name'")]
    [InlineData("    name: husband_name\n    phone", "    name: ¦husband_born_on\n    phone", "'husband_born_on' is of type 'date'", "name one of type name or text")]
    [InlineData("    phone: husband_phone\n", "    phone: ¦husband_name\n", "'husband_name' is of type 'name'", "name one of type phone")]
    [InlineData("    phone: husband_phone\n", "    phone: ¦wife_phone\n", "'wife_phone' is asked under another rule than the party", "the same 'when'")]
    [InlineData("    phone: witness_phone\n", "    phone: ¦witness_age\n", "'witness_age' is of type 'number'", "name one of type phone")]
    [InlineData("    name: witness\n", "    name: ¦witnes\n", "'witnes' is not a column of 'witnesses'", "write 'witness'")]
    [InlineData("    rows: witnesses\n", "    rows: ¦priest\n", "'priest' is no question of type 'table'", "witnesses")]
    [InlineData("    count: 3\n", "    count: ¦4\n", "4 are asked for, and 'witnesses' has 3 rows", "write 3 at most")]
    [InlineData("    count: 3\n", "    count: ¦0\n", "it is not said how many there must be", "such as 3")]
    [InlineData("    phone: husband_phone\n", "    phone: husband_phone\n    count: ¦2\n", "'count' says nothing about a party who is one person", "write 'rows:'")]
    [InlineData("    sees: [married_on, village", "    sees: [¦memorandum, village", "'memorandum' is of type 'document', which is the applicant's alone", "take it out")]
    [InlineData("    sees: [married_on, village", "    sees: [¦witnesses, village", "each sees her own row", "take it out")]
    [InlineData("    sees: [married_on, village", "    sees: [¦maried_on, village", "'maried_on' is not a question of this service", "write 'married_on'")]
    [InlineData("  - id: wife\n    when: applies_as = \"husband\"\n", "  - id: wife\n    when: applies_as = ¦\"son\"\n", "'son' is no option of 'applies_as'", "husband")]
    [InlineData("  - id: wife\n    when: applies_as = \"husband\"\n", "  - id: ¦husband\n    when: applies_as = \"husband\"\n", "'husband' stands in line", "of its own")]
    [InlineData("parties: [husband, witness.1, witness.2, witness.3]", "parties: [husband, witness.1, witness.2, ¦witness.4]", "'witness.4' is not a party of this service", "witness.")]
    [InlineData("    parties: [husband, witness.1, witness.2, witness.3]", "    ¦parties: [husband]", "expects husband, and got husband, witness.1, witness.2, witness.3", "or the test")]
    public void wrongly_described_is_told_at_its_place(string right, string wrong, string problem, string mend) => A_fault_in_a_service_s_file.IsFound(File, right, wrong, problem, mend);

    [Fact]
    public void is_one_of_a_service_with_five_tests_of_which_two_are_refusals() =>
        Assert.True(Marriage.Tests.Count >= 5 && Marriage.Tests.Count(test => test.Refuses is { Count: > 0 } || test.NotMet is { Count: > 0 }) >= 2);
}
