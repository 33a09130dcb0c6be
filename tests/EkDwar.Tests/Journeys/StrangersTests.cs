using System.Net;
using EkDwar.Cases;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Journeys;

/// <summary>Cases of others: to whom they are not, they do not exist.</summary>
public sealed class Somebody_elses_case(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    readonly TestHouse house = shared.House;
    TestCitizen owner = null!;

    public async ValueTask InitializeAsync() => owner = await house.Citizen();

    [Theory]
    [InlineData(""), InlineData("/submitted"), InlineData("/slip.pdf"), InlineData("/certificate.pdf"), InlineData("/query"), InlineData("/query/income_proof"), InlineData("/papers/income_proof")]
    public async Task does_not_exist_for_another_citizen(string part)
    {
        var certified = await house.Case().By(owner).Certified();
        var asked = await house.Case().By(owner).Queried();
        var lacking = await house.Case().By(owner).WithoutPaper().Submitted();
        var stranger = await house.BrowserOf(await house.Citizen(name: "Suresh Patil"));
        var mine = await house.BrowserOf(owner);
        var its = part switch { "/query" or "/query/income_proof" => asked, "/papers/income_proof" => lacking, _ => certified };
        var before = await Evidence.Of(house);
        Assert.Equal(HttpStatusCode.OK, (await mine.Open($"/mh/mr/cases/{its.Reference}{part}")).Status);
        var page = await stranger.Open($"/mh/mr/cases/{its.Reference}{part}");
        page.IsRefused(HttpStatusCode.NotFound, "foundation.problem.not_found");
        Assert.DoesNotContain(owner.Name, page.Text, StringComparison.Ordinal);
        var guessed = await stranger.Open($"/mh/mr/cases/{CaseReference.New("MH")}{part}");
        Assert.Equal(guessed.Text, page.Text);
        if (part is "/query" or "/query/income_proof" or "/papers/income_proof")
        {
            var token = (await stranger.Open("/mh/mr/my")).Form("header form").Value("__RequestVerificationToken");
            var sent = await stranger.Send(new(HttpMethod.Post, $"/mh/mr/cases/{its.Reference}{part}")
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("words", "माझे उत्तर")]),
            });
            sent.IsRefused(HttpStatusCode.NotFound, "foundation.problem.not_found");
        }
        Assert.Equal(before.Ledger, (await Evidence.Of(house)).Ledger);
        Assert.Equal(before.Cases, (await Evidence.Of(house)).Cases);
    }

    [Fact]
    public async Task leads_somebody_not_signed_in_to_the_sign_in_page()
    {
        var c = await house.Case().By(owner).Submitted();
        foreach (var part in (string[])["", "/submitted", "/slip.pdf", "/query"])
        {
            var page = await house.Browser().Open($"/mh/mr/cases/{c.Reference}{part}");
            Assert.Equal("/mh/mr/sign-in", page.Path);
            Assert.DoesNotContain(owner.Name, page.Text, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(""), InlineData("/grant"), InlineData("/refuse"), InlineData("/certificate"), InlineData("/papers/income_proof"), InlineData("/papers/income_proof/1.jpg"), InlineData("/certificates/1.pdf")]
    public async Task does_not_exist_for_another_office(string part)
    {
        var c = part.StartsWith("/cert", StringComparison.Ordinal) ? await house.Case().By(owner).Certified() : await house.Case().By(owner).Reported();
        var address = $"/desk/mr/cases/{c.Reference}{part}";
        // Hers to see; her first look has its pages drawn and kept.
        Assert.Equal(HttpStatusCode.OK, (await (await Tahsildar("haveli")).Open(address)).Status);
        var before = await Evidence.Of(house);
        var other = await Tahsildar("mulshi");
        var page = await other.Open(address);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("mr", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain(owner.Name, page.Text, StringComparison.Ordinal);
        if (part is "/grant" or "/refuse" or "/certificate")
        {
            var token = (await other.Open("/desk/mr/inbox")).Form("form[method=post]").Value("__RequestVerificationToken");
            var version = (await c.Row()).Version;
            var fields = new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token, ["version"] = $"{version}", ["ground"] = "not_resident", ["words"] = "नाही.", ["way"] = "only",
            };
            var sent = await other.Send(new(HttpMethod.Post, address + (part == "/refuse" ? "?handler=Send" : "")) { Content = new FormUrlEncodedContent(fields) });
            Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        }
        Assert.Equal(before, await Evidence.Of(house));
    }

    [Fact]
    public async Task cannot_be_found_by_guessing_on_the_public_pages()
    {
        var c = await house.Case().By(owner).Submitted();
        var anybody = house.Browser();
        var track = await anybody.Open("/mh/mr/track");
        var known = await track.Form().With("reference", c.Reference.ToString()).Press();
        var guess = CaseReference.New("MH");
        var guessed = await track.Form().With("reference", guess.ToString()).Press();
        Assert.Equal(guessed.Text, known.Text.Replace(c.Reference.ToString(), guess.ToString(), StringComparison.Ordinal));
        var wrong = await guessed.Form().With("code", "123456").Press();
        wrong.IsRefused(HttpStatusCode.UnprocessableEntity, "people.code_wrong");
        (await anybody.Open($"/mh/mr/verify?number={guess}-1")).IsRefused(HttpStatusCode.NotFound, "delivering.verify.unknown");
        (await track.Form().With("reference", "MH-7KQ4-2M9T-XB3W-D").Press()).IsRefused(HttpStatusCode.UnprocessableEntity, "cases.reference_unreadable");
    }

    async Task<Browser> Tahsildar(string taluka)
    {
        var browser = house.Browser();
        var page = await house.SignsIn(browser, $"tahsildar.{taluka}", "mr");
        // Who holds several posts says first which she acts from.
        if (page.Has("input[name=post]")) page = await page.Form("main form").With("post", $"{await house.Post($"{taluka}_tahsil", "tahsildar")}").Press();
        Assert.Equal("/desk/mr/inbox", page.Path);
        return browser;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
