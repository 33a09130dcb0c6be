using EkDwar.Applying;
using EkDwar.Catalogue.Questions;
using EkDwar.People;
using EkDwar.Tests.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.BrowserTests;

/// <summary>A large photo in real Chromium with JavaScript: made smaller before it is sent.</summary>
public sealed class A_photo_before_it_is_sent(StockedHouse stock) : IAsyncLifetime
{
    TestHouse house = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.OpenOnLoopback();
        visitor = await Visitor.Enter(stock.Chromium, house, "mr", hasScript: true);
    }

    [Fact]
    public async Task is_made_small_enough_for_a_poor_connection()
    {
        var photo = Samples.Png(1700, 1300);
        await new CitizenWalk(visitor, "9800000777").FillsEverything(photo: null);
        await visitor.Open("apply/income-certificate/income_proof");
        await visitor.Choose("answer-kind", "salary_slip");
        await visitor.Upload("answer-file", "दाखला.png", photo, "image/png");
        await visitor.Page.Locator("p[role=status]", new() { HasText = "KB" }).WaitForAsync();
        await visitor.Press("applying.continue");
        await visitor.IsLedTo("(?<!/income_proof)$");
        var person = await house.Db(db => db.Set<Person>().AsNoTracking().OrderByDescending(person => person.PersonId).FirstAsync());
        var draft = await house.Use((Drafts drafts) => drafts.Open(new CitizenSession(person.AccountId, person.PersonId), "mh", TestCitizen.Service));
        var paper = DocumentType.PaperOf(draft!.Answers["income_proof"])!.Parts.Single();
        Assert.Equal("jpg", paper.Format);
        Assert.InRange(paper.Length, 1, photo.Length / 2);
        Assert.Empty(visitor.Complaints());
    }

    public async ValueTask DisposeAsync()
    {
        await visitor.DisposeAsync();
        await house.DisposeAsync();
    }
}
