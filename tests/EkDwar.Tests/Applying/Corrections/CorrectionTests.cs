using System.Net;
using EkDwar.Applying.Corrections;
using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Processing.Corrections;
using EkDwar.Tests.Foundation.Files;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Applying.Corrections;

/// <summary>An application that was sent, corrected by its applicant before anybody decided: at once, or by the desk's word; no date moves.</summary>
public sealed class A_correction_after_sending(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Right = "घर क्र. 21, केसनंद, 412207", Why = Correcting.Why;

    TestHouse House => shared.House;

    [Fact]
    public async Task counts_at_once_where_nobody_has_opened_it_and_both_versions_are_kept()
    {
        var citizen = await House.SignedInCitizen();
        var c = await House.Case().By(citizen).Submitted();
        var before = await c.Row();
        var page = await (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}")).Follow("Correct something in this application");
        Assert.Contains("Your correction counts at once.", page.Text);
        Assert.Equal(["You have not changed any answer yet."], (await page.Form().With("words", Why).Press()).Problems);
        page = await (await citizen.Browser.Open(page.Path + "/address")).Form("#question").With("answer", Right).Press();
        Assert.Contains(Right, page.Text);
        Assert.Single((await page.Form().Press()).Problems);
        Assert.Equal(TheAddress, await Address(c));
        var tracker = await page.Form().With("words", Why).Press();
        Assert.Contains("You corrected your application", tracker.Text);
        // A double click ends at the same place, and nothing happens twice.
        Assert.Equal(tracker.Path + "/correct", (await page.Form().With("words", Why).Press()).Path);
        Assert.Equal(Right, await Address(c));
        var after = await c.Row();
        Assert.Equal((before.Status, before.DueOn, before.OfficeId, before.Fee), (after.Status, after.DueOn, after.OfficeId, after.Fee));
        Assert.Equal(["ApplicationSubmitted", "AnswersCorrected"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.Contains($"before: {TheAddress}", (await (await House.AtDesk("clerk")).Case(c)).TextOf(".ek-steps"));
        await House.OutboxDrained();
        Assert.Contains(await House.Phone(), message => message.To == citizen.Mobile && message.Text.Contains("तुमची दुरुस्ती झाली", StringComparison.Ordinal));
        Assert.Empty((await House.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task is_asked_of_the_desk_that_has_opened_it_old_beside_new_and_declined_with_words_she_reads()
    {
        var citizen = await House.SignedInCitizen();
        var c = await House.Case().By(citizen).Submitted();
        var clerk = await House.AtDesk("clerk");
        await clerk.Case(c);
        var due = (await c.Row()).DueOn;
        Assert.True((await Asks(c)).IsDone);
        Assert.Equal((TheAddress, due), (await Address(c), (await c.Row()).DueOn));
        Assert.Contains("Your correction waits for the office.", (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}")).Text);
        Assert.Equal($"/mh/en/cases/{c.Reference}", (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/correct")).Path);

        var page = await (await clerk.Open("/desk/en/inbox")).Follow($"{c.Reference}");
        foreach (var said in (string[])[TheAddress, Right, Why]) Assert.Contains(said, page.TextOf("section[aria-labelledby=correct]"));
        Assert.Single((await page.Form("#correction").With("correction-verdict", "no").Press()).Problems);
        var declined = await page.Form("#correction").With("correction-verdict", "no").With("correction-words", "पुरावा नाही.").Press();
        Assert.Contains("Correction declined", declined.TextOf(".ek-steps"));
        Assert.Equal((TheAddress, due), (await Address(c), (await c.Row()).DueOn));
        var told = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}");
        Assert.Contains("पुरावा नाही.", told.Text);
        Assert.True(told.Has("a[href$='/correct']"));
        Assert.Equal(["ApplicationSubmitted", "CorrectionAsked", "CorrectionDeclined"], (await c.Ledger()).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task keeps_the_case_from_being_decided_until_the_desk_has_answered_it()
    {
        var c = await House.Case().Reported();
        await House.Use((LookAtCase look) => Tahsildar(async desk => await look.Run(desk, c.Reference, "case")));
        Assert.True((await Asks(c)).IsDone);
        Assert.Equal("cases.correction.open", Assert.Single((await c.Grant()).Refusals).Code);
        Assert.Equal("cases.correction.open", Assert.Single((await c.Refuse()).Refusals).Code);
        var clerk = await House.Desk("clerk");
        Assert.False((await Answers(c, clerk, true)).IsDone);
        var desk = await House.Desk("tahsildar");
        Assert.Equal("processing.correction.choose", Assert.Single((await Answers(c, desk, null)).Refusals).Code);
        var seen = (await c.Row()).Version;
        Assert.True((await Answers(c, desk, true, seen)).IsDone);
        Assert.True((await Answers(c, desk, true, seen)).IsDone);
        Assert.Equal(Right, await Address(c));
        Assert.True((await c.Grant()).IsDone);
        Assert.Equal(1, (await c.Ledger()).Count(entry => entry.Kind == nameof(CaseEvent.CorrectionAccepted)));
        Assert.Empty((await House.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task replaces_a_paper_the_desk_sees_the_old_beside_the_new_and_takes_it()
    {
        var citizen = await House.SignedInCitizen();
        var c = await House.Case().By(citizen).Submitted();
        var clerk = await House.AtDesk("clerk");
        await clerk.Case(c);
        var before = await Paper(c);
        await GivesPaper(citizen, c);
        Assert.Equal([before.Parts[0].File], (await Paper(c)).Parts.Select(part => part.File));
        var seen = await clerk.Case(c);
        // The old one stands where it stood, and both are looked at in one way: drawn anew, recorded, nothing in them runs.
        Assert.True(seen.Has("img[src$='/papers/income_proof/1.jpg']"));
        var picture = await clerk.Open(seen["section[aria-labelledby=correct] img"].GetAttribute("src")!);
        Assert.Equal("image/jpeg", picture.Response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("sandbox", Assert.Single(picture.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.NotEqual((await clerk.Open(seen["img[src$='/papers/income_proof/1.jpg']"].GetAttribute("src")!)).Bytes, picture.Bytes);
        Assert.Equal(HttpStatusCode.NotFound, (await (await House.AtDesk("circle")).Open(picture.Path)).Status);
        var answered = await seen.Form("#correction").With("correction-verdict", "yes").Press();
        Assert.Contains("Correction accepted", answered.TextOf(".ek-steps"));
        var after = await Paper(c);
        Assert.Equal((1, 2), (before.Parts.Count, after.Parts.Count));
        Assert.Empty(before.Parts.Select(part => part.File).Intersect(after.Parts.Select(part => part.File)));
        Assert.Equal(0, await House.Db(db => db.Set<LooseFile>().CountAsync(file => file.CaseId == c.CaseId)));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open(picture.Path)).Status);
        Assert.Empty((await House.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task leaves_a_paper_where_it_was_declined_or_taken_back_and_lets_the_other_go()
    {
        var citizen = await House.SignedInCitizen();
        var c = await House.Case().By(citizen).Submitted();
        var desk = await House.Desk("clerk");
        await House.Use((LookAtCase look) => look.Run(desk, c.Reference, "case"));
        var before = (await Paper(c)).Parts.Select(part => part.File).ToList();
        await GivesPaper(citizen, c);
        var version = (await c.Row()).Version;
        Assert.True((await House.Use((AnswerCorrection answer) => answer.Run(desk, c.CaseId, version, false, "जुने पुरेसे आहे."))).IsDone);
        await GivesPaper(citizen, c);
        Assert.Equal(2, await House.Db(db => db.Set<LooseFile>().CountAsync(file => file.CaseId == c.CaseId)));
        Assert.True((await TakesBack(c)).IsDone);
        Assert.Equal(before, (await Paper(c)).Parts.Select(part => part.File));
        Assert.Equal(0, await House.Db(db => db.Set<LooseFile>().CountAsync(file => file.CaseId == c.CaseId)));
        // A form without a file puts nothing in its place, and none is promised for later.
        var form = (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/correct/income_proof")).Form("#question");
        Assert.NotEmpty((await form.With("answer-kind", "talathi_report").Press()).Problems);
        Assert.DoesNotContain("answer-later", form.Element.InnerHtml, StringComparison.Ordinal);
    }

    /// <summary>Two pages, one after the other, in the place of the proof of income; sent with why.</summary>
    static async Task GivesPaper(TestCitizen citizen, TestCase c)
    {
        var page = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/correct/income_proof");
        page = await page.Form("#question").With("answer-kind", "talathi_report").WithFile("answer-file", "1.jpg", Samples.Jpeg(40, 16), "image/jpeg").Press("add_page=yes");
        page = await page.Form("#question").WithFile("answer-file", "2.jpg", Samples.Jpeg(80, 16), "image/jpeg").Press();
        Assert.Equal($"/mh/en/cases/{c.Reference}/correct", page.Path);
        Assert.Equal($"/mh/en/cases/{c.Reference}", (await page.Form().With("words", Why).Press()).Path);
    }

    Task<GivenPaper> Paper(TestCase c) => House.Use(async (CaseFiles cases) => DocumentType.PaperOf((await cases.Open(c.CaseId))!.Answers["income_proof"])!);

    [Fact]
    public async Task is_taken_back_while_it_waits_and_nothing_has_changed()
    {
        var citizen = await House.SignedInCitizen();
        var c = await House.Case().By(citizen).Submitted();
        var clerk = await House.AtDesk("clerk");
        await clerk.Case(c);
        var due = (await c.Row()).DueOn;
        Assert.True((await Asks(c)).IsDone);
        Assert.Contains($"{c.Reference}: Applicant asks for a correction", (await clerk.Open("/desk/en/inbox")).Text);
        var page = await (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}")).Follow("Take your correction back");
        Assert.Contains(Right, page.Text);
        var tracker = await page.Form().Press();
        Assert.Equal($"/mh/en/cases/{c.Reference}", tracker.Path);
        Assert.Contains("You took your last correction back. Your answers stay as they were.", tracker.Text);
        Assert.Equal((TheAddress, due), (await Address(c), (await c.Row()).DueOn));
        // The desk had not seen that it was asked: it hears of neither.
        Assert.DoesNotContain($"{c.Reference}: ", (await clerk.Open("/desk/en/inbox")).Text);
        var late = await page.Form().Press();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.StartsWith("It is too late", Assert.Single(late.Problems));

        // Asked again and seen by the desk, and taken back again: it is told, and what it answers to is gone.
        Assert.True((await Asks(c)).IsDone);
        var seen = await clerk.Case(c);
        Assert.True((await TakesBack(c)).IsDone);
        Assert.Contains($"{c.Reference}: Correction taken back by the applicant", (await clerk.Open("/desk/en/inbox")).Text);
        var answered = await seen.Form("#correction").With("correction-verdict", "yes").Press();
        Assert.Equal(HttpStatusCode.Conflict, answered.Status);
        Assert.False(answered.Has("#correction"));
        Assert.Equal(TheAddress, await Address(c));
        Assert.Equal(["ApplicationSubmitted", "CorrectionAsked", "CorrectionTakenBack", "CorrectionAsked", "CorrectionTakenBack"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.True((await citizen.Browser.Open($"/mh/en/cases/{c.Reference}")).Has("a[href$='/correct']"));
        var stranger = await House.SignedInCitizen(name: "अनोळखी");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.Open(page.Path)).Status);
        Assert.Equal("cases.not_found", Assert.Single((await House.Use((TakeBackCorrection back) => back.Run(stranger.Session, c.Reference))).Refusals).Code);
        Assert.Empty((await House.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task taken_back_while_the_desk_accepts_it_is_one_of_the_two_and_the_other_is_told()
    {
        var c = await House.Case().Submitted();
        var clerk = await House.Desk("clerk");
        await House.Use((LookAtCase look) => look.Run(clerk, c.Reference, "case"));
        Assert.True((await Asks(c)).IsDone);
        var version = (await c.Row()).Version;
        var both = await Task.WhenAll(TakesBack(c), Answers(c, clerk, true, version));
        var lost = Assert.Single(both, one => !one.IsDone);
        Assert.Contains(Assert.Single(lost.Refusals).Code, new[] { "cases.somebody_else_was_first", "applying.correct.answered", "cases.action_not_here" });
        var kind = Assert.Single((await c.Ledger()).Select(entry => entry.Kind), kind => kind is nameof(CaseEvent.CorrectionTakenBack) or nameof(CaseEvent.CorrectionAccepted));
        Assert.Equal(kind == nameof(CaseEvent.CorrectionTakenBack) ? TheAddress : Right, await Address(c));
    }

    Task<Outcome<CaseReference>> TakesBack(TestCase c) => House.Use((TakeBackCorrection back) => back.Run(c.Citizen.Session, c.Reference));

    [Theory]
    [InlineData("purpose", "health")]
    [InlineData("village", "pune.mulshi.devghar")]
    [InlineData("income_proof", "")]
    [InlineData("declaration", "yes")]
    public async Task changes_neither_office_fee_nor_papers_nor_what_is_asked(string question, string answer)
    {
        var c = await House.Case().Submitted();
        var given = await c.Gives(question, answer);
        if (question == "purpose") Assert.Equal("cases.correction.changes_more", Assert.Single((await c.SendsCorrection()).Refusals).Code);
        else Assert.False(given);
        Assert.Single(await c.Ledger());
    }

    [Fact]
    public async Task is_hers_alone_while_nobody_decided_and_no_question_is_open_and_only_so_often()
    {
        var c = await House.Case().Submitted();
        var stranger = await House.SignedInCitizen(name: "अनोळखी");
        foreach (var at in (string[])["correct", "correct/address"]) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.Open($"/mh/en/cases/{c.Reference}/{at}")).Status);
        Assert.Equal("cases.not_found", Assert.Single((await House.Use((SendCorrection send) => send.Run(stranger.Session, c.Reference, Why))).Refusals).Code);
        foreach (var shut in (TestCase[])[await House.Case().Queried(), await House.Case().Refused()])
            Assert.Equal("applying.correct.not_now", Assert.Single((await shut.SendsCorrection()).Refusals).Code);
        for (var times = 0; times < CorrectionRules.Most; times++)
        {
            Assert.True(await c.Gives("address", $"घर क्र. {times + 30}, केसनंद"));
            Assert.True((await c.SendsCorrection()).IsDone);
        }
        Assert.True(await c.Gives("address", Right));
        Assert.Equal("applying.correct.too_often", Assert.Single((await c.SendsCorrection()).Refusals).Code);
    }

    /// <summary>An application that waits for a paper waits no longer for having been corrected.</summary>
    [Fact]
    public async Task neither_gains_nor_loses_a_day_while_a_paper_is_missing()
    {
        var c = await House.Case().WithoutPaper().Submitted();
        var closesOn = (await c.Row()).ClosesOn;
        House.Clock.AdvanceDays(2);
        Assert.True((await Asks(c)).IsDone);
        Assert.Equal((closesOn, Right), ((await c.Row()).ClosesOn, await Address(c)));
    }

    const string TheAddress = "घर क्र. 12, केसनंद, 412207";

    async Task<Outcome<CaseReference>> Asks(TestCase c)
    {
        Assert.True(await c.Gives("address", Right));
        return await c.SendsCorrection();
    }

    async Task<Outcome<CaseReference>> Answers(TestCase c, DeskSession desk, bool? isAccepted, long? seen = null)
    {
        var version = seen ?? (await c.Row()).Version;
        return await House.Use((AnswerCorrection answer) => answer.Run(desk, c.CaseId, version, isAccepted, null));
    }

    async Task Tahsildar(Func<DeskSession, Task> does) => await does(await House.Desk("tahsildar"));

    Task<string?> Address(TestCase c) => House.Use(async (CaseFiles cases) => (await cases.Open(c.CaseId))!.Answers.Text("address"));
}
