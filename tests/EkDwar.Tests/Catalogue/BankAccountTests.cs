using System.Text.Json.Nodes;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Catalogue.Checks;

namespace EkDwar.Tests.Catalogue;

/// <summary>A bank account is typed twice, believed only in the form banks use, and never shown whole again.</summary>
public sealed class A_bank_account
{
    static readonly Question Asked = new() { Id = "account", Type = "bank_account" };
    static readonly AnswerFacts Facts = AnswerFacts.WithoutPlaces(new(2026, 3, 2));

    static RawAnswer Typed(string ifsc, string number, string again) => new(new Dictionary<string, string> { ["ifsc"] = ifsc, ["number"] = number, ["again"] = again });

    static JsonNode Given => QuestionType.Of(Asked).Parse(Asked, Typed("mahb0000123", "6012 3456 7890", "६०१२-३४५६-७८९०"), Facts).Value!;

    [Fact]
    public void is_kept_as_banks_write_it_whatever_digits_and_spaces_were_typed() =>
        Assert.Equal("""{"ifsc":"MAHB0000123","number":"601234567890"}""", Given.ToJsonString());

    [Theory]
    [InlineData("", "601234567890", "601234567890", "questions.ifsc_needed")]
    [InlineData("MAHB1000123", "601234567890", "601234567890", "questions.ifsc_wrong")]
    [InlineData("MAH00000123", "601234567890", "601234567890", "questions.ifsc_wrong")]
    [InlineData("MAHB000012", "601234567890", "601234567890", "questions.ifsc_wrong")]
    [InlineData("MAHB00001234", "601234567890", "601234567890", "questions.ifsc_wrong")]
    [InlineData("MAHB0000123", "60123456", "60123456", "questions.account_wrong")]
    [InlineData("MAHB0000123", "6012345678901234567", "6012345678901234567", "questions.account_wrong")]
    [InlineData("MAHB0000123", "60123456789A", "60123456789A", "questions.account_wrong")]
    [InlineData("MAHB0000123", "601234567890", "601234567809", "questions.account_differs")]
    [InlineData("MAHB0000123", "601234567890", "", "questions.account_differs")]
    public void of_another_form_or_typed_two_ways_is_refused(string ifsc, string number, string again, string why) =>
        Assert.Equal(why, Assert.Single(QuestionType.Of(Asked).Parse(Asked, Typed(ifsc, number, again), Facts).Refusals).Code);

    [Fact]
    public void is_shown_by_its_last_digits_and_put_back_into_no_form()
    {
        var type = QuestionType.Of(Asked);
        Assert.Equal(["XXXXXXXX7890, MAHB0000123"], type.Format(Asked, Given, LanguageCode.Marathi, Facts));
        Assert.Equal(["ifsc"], type.Typed(Asked, Given).Keys);
        Assert.Equal(["ifsc"], Assert.IsType<Context>(type.Value(Asked, Given)).Keys);
        Assert.True(type.StillHolds(Asked, Given, Facts));
        Assert.Equal("601234567890, MAHB0000123", BankAccountType.Whole(Given));
    }

    [Theory]
    [InlineData("  amount: \"1500\"", "  amount: \"1500 +¦\"", "in the rule", "")]
    [InlineData("  account: account", "  account: ¦acount", "'acount' is no question of type 'bank_account'", "write 'account'")]
    [InlineData("  proved_by: pension-life-certificate", "  proved_by: ¦life-certificate", "'life-certificate' is no service of this state", "")]
    [InlineData("  proof_months: 12", "  proof_months: ¦0", "from 1 to 36 months", "")]
    [InlineData("  grace_days: 30", "  grace_days: ¦-1", "from 0 to 366 days", "")]
    public void and_the_sanction_that_the_file_tells_wrongly_is_a_fault(string right, string wrong, string problem, string mend) =>
        A_fault_in_a_service_s_file.IsFound("old-age-pension.yaml", right, wrong, problem, mend);

    [Fact]
    public void and_a_proof_of_life_names_whose_benefit_it_is_for() =>
        A_fault_in_a_service_s_file.IsFound("pension-life-certificate.yaml", "proves_life: benefit", "proves_life: ¦name", "'name' is no question of type 'benefit'", "write one of benefit");

    [Theory]
    [InlineData("1500", 150_000L)]
    [InlineData("if today >= @\"2026-03-01\" then 1500.5 else 600", 150_050L)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("\"much\"", null)]
    [InlineData("10000000", null)]
    public void is_paid_what_the_rule_comes_to_and_nothing_by_a_guess(string rule, long? minor) =>
        Assert.Equal(minor, new SanctionRule { Amount = rule }.Minor([], Answers.None, new(2026, 3, 2)));
}
