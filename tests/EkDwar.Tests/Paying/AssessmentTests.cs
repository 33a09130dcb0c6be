using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outcomes;
using EkDwar.Paying.Assessment;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Paying;

/// <summary>A fee the office works out: it states facts, the file's heads come to the amount, she pays, the desk goes on.</summary>
public sealed class A_fee_that_is_assessed(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Service = "land-record-copy-tahsil";

    readonly TestHouse house = shared.House;

    [Fact]
    public async Task waits_at_the_desk_outside_its_days_until_it_is_paid()
    {
        var citizen = await house.SignedInCitizen();
        var c = await house.AppliedFor(citizen, Service);
        Assert.True((await c.Finds("clerk", Copied.Photo)).IsDone);
        var before = await c.Row();
        Assert.Equal((CaseStatus.InProcess, FeeRule.AfterAssessment, 0L), (before.Status, (await c.Fee()).Pay, (await c.Fee()).TotalMinor));
        Assert.Equal("processing.not_assessed", await c.Forward().Refusal());

        var clerk = await house.AtDesk("clerk");
        var form = await clerk.Open($"/desk/en/cases/{c.Reference}/fee");
        Assert.Contains("Pages copied", form.Text);
        Assert.Single((await form.Form().With("fact-pages", "one").Press()).Problems);
        var shown = await form.Form().With("fact-pages", "१२").Press();
        var total = 5900 + (await Copies(c)) * 13000;
        Assert.Contains(EkDwar.Foundation.Languages.IndianNumber.Rupees(total), shown.Text);
        Assert.Equal(FeeRule.AfterAssessment, (await c.Fee()).Pay);
        Assert.Equal("/desk/en/inbox", (await shown.Form().Press()).Path);

        var waiting = await c.Row();
        Assert.Equal((CaseStatus.AwaitingFee, true, total), (waiting.Status, waiting.IsPaused, (await c.Fee()).TotalMinor));
        Assert.Equal("scrutiny", Assert.Single(await c.WorkItems()).Stage);
        await house.OutboxDrained();
        Assert.Contains(await house.Phone(), message => message.Text.Contains(c.Reference.Compact) && message.Text.Contains($"₹{total / 100}.{total % 100:00} शुल्क भरा"));
        Assert.Contains(c.Reference.ToString(), (await clerk.Open("/desk/en/fees")).Text);
        Assert.Contains("नक्कल शुल्क", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}")).Text);

        house.Clock.AdvanceDays(4);
        await c.Pays();
        var after = await c.Row();
        // Assessed on the day it was received, which does not count: three whole days stood still.
        Assert.Equal((CaseStatus.InProcess, false, before.DueOn!.Value.AddDays(3)), (after.Status, after.IsPaused, after.DueOn!.Value));
        Assert.True((await c.Forward()).IsDone);
        await c.Balances();
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task may_be_worked_out_anew_while_it_is_unpaid_and_then_never()
    {
        var citizen = await house.SignedInCitizen();
        var c = await house.AppliedFor(citizen, Service);
        var copies = await Copies(c);
        Assert.True((await c.Assess("12")).IsDone);
        var old = await c.PaymentPage();
        Assert.True((await c.Assess("2")).IsDone);
        Assert.Equal(5900 + copies * 3000, (await c.Fee()).TotalMinor);
        Assert.NotEqual(old.Id, (await c.PaymentPage()).Id);
        // The older page is paid all the same: another amount than is owed settles nothing, and a person looks.
        await house.Simulator().CallBack(house.Simulator().Take(old));
        Assert.Null((await c.Row()).FeePaidAt);
        Assert.Equal([EkDwar.Paying.PaymentStatus.Unknown, EkDwar.Paying.PaymentStatus.Pending], (await c.Payments()).Select(payment => payment.Status));
        await c.Pays();
        Assert.NotNull((await c.Row()).FeePaidAt);
        Assert.Equal("paying.not_to_assess", await c.Assess("3").Refusal());
        Assert.Contains("नक्कल शुल्क", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/receipt")).Text);
        Assert.True((await c.Judge(EkDwar.Paying.Office.Verdict.GiveBack)).IsDone);
        await house.OutboxDrained();
        Assert.Equal(5900 + copies * 3000, (await c.Accounts())["gateway"]);
        await c.Balances();
    }

    [Fact]
    public async Task pressed_twice_is_assessed_once_and_by_nobody_else()
    {
        var c = await house.AppliedFor(await house.Citizen(), Service);
        var version = (await c.Row()).Version;
        Assert.True((await c.Assess("5", seen: version)).IsDone);
        Assert.True((await c.Assess("5", seen: version)).IsDone);
        Assert.Equal("cases.somebody_else_was_first", await c.Assess("6", seen: version).Refusal());
        Assert.Single((await c.Ledger()), entry => entry.Kind == nameof(CaseEvent.FeeAssessed));
        Assert.Equal("cases.not_found", await c.Assess("5", by: "circle_officer").Refusal());
        Assert.Equal(404, (int)(await (await house.AtDesk("circle")).Open($"/desk/en/cases/{c.Reference}/fee")).Status);
    }

    [Fact]
    public async Task with_an_amount_the_officer_states_himself_needs_his_reason()
    {
        var c = await house.AppliedFor(await house.Citizen(), "land-record-copy");
        Assert.True((await c.Finds("talathi", Copied.Photo)).IsDone);
        var (desk, version, copies) = (await c.DeskOf("talathi"), (await c.Row()).Version, await Copies(c));
        Task<Outcome<CaseReference>> Assess(string? words, string charge) => house.Use((AssessFee assess) =>
            assess.Run(desk, c.CaseId, version, new Dictionary<string, string> { ["pages"] = "1", ["search_charge"] = charge }, words));
        Assert.Equal("cases.words_needed", await Assess(null, "25").Refusal());
        Assert.Equal("questions.money_unreadable", await Assess("दोन वर्षांचा शोध घेतला.", "-25").Refusal());
        Assert.Equal("deciding.not_assessed", (await house.Use((EkDwar.Deciding.GrantApplication grant) => grant.Run(desk, c.CaseId, version, null))).Refusals.Single().Code);
        Assert.True((await Assess("दोन वर्षांचा शोध घेतला.", "25")).IsDone);
        Assert.Equal(5900 + 2500 + copies * 2000, (await c.Fee()).TotalMinor);
    }

    static async Task<long> Copies(TestCase c) => (await c.House.Use((CaseFiles files) => files.Open(c.CaseId)))!.Answers["copies"]!.GetValue<long>();
}

/// <summary>The rules of an assessed fee: pure.</summary>
public sealed class What_an_officer_states
{
    const string File = "land-record-copy-tahsil.yaml";
    static readonly DateOnly Today = new(2026, 2, 1);

    static readonly FeeRule Fee = new()
    {
        Pay = FeeRule.AfterAssessment, Facts = [new() { Id = "pages", Type = "number" }],
        Heads = [new() { Code = "copying", Amount = "20 + 10 * (pages - 1)" }, new() { Code = "stamp", Amount = "5", When = "pages > 10" }],
    };

    [Theory]
    [InlineData(1, 2000)]
    [InlineData(10, 11000)]
    [InlineData(11, 12500)]
    public void comes_to_an_amount_by_the_file_s_heads(int pages, long minor)
    {
        var due = Fee.Assess([], Answers.None, Answers.None.With("pages", (decimal)pages), Today).Value!;
        Assert.Equal((FeeRule.Assessed, minor, true), (due.Pay, due.TotalMinor, due.IsPaidOnline));
        Assert.Equal(due.TotalMinor, FeeDue.Parse(due.ToText()).TotalMinor);
    }

    [Fact]
    public void is_owed_by_nobody_before_and_unstated_comes_to_no_amount()
    {
        var before = Fee.Due([], Answers.None, Today).Value!;
        Assert.Equal((0L, false, true), (before.TotalMinor, before.IsPaidOnline, before.IsToPay));
        Assert.Equal("catalogue.fee_unknown", Fee.Assess([], Answers.None, Answers.None, Today).Refusals.Single().Code);
    }

    [Theory]
    [InlineData("    - id: pages\n", "    - id: ¦copies\n", "'copies' is asked of the applicant already")]
    [InlineData("      type: number\n      label: {mr: नकलेची पाने", "      type: ¦text\n      label: {mr: नकलेची पाने", "'text' is nothing an officer states")]
    [InlineData("  cashier: clerk\n", "  cashier: ¦clark\n", "the office 'haveli_tahsil' has no 'clark'", "write 'clerk'")]
    [InlineData("    assessed: {pages: \"12\"}\n", "    assessed: {pagse: ¦\"12\"}\n", "'pagse' is not a fact of this service's fee", "write 'pages'")]
    [InlineData("    fee: 319\n", "    fee: ¦318\n", "expects 318.00, and got 319.00")]
    [InlineData("  facts:\n", "  needs_grounds: true\n  facts:\n", "'needs_grounds' is not a key here", "write 'needs_ground'")]
    public void wrongly_is_found_where_it_stands(string right, string wrong, string problem, string mend = "")
    {
        var planted = Planted.In(File, right, wrong.Replace("  needs_grounds", "  ¦needs_grounds"));
        var faults = Planted.Faults(planted.Text, File);
        var fault = Assert.Single(faults, fault => fault.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.Contains(mend, fault.Mend);
        Assert.Equal(planted.Line, fault.At.Line);
    }

    [Theory]
    [InlineData("actions: [forward, query, assess]", "actions: [forward, query]", "no desk that every case comes to assesses the fee")]
    [InlineData("  pay: after_assessment", "  pay: at_submission", "nobody states facts for this fee")]
    [InlineData("  pay: after_assessment", "  pay: at_submission", "there is no fee to assess")]
    [InlineData("      amount: copies * (20 + 10 * (pages - 1))\n", "      amount: copies * 20\n", "no head of the fee reads 'pages'")]
    [InlineData("      type: number\n      label: {mr: नकलेची पाने", "      type: money\n      label: {mr: नकलेची पाने", "'pages' would be stated without a ground")]
    public void without_what_belongs_to_it_is_told(string right, string wrong, string problem)
    {
        var text = StateFiles.Text("mh", File);
        Assert.Contains(right, text);
        Assert.Contains(Planted.Faults(text.Replace(right, wrong), File), fault => fault.Problem.Contains(problem, StringComparison.Ordinal));
    }
}
