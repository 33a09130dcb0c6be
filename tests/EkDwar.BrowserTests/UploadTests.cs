using EkDwar.Applying;
using EkDwar.Applying.Uploads;
using EkDwar.Catalogue.Questions;
using EkDwar.People;
using EkDwar.Tests.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.BrowserTests;

/// <summary>A file sent from real Chromium whose connection is cut on the way, twice, and whose browser is then closed.</summary>
public sealed class A_file_whose_connection_is_cut(StockedHouse stock) : IAsyncLifetime
{
    TestHouse house = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.OpenOnLoopback();
        visitor = await Visitor.Enter(stock.Chromium, house, "mr", hasScript: true);
    }

    [Fact]
    public async Task goes_on_where_it_stopped()
    {
        // Noise: what the page makes of it is five pieces still.
        var photo = Samples.Png(1700, 1300);
        await new CitizenWalk(visitor, "9800000778").FillsEverything(photo: null);
        var pieces = 0;
        var isCutAgain = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/uploads/*", async route =>
        {
            if (route.Request.Method == "PATCH" && ++pieces is 2 or 4)
            {
                await visitor.IsCutOff(true);
                if (pieces == 4) isCutAgain.TrySetResult();
            }
            await route.ContinueAsync();
        });
        await Chooses(visitor, photo);
        await Told(visitor, "जोडणी तुटली");
        var first = await Received();
        Assert.InRange(first, 1, int.MaxValue);
        await visitor.IsCutOff(false);
        await isCutAgain.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Told(visitor, "जोडणी तुटली");
        var second = await Received();
        Assert.InRange(second, first + 1, int.MaxValue);

        // Another browser of hers, which knows nothing of the first.
        var session = await visitor.Session();
        await visitor.DisposeAsync();
        visitor = await Visitor.Enter(stock.Chromium, house, "mr", hasScript: true, session: session);
        var offsets = new List<string>();
        visitor.Page.Request += (_, request) =>
        {
            if (request.Method == "PATCH") offsets.Add(request.Headers["upload-offset"]);
        };
        await Chooses(visitor, photo);
        // Pressed before the file is there: the form goes when it is.
        await visitor.Press("applying.continue");
        await visitor.IsLedTo("(?<!/income_proof)$");
        Assert.Equal($"{second}", offsets[0]);
        var person = await house.Db(db => db.Set<Person>().AsNoTracking().OrderByDescending(person => person.PersonId).FirstAsync());
        var draft = await house.Use((Drafts drafts) => drafts.Open(new CitizenSession(person.AccountId, person.PersonId), "mh", TestCitizen.Service));
        Assert.Single(DocumentType.PaperOf(draft!.Answers["income_proof"])!.Parts);
        Assert.Empty(visitor.Complaints());
    }

    static async Task Chooses(Visitor visitor, byte[] photo)
    {
        await visitor.Open("apply/income-certificate/income_proof");
        await visitor.Choose("answer-kind", "salary_slip");
        await visitor.Upload("answer-file", "दाखला.png", photo, "image/png");
    }

    static Task Told(Visitor visitor, string words) => visitor.Page.Locator("p[role=status]", new() { HasText = words }).WaitForAsync();

    Task<int> Received() => house.Db(db => db.Set<Upload>().Select(upload => upload.Received).SingleAsync());

    public async ValueTask DisposeAsync()
    {
        await visitor.DisposeAsync();
        await house.DisposeAsync();
    }
}
