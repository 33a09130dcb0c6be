using System.Net;
using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing.SecondQueries;

/// <summary>A second question to a citizen: written by the officer, allowed or refused by a senior, and only then hers.</summary>
public sealed class A_second_query(SharedHouse shared) : IClassFixture<SharedHouse>, IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-second-");

    TestHouse House => shared.House;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task goes_to_a_senior_with_the_reason_it_comes_only_now_and_from_there_to_the_citizen_while_the_days_go_on()
    {
        var citizen = await House.SignedInCitizen();
        var c = await House.Case().By(citizen).Queried().Answered();
        var due = (await c.Row()).DueOn;
        var clerk = await House.AtDesk("clerk");
        var form = (await clerk.Case(c)).Form("#query").With("query-words", SecondQuery.Words).With("query-reason-residence_proof", "not_given");
        Assert.Equal(["Write your reasons in words."], (await form.Press()).Problems);
        var asked = await (await clerk.Case(c)).Form("#query").With("query-words", SecondQuery.Words).With("query-reason-residence_proof", "not_given").With("query-why", SecondQuery.Why).Press();
        Assert.Contains("waits for the leave of your senior", asked.Text);
        Assert.False(asked.Has("#query"));
        // Not hers yet: she is waited for by nobody.
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        Assert.Contains("a senior decides", (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}")).Text);

        var tahsildar = await House.AtDesk("tahsildar");
        Assert.Equal(HttpStatusCode.NotFound, (await tahsildar.Case(c)).Status);
        var list = await (await tahsildar.Open("/desk/en/inbox")).Follow("Second queries for you to allow");
        var one = await list.Follow($"{c.Reference}");
        Assert.Contains(SecondQuery.Why, one.Text);
        Assert.Contains("घर क्र. 12, केसनंद, 412207", one.Text);
        Assert.Equal("image/jpeg", (await tahsildar.Open(one["main figure img"].GetAttribute("src")!)).Response.Content.Headers.ContentType?.MediaType);
        Assert.Single((await one.Form("#refuse").Press()).Problems);
        Assert.Contains("was asked", (await one.Form("#allow").Press()).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await tahsildar.Open(one.Path)).Status);
        // The form whose answer was lost, sent again, is answered as the first time.
        Assert.Contains("No second query waits for you.", (await one.Form("#allow").Press()).Text);

        Assert.Equal((CaseStatus.AwaitingCitizen, false, due), ((await c.Row()).Status, (await c.Row()).IsPaused, (await c.Row()).DueOn));
        var query = await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/query");
        Assert.Equal(["residence_proof"], query.Document.QuerySelectorAll(".ek-defect").Select(part => part.Id));
        Assert.Contains(SecondQuery.Why, query.Text);
        var tracker = (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}")).Text;
        Assert.Contains("by leave of a senior", tracker);
        Assert.Contains("The application, asked to allow a second question", tracker);
        await House.OutboxDrained();
        Assert.Equal(2, (await House.Phone()).Count(message => message.To == citizen.Mobile && message.Text.Contains("प्रश्नाचे उत्तर द्या", StringComparison.Ordinal)));
        House.Clock.AdvanceDays(2);
        Assert.True((await House.Use((AnswerQuery answer) => answer.Run(citizen.Session, c.CaseId, "शिधापत्रिका नाही."))).IsDone);
        Assert.Equal((CaseStatus.InProcess, due), ((await c.Row()).Status, (await c.Row()).DueOn));
        Assert.Equal(["ApplicationSubmitted", "QueryRaised", "QueryAnswered", "SecondQueryAsked", "SecondQueryAllowed", "QueryAnswered"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.Empty((await House.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task that_is_refused_is_told_to_the_officer_with_why_and_never_reaches_the_citizen()
    {
        var c = await House.Case().Queried().Answered();
        Assert.True((await c.AsksAgain()).IsDone);
        Assert.Equal("processing.second.waits_already", (await c.AsksAgain()).Refused());
        Assert.Equal("cases.words_needed", (await c.Leave(await House.Desk("tahsildar"), isAllowed: false, words: " ")).Refused());
        Assert.True((await c.Leave(await House.Desk("awal_karkun"), isAllowed: false)).IsDone);
        Assert.Equal("cases.somebody_else_was_first", (await c.Leave(await House.Desk("tahsildar"))).Refused());
        var clerk = await House.AtDesk("clerk");
        Assert.Contains($"{c.Reference}: Second query refused", (await clerk.Open("/desk/en/inbox")).Text);
        Assert.Contains("आता विचारू नका.", (await clerk.Case(c)).Text);
        Assert.DoesNotContain($"{c.Reference}: ", (await clerk.Open("/desk/en/inbox")).Text);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        // Asked for three times, and then no more.
        for (var times = 1; times < AskSecondQuery_Most; times++)
        {
            Assert.True((await c.AsksAgain()).IsDone);
            Assert.True((await c.Leave(await House.Desk("tahsildar"), isAllowed: false)).IsDone);
        }
        Assert.Equal("processing.second.too_often", (await c.AsksAgain()).Refused());
    }

    const int AskSecondQuery_Most = EkDwar.Processing.SecondQueries.AskSecondQuery.MostAsks;

    [Fact]
    public async Task is_allowed_by_nobody_but_a_senior_of_that_office_never_by_who_asked_once_and_while_the_case_is_there()
    {
        var c = await House.Case().Queried().Answered();
        var (clerk, tahsildar) = (await House.Desk("clerk"), await House.Desk("tahsildar"));
        Assert.True((await c.AsksAgain()).IsDone);
        foreach (var wrong in new[] { clerk, tahsildar with { OfficialId = clerk.OfficialId }, await House.Desk("circle_officer"), await House.At("mulshi_tahsil", "tahsildar"), await House.At("gp_kesnand", "gram_panchayat_adhikari") })
            Assert.Equal("cases.not_found", (await c.Leave(wrong)).Refused());
        // What she decides on is what she saw.
        Assert.Equal("cases.somebody_else_was_first", (await c.Leave(tahsildar, seen: (await c.Row()).Version - 1)).Refused());
        var both = await Task.WhenAll(c.Leave(tahsildar), c.Leave(await House.Desk("naib_tahsildar"), isAllowed: false));
        Assert.Equal(1, both.Count(one => one.IsDone));
        Assert.Equal(1, (await c.Ledger()).Count(entry => entry.Kind is nameof(CaseEvent.SecondQueryAllowed) or nameof(CaseEvent.SecondQueryRefused)));

        var gone = await House.Case().Queried().Answered();
        Assert.True((await gone.AsksAgain()).IsDone);
        Assert.True((await gone.Forward()).IsDone);
        Assert.Equal("processing.second.moved_on", (await gone.Leave(tahsildar)).Refused());
        var left = await House.Use((EkDwar.Processing.SecondQueries.ReadSecondQueries read) => read.Run(tahsildar));
        Assert.DoesNotContain(left, line => line.Reference == gone.Reference);
    }

    [Fact]
    public async Task is_taken_back_by_the_desk_that_asked_while_nobody_has_answered()
    {
        var c = await House.Case().Queried().Answered();
        Assert.Equal("processing.second.not_waiting", (await c.TakesBack(await House.Desk("clerk"))).Refused());
        Assert.True((await c.AsksAgain()).IsDone);
        foreach (var other in new[] { await House.Desk("tahsildar"), await House.Desk("circle_officer"), await House.At("mulshi_tahsil", "clerk") }) Assert.Equal("cases.not_found", (await c.TakesBack(other)).Refused());
        var tahsildar = await House.AtDesk("tahsildar");
        var read = await tahsildar.Open($"/desk/en/second-queries/{c.Reference}");
        var clerk = await House.AtDesk("clerk");
        var waits = await clerk.Case(c);
        var taken = await waits.Form("#take-back").Press();
        Assert.Contains("The second query is taken back. The applicant was asked nothing.", taken.Text);
        Assert.True(taken.Has("#query"));
        // The form whose answer was lost, sent again, is answered as the first time.
        Assert.Contains("is taken back", (await waits.Form("#take-back").Press()).Text);
        // A senior who had it open is told that it waits no more.
        var late = await read.Form("#allow").Press();
        Assert.Contains($"{c.Reference} waits for you no longer", late.Text);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        Assert.Equal(["ApplicationSubmitted", "QueryRaised", "QueryAnswered", "SecondQueryAsked", "SecondQueryTakenBack"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.True((await c.AsksAgain()).IsDone);
        Assert.True((await c.Leave(await House.Desk("tahsildar"))).IsDone);
        Assert.Equal("processing.second.not_waiting", (await c.TakesBack(await House.Desk("clerk"))).Refused());
        Assert.Empty((await House.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task taken_back_while_a_senior_allows_it_is_one_of_the_two_and_the_other_is_told()
    {
        var c = await House.Case().Queried().Answered();
        Assert.True((await c.AsksAgain()).IsDone);
        var (clerk, tahsildar) = (await House.Desk("clerk"), await House.Desk("tahsildar"));
        var both = await Task.WhenAll(c.TakesBack(clerk), c.Leave(tahsildar));
        Assert.Equal("cases.somebody_else_was_first", Assert.Single(both, one => !one.IsDone).Refused());
        Assert.Single(await c.Ledger(), entry => entry.Kind is nameof(CaseEvent.SecondQueryTakenBack) or nameof(CaseEvent.SecondQueryAllowed));
    }

    [Fact]
    public async Task comes_after_a_first_one_says_what_is_wrong_and_why_only_now()
    {
        var fresh = await House.Case().Submitted();
        Assert.Equal("cases.action_not_here", (await fresh.AsksAgain()).Refused());
        var c = await House.Case().Queried().Answered();
        Assert.Equal("processing.one_query_only", (await c.Query()).Refused());
        Assert.Equal("cases.words_needed", (await c.AsksAgain(why: "12")).Refused());
        var (desk, version) = (await House.Desk("clerk"), (await c.Row()).Version);
        Assert.Equal("processing.about_needed", (await House.Use((EkDwar.Processing.SecondQueries.AskSecondQuery ask) => ask.Run(desk, c.CaseId, version, [new("address", "unreadable", null)], "x", "y"))).Refusals[0].Code);
        Assert.Equal(3, (await c.Ledger()).Count);
    }

    [Fact]
    public async Task stops_the_clock_where_the_act_says_so()
    {
        await using var node = await House.NodeWith(WhereItPauses());
        var c = await node.Case().By((await House.Citizen()).At(node)).Queried().Answered();
        Assert.True((await c.AsksAgain()).IsDone);
        var due = (await c.Row()).DueOn!.Value;
        Assert.True((await c.Leave(await node.Desk("tahsildar"))).IsDone);
        Assert.True((await c.Row()).IsPaused);
        node.Clock.AdvanceDays(3);
        Assert.True((await node.Use((AnswerQuery answer) => answer.Run(c.Citizen.Session, c.CaseId, "शिधापत्रिका नाही."))).IsDone);
        Assert.True((await c.Row()).DueOn > due);
    }

    string WhereItPauses()
    {
        var services = House.Settings.Folders.Services;
        foreach (var file in Directory.EnumerateFiles(services, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(services, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        var act = Path.Combine(folder.FullName, "mh", "act.yaml");
        var (text, changed) = (File.ReadAllText(act), "  - reason: second_query\n    allowed: true");
        File.WriteAllText(act, text.Replace("  - reason: second_query\n    allowed: false", changed, StringComparison.Ordinal));
        Assert.Contains(changed, File.ReadAllText(act), StringComparison.Ordinal);
        return folder.FullName;
    }
}
