using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Journeys;

/// <summary>Another state is another folder: chosen at the door, searched, applied for, decided and received in its own language.</summary>
public sealed class Another_state
{
    /// <summary>What is looked for and found on the way; the words in the state's own language.</summary>
    sealed record Walk(string State, string Language, string Government, string English, string Helpline, string Words, string Service, string Authority, string Name, string Latin, string Act);

    static readonly Walk[] Walks =
    [
        new("pb", "pa", "ਪੰਜਾਬ ਸਰਕਾਰ", "Government of Punjab", "1100", "ਪਟਵਾਰੀ ਦੀ ਨਕਲ", "village-record-copy", "ਅਪੀਲ ਅਥਾਰਟੀ", "ਹਰਜੀਤ ਕੌਰ", "Harjit Kaur", "ਪੰਜਾਬ ਜਨਤਕ ਸੇਵਾਵਾਂ ਪ੍ਰਦਾਨ"),
        new("hr", "hi", "हरियाणा सरकार", "Government of Haryana", "1800-2000-023", "जमाबंदी की नकल", "fard-copy", "प्रथम शिकायत निवारण प्राधिकारी", "सुमन देवी", "Suman Devi", "हरियाणा सेवा का अधिकार अधिनियम"),
    ];

    [Fact]
    public async Task leads_from_its_door_to_its_certificate()
    {
        await using var house = await TestHouse.Open();
        foreach (var walk in Walks) await Walked(house, walk);
        // Cases of two states stand in one ledger, and none of it is out of joint.
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    static async Task Walked(TestHouse house, Walk walk)
    {
        var (state, language) = (walk.State, walk.Language);
        var citizen = await house.SignedInCitizen();
        var home = await (await citizen.Browser.Open("/")).Follow(walk.Government);
        Assert.Equal($"/{state}/{language}", home.Path);
        Assert.Equal(language, home[".ek-lang [lang]"].GetAttribute("lang"));
        var found = await home.Form("form[role=search]").With("q", walk.Words).Press();
        Assert.EndsWith($"/services/{walk.Service}", found["main h3 a"].GetAttribute("href"));
        var told = await found.Follow("main h3 a");
        Assert.Contains(walk.Authority, told.Text);
        Assert.Contains(walk.Helpline, told.Text);

        var sent = await Sent(house, citizen, walk);
        var c = await house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.ServiceId == walk.Service && c.State == state));
        Assert.StartsWith(state.ToUpperInvariant() + "-", c.Reference.ToString());
        Assert.Contains(walk.Act, sent.Text + Slip(await citizen.Browser.Open($"/{state}/{language}/cases/{c.Reference}/slip.pdf")));

        await new TestCase(house, citizen, c.Reference).Pays();
        await Granted(house, c, walk);
        await house.OutboxDrained();
        // From another state's page of hers she comes to the case in its own.
        var status = await (await citizen.Browser.Open($"/mh/{language}/my")).Follow($"main a[href$='/cases/{c.Reference}']");
        Assert.StartsWith($"/{state}/{language}/", status.Path);
        Assert.Contains(walk.Helpline, (await citizen.Browser.Open($"/mh/{language}/cases/{c.Reference}")).Text);
        var pdf = await citizen.Browser.Open($"/{state}/{language}/cases/{c.Reference}/certificate.pdf");
        var certificate = Tool.OneLine(pdf.Bytes);
        foreach (var stated in (string[])[walk.Government, walk.English, walk.Name, walk.Latin]) Assert.Contains(stated, certificate);
        foreach (var elsewhere in (string[])["Maharashtra", "महाराष्ट्र", "ਮਹਾਰਾਸ਼ਟਰ", "1800-120-8040"])
            Assert.All((Page[])[home, told, sent], page => Assert.DoesNotContain(elsewhere, page.Text + page.Title));
    }

    static string Slip(Page slip) => Tool.OneLine(slip.Bytes);

    /// <summary>Every question as it is asked, page by page, and the whole sent.</summary>
    static async Task<Page> Sent(TestHouse house, TestCitizen citizen, Walk walk)
    {
        var service = (await house.Use((PublishedServices services) => services.Current(walk.State, walk.Service)))!;
        var name = new RawAnswer(new Dictionary<string, string> { ["local"] = walk.Name, ["latin"] = walk.Latin });
        var page = await PageWalk.ToItsCheck(house, citizen, service, walk.Language, question => Task.FromResult(question.Type == "name" ? name : null));
        page = await page.Form().Press();
        Assert.EndsWith("/submitted", page.Path);
        return page;
    }

    /// <summary>Whoever holds the post where the case lies signs in, chooses that post and grants.</summary>
    static async Task Granted(TestHouse house, Case c, Walk walk)
    {
        var (post, login) = await house.Db(async db =>
        {
            var item = await db.Set<WorkItem>().AsNoTracking().SingleAsync(item => item.CaseId == c.CaseId && item.DoneAt == null);
            var holding = await db.Set<PostHolding>().AsNoTracking().FirstAsync(holding => holding.PostId == item.PostId);
            return (item.PostId, (await db.Set<Official>().AsNoTracking().SingleAsync(official => official.OfficialId == holding.OfficialId)).Login);
        });
        var browser = house.Browser();
        var choice = await house.SignsIn(browser, login, walk.Language);
        var inbox = await choice.Form("main form").With("post", post.ToString()).Press();
        Assert.Contains(walk.Government, inbox.Text);
        var form = (await browser.Open($"/desk/{walk.Language}/cases/{c.Reference}")).Form("#find");
        foreach (var name in form.Names().Where(name => name.StartsWith("find-record_", StringComparison.Ordinal) && !name.EndsWith("-file", StringComparison.Ordinal))) form.With(name, "45/67");
        await form.WithFile("find-record_pages-file", "record.pdf", Copied.TwoPages, "application/pdf").Press();
        var decided = await (await browser.Open($"/desk/{walk.Language}/cases/{c.Reference}/grant")).Form().Press();
        Assert.Equal(System.Net.HttpStatusCode.OK, decided.Status);
    }
}
