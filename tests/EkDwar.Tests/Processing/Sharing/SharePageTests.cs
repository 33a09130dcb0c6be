using System.Net;
using EkDwar.Cases;
using EkDwar.Cases.OwnData;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;

namespace EkDwar.Tests.Processing.Sharing;

/// <summary>Several cases ticked on a list, looked over, confirmed and told one by one; and notes among officials. Without a script.</summary>
public sealed class Sharing_work_on_the_page(SharedOffice office) : IClassFixture<SharedOffice>
{
    TestHouse House => office.House;

    static Form Ticked(Page list, params TestCase[] cases)
    {
        var form = list.Form("#desk");
        foreach (var box in form.Element.QuerySelectorAll("input[type=checkbox]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>()) box.IsChecked = cases.Any(c => c.Reference.ToString() == box.Value);
        return form;
    }

    static IReadOnlyDictionary<string, string> Table(Page page) => page.Document.QuerySelectorAll("main tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), row => Page.Words(row.QuerySelectorAll("td")[^1]));

    [Fact]
    public async Task claims_what_can_be_claimed_and_says_of_each_what_became_of_it()
    {
        TestCase[] cases = [await House.Case().Submitted(), await House.Case().Submitted(), await House.Case().Submitted()];
        var browser = await House.AtDesk("clerk2");
        var inbox = await browser.Open("/desk/en/inbox");
        var list = await inbox.Follow("main .ek-tabs li:nth-child(3) a");
        Assert.Contains("You share this desk", list.Text);
        var review = await Ticked(list, cases).Press("how=Claim");
        Assert.Equal(("/desk/en/share", "Claim applications"), (review.Path, review.Heading));
        Assert.All(cases, c => Assert.Contains(c.Reference.ToString(), review.Text));
        await office.Claim(office.Three, cases[1]);
        var done = await review.Form("#share").Press();
        Assert.Contains("Done: 2 of 3", done.Text);
        Assert.Equal("Not done A colleague has claimed it.", Table(done)[cases[1].Reference.ToString()]);
        // Sent twice, it tells the same of those that are hers, and writes nothing.
        Assert.Contains("Done: 2 of 3", (await review.Form("#share").Press()).Text);
        Assert.Equal([office.Two.PostId, office.Three.PostId, office.Two.PostId], await Task.WhenAll(cases.Select(office.Lies)));
        foreach (var c in cases) Assert.Equal(["ApplicationSubmitted", "CaseClaimed"], await office.Events(c));
        // A page opened again says what stands against it now.
        var again = await browser.Open($"/desk/en/share?how=Claim&case={cases[0].Reference}&case={cases[1].Reference}&case=MH-0000-0000-0000-0");
        Assert.Contains("It is on your desk already.", again.Text);
        Assert.Contains("A colleague has claimed it.", again.Text);
        Assert.False(again.Has("#share"));
    }

    [Fact]
    public async Task assigns_with_a_reason_from_above_and_names_nobody()
    {
        TestCase[] cases = [await House.Case().Submitted(), await House.Case().Submitted()];
        await office.Claim(office.One, cases[1]);
        var browser = await House.AtDesk("tahsildar");
        var team = await browser.Open("/desk/en/team");
        Assert.Contains("Not claimed yet: Clerk, Haveli", team.Text);
        var list = await browser.Open($"/desk/en/inbox?post={office.Shared}");
        Assert.DoesNotContain("Rhalkar", list.Text);
        Assert.False(list.Has($"main a[href$='{cases[0].Reference}']"));
        var review = await browser.Open($"/desk/en/share?how=Assign&list={office.Shared}&case={cases[0].Reference}&case={cases[1].Reference}");
        Assert.DoesNotContain("Rhalkar", review.Text);
        Assert.Contains("Mahesh Gaikwad", review.Text);
        var blank = await review.Form("#share").Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.Status);
        Assert.Equal(["Choose who gets it.", "Write your reasons in words."], blank.Problems);
        var done = await blank.Form("#share").With("to", office.Three.PostId.ToString()).With("words", "समान वाटप").Press();
        Assert.Contains("Done: 2 of 2", done.Text);
        Assert.Equal([office.Three.PostId, office.Three.PostId], await Task.WhenAll(cases.Select(office.Lies)));
        var third = await House.AtDesk("clerk3");
        var page = await third.Case(cases[1]);
        Assert.Contains("To Clerk 3, Haveli", page.Text);
        Assert.Contains("समान वाटप", page.Text);
    }

    [Fact]
    public async Task goes_from_the_case_to_a_colleague_and_back_to_the_shared_desk()
    {
        var c = await House.Case().Submitted();
        var browser = await House.AtDesk("clerk");
        var page = await browser.Case(c);
        Assert.Contains("Nobody has claimed this application yet.", page.Text);
        Assert.False(page.Has("#forward"));
        page = await page.Form("#claim").Press();
        Assert.EndsWith($"/cases/{c.Reference}", page.Path);
        Assert.Contains("It is on your desk now.", page.Text);
        Assert.True(page.Has("#forward"));
        var review = await page.Follow("Give applications back");
        Assert.Contains("Done: 1 of 1", (await review.Form("#share").Press()).Text);
        Assert.Equal(office.Shared, await office.Lies(c));
        var other = await House.AtDesk("circle");
        Assert.Contains("You chose no application", (await other.Open("/desk/en/share?how=Nonsense")).Text);
        var strangers = await other.Open($"/desk/en/share?how=Claim&case={c.Reference}");
        Assert.Contains("We could not find that application.", strangers.Text);
        Assert.DoesNotContain("Income certificate", strangers.TextOf("main"));
    }

    [Fact]
    public async Task changes_nothing_where_there_is_one_post_of_a_designation()
    {
        var c = await House.Case().Submitted();
        await office.Claim(office.One, c);
        await office.Forward(office.One, c);
        var browser = await House.AtDesk("circle");
        var inbox = await browser.Open("/desk/en/inbox");
        Assert.False(inbox.Has("main input[type=checkbox][name=case]"));
        Assert.DoesNotContain("Not claimed", inbox.Text);
        Assert.DoesNotContain("Give applications back", (await browser.Case(c)).Text);
    }

    [Fact]
    public async Task keeps_notes_for_officials_of_the_case_and_tells_her_only_that_there_are_some()
    {
        const string words = "शेजाऱ्यांना विचारले, उत्पन्न जास्त वाटते";
        var citizen = await House.SignedInCitizen();
        var c = await House.Case().By(citizen).Submitted();
        await office.Claim(office.One, c);
        var browser = await House.AtDesk("clerk");
        var page = await browser.Case(c);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form("#note").With("note-words", " ").Press()).Status);
        var noted = await page.Form("#note").With("note-words", words).Press();
        Assert.Contains("Your note is written down.", noted.Text);
        Assert.Contains(words, noted.Text);
        // The same form sent again is one note; a case that moved on takes one still.
        await page.Form("#note").With("note-words", words).Press();
        await office.Forward(office.One, c);
        Assert.True((await office.Note(office.One, c, "अहवालासोबत पाहावे")).IsDone);
        Assert.Equal(["ApplicationSubmitted", "CaseClaimed", "NoteWritten", "CaseForwarded", "NoteWritten"], await office.Events(c));
        Assert.Contains(words, (await (await House.AtDesk("circle")).Case(c)).Text);
        foreach (var stranger in new[] { office.Two, office.Tahsildar }) Assert.Equal("cases.not_found", (await office.Note(stranger, c, "मी कोण")).Refusals[0].Code);
        var tracker = await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}");
        Assert.Contains("अधिकाऱ्याने काम हाती घेतले", tracker.Text);
        Assert.DoesNotContain(words, tracker.Text);
        Assert.DoesNotContain("टिपण", tracker.Text);
        var file = (await House.Use((CaseFiles cases) => cases.Open(c.CaseId)))!;
        var own = (await House.Use((WriteOwnCase write) => write.Of(file, LanguageCode.English, House.Clock.Today()))).Json;
        Assert.Equal(["Clerk 1, Haveli", "Clerk 1, Haveli"], own["office_notes"]!.AsArray().Select(note => note!["post"]!.GetValue<string>()));
        Assert.DoesNotContain(own["events"]!.AsArray(), one => one!["event"]!.GetValue<string>() == "NoteWritten");
        Assert.DoesNotContain(words, own.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Empty((await House.VerifiedLedger()).Faults);
    }
}
