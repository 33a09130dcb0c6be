using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Applying;

public sealed class A_paper_given_before
{
    const string At = $"/mh/en/apply/{TestCitizen.Service}/income_proof";

    [Fact]
    public async Task is_offered_to_her_alone_and_given_again_without_a_copy()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var first = await house.Case().By(citizen).Submitted();
        var files = Stored(house);
        await citizen.Draft(withPaper: false);
        // "I will bring it later" is an answer, but no paper: it is offered still.
        var page = await citizen.Browser.Open(At);
        Assert.Contains("Given on", page.TextOf("#earlier"));
        var next = await page.Form("#earlier").Press("earlier");
        Assert.NotEqual(At, next.Path);
        var second = new TestCase(house, citizen, (await citizen.Submit("again")).Value);
        Assert.Equal((await Paper(house, first)).Parts, (await Paper(house, second)).Parts);
        Assert.Equal(files, Stored(house));
        Assert.True((await (await house.AtDesk("clerk")).Case(second)).Has("main figure img"));

        // Another's paper is not hers to give, whatever she sends.
        var stranger = await house.SignedInCitizen(name: "सविता र्‍हाळकर");
        await stranger.Draft(withPaper: false);
        var hers = await stranger.Browser.Open(At);
        Assert.False(hers.Has("#earlier"));
        var token = hers["#question input[name=__RequestVerificationToken]"].GetAttribute("value")!;
        var made = new HttpRequestMessage(HttpMethod.Post, At + "?handler=Earlier")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("earlier", page["#earlier button"].GetAttribute("value")!)]),
        };
        Assert.Equal(At, (await stranger.Browser.Send(made)).Path);
        var draft = await house.Use((EkDwar.Applying.Drafts drafts) => drafts.Open(stranger.Session, "mh", TestCitizen.Service));
        Assert.Null(DocumentType.PaperOf(draft!.Answers["income_proof"]));
    }

    static int Stored(TestHouse house) => Directory.GetFiles(house.Settings.Folders.Papers, "*", SearchOption.AllDirectories).Length;

    static Task<GivenPaper> Paper(TestHouse house, TestCase c) => house.Use(async (CaseFiles cases) => DocumentType.PaperOf((await cases.Open(c.CaseId))!.Answers["income_proof"])!);
}
