using System.Net;
using System.Text;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outbox;
using EkDwar.Notifying;
using EkDwar.Tests.Cases.OwnData;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Processing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EkDwar.Tests.Attacks;

/// <summary>
/// A whole life of a pension, typed page by page with a name, mobile, bank account and Aadhaar-like number of its own, and
/// then looked for: in the log, in addresses, in every table and file as it is stored, and in what others are given.
/// </summary>
public sealed class What_nobody_may_read_on_the_way
{
    const string Service = "old-age-pension";

    [Fact]
    public async Task stands_in_no_log_no_address_no_table_no_file_and_nothing_of_others_and_would_be_found()
    {
        var onlooker = new Leaks.Onlooker();
        await using var house = await TestHouse.Open(services =>
        {
            onlooker.Join(services);
            // First of its channel: a gateway that repeats in its complaint what it was sent.
            services.Insert(0, ServiceDescriptor.Singleton<ISender>(new Complaining()));
        });
        var citizen = await house.SignedInCitizen(Leaks.Mobile, Leaks.Name);
        await Addressed(house, citizen);
        var c = await Sent(house, citizen);
        await Decided(house, c);
        await Read(house, citizen, c);
        await Mistaken(house);
        var leaks = new Leaks();
        await Scan(house, onlooker, leaks);
        leaks.In("what a stranger is given", await Given(house, await house.Citizen()));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        // His mobile is hers, and so is the address told beside it: they are his own.
        leaks.In("what her brother is given", await Given(house, await house.Citizen(Leaks.Mobile, "सोपान विठ्ठलपंत")), but: [Leaks.Mobile, Leaks.Email]);
        // The post that sanctioned it pays her by her name, and into an account it does not read whole.
        var tahsildar = await house.AtDesk("tahsildar");
        var list = await tahsildar.Open("/desk/en/pay-list.csv");
        Assert.Equal(HttpStatusCode.OK, list.Status);
        leaks.In("the pay list", [Encoding.UTF8.GetString(list.Bytes)], but: [Leaks.Name, Leaks.Latin]);
        Assert.True(leaks.Found.Count == 0, string.Join('\n', leaks.Found.Distinct()));
        // Looked for where it was: all of it passed through here.
        Assert.Contains(onlooker.Lines, line => line.Contains(nameof(HttpRequestException), StringComparison.Ordinal));
        Assert.Contains(onlooker.Addresses, address => address.Contains(c.Reference.ToString(), StringComparison.Ordinal));
        await WouldBeFound(house, onlooker);
    }

    /// <summary>One of each is planted where the scanner looks, and it names each.</summary>
    static async Task WouldBeFound(TestHouse house, Leaks.Onlooker onlooker)
    {
        house.Services.GetRequiredService<ILoggerFactory>().CreateLogger("planted").LogWarning("Sent to {Mobile}", Leaks.Mobile);
        await house.Browser().Open($"/mh/mr/track?reference={Uri.EscapeDataString(Leaks.SpacedAadhaar)}");
        await house.Db(async db =>
        {
            db.Add(OutboxMessage.Of("planted", $"{Leaks.Name} 9711122233", house.Clock.GetUtcNow().UtcDateTime.AddYears(1)));
            await db.Save();
        });
        await File.WriteAllTextAsync(Path.Combine(house.Settings.Folders.Papers, "planted"), Leaks.Account, TestContext.Current.CancellationToken);
        var leaks = new Leaks();
        await Scan(house, onlooker, leaks);
        Assert.Equal(new[] { $"an address: {Leaks.SpacedAadhaar}", $"a file: {Leaks.Account}", $"a table: {Leaks.Name}", $"the log: {Leaks.Mobile}", $"the log: {Leaks.SpacedAadhaar}", "the outbox: 9711122233" }.Order(StringComparer.Ordinal),
            leaks.Found.Distinct().Order(StringComparer.Ordinal));
    }

    static async Task Scan(TestHouse house, Leaks.Onlooker onlooker, Leaks leaks)
    {
        leaks.In("the log", onlooker.Lines);
        leaks.NumbersIn("the log", onlooker.Lines);
        leaks.In("an address", onlooker.Addresses);
        leaks.NumbersIn("an address", onlooker.Addresses.Select(Uri.UnescapeDataString));
        leaks.NumbersIn("the outbox", await Leaks.Stored(house, "outbox"));
        leaks.In("a table", await Leaks.Stored(house));
        leaks.In("a file", Directory.EnumerateFiles(house.Settings.Folders.Papers, "*", SearchOption.AllDirectories).Select(file => Encoding.UTF8.GetString(File.ReadAllBytes(file))));
    }

    static async Task<TestCase> Sent(TestHouse house, TestCitizen citizen)
    {
        var service = (await house.Use((PublishedServices services) => services.Current("mh", Service)))!;
        var page = await PageWalk.ToItsCheck(house, citizen, service, "mr", asked => Task.FromResult(asked.Id switch
        {
            "name" => Typed(("local", Leaks.Name), ("latin", Leaks.Latin)),
            "address" => Typed(("", $"घर क्र. 9, आधार {Leaks.SpacedAadhaar}, {Leaks.Aadhaar}")),
            "phone" => Typed(("", Leaks.Mobile)),
            "account" => Typed(("ifsc", "MAHB0000123"), ("number", Leaks.Account), ("again", Leaks.Account)),
            _ => null,
        }));
        var sent = await page.Form().Press();
        Assert.EndsWith("/submitted", sent.Path);
        Assert.True(CaseReference.TryParse(sent.Path.Split('/')[^2], out var reference));
        return new(house, citizen, reference);
    }

    static RawAnswer? Typed(params (string Part, string Text)[] parts) => new(parts.ToDictionary(part => part.Part, part => part.Text));

    /// <summary>She wants to be told by e-mail too, and proves the address.</summary>
    static async Task Addressed(TestHouse house, TestCitizen citizen)
    {
        var asked = await (await citizen.Browser.Open("/mh/mr/my/messages")).Form("#give").With("email", Leaks.Email).Press();
        await house.OutboxDrained();
        var code = (await house.Phone()).First(message => message.To == Leaks.Email).Text[..6];
        Assert.Contains(Leaks.Email, (await asked.Form("#prove").With("code", code).Press()).Text);
    }

    /// <summary>Each desk opens it, its papers too, and acts; what is told fails once at the gateway and leaves the second time.</summary>
    static async Task Decided(TestHouse house, TestCase c)
    {
        await house.OutboxDrained();
        var clerk = await house.AtDesk("clerk");
        Assert.Contains(Leaks.Latin, (await clerk.Case(c)).Text);
        await clerk.Case(c, "/papers/age_proof");
        var service = (await house.Use((PublishedServices services) => services.Current("mh", Service)))!;
        foreach (var stage in service.Stages) await Every_service_of_the_catalogue.Acts(house, service, stage, c.CaseId);
        await house.OutboxDrained();
        house.Clock.AdvanceDays(1);
        await house.OutboxDrained();
        Assert.Contains(await house.Phone(), sms => sms.To == Leaks.Mobile && sms.Text.Contains(c.Reference.Compact, StringComparison.Ordinal));
        Assert.Contains(await house.Phone(), mail => mail.To == Leaks.Email && mail.Text.Contains(c.Reference.ToString(), StringComparison.Ordinal));
    }

    /// <summary>She tracks it, signed in anew and by a code, and takes her certificate and all her data.</summary>
    static async Task Read(TestHouse house, TestCitizen citizen, TestCase c)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = house.Browser();
        var page = await (await (await browser.Open("/mh/mr/sign-in")).Form().With("mobile", Leaks.Mobile).Press()).Form().With("code", await house.CodeFor(Leaks.Mobile)).Press();
        page = await page.Form().With("person", $"{citizen.Session.PersonId}").Press();
        Assert.Equal("/mh/mr/my", page.Path);
        Assert.Contains(c.Reference.ToString(), (await browser.Open($"/mh/mr/cases/{c.Reference}")).Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open($"/mh/mr/cases/{c.Reference}/certificate.pdf")).Status);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var asked = await (await browser.Open("/mh/mr/my/data")).Form("#ask").Press();
        var given = await asked.Form("#give").With("code", await house.CodeFor(Leaks.Mobile)).Press();
        Assert.Equal("application/zip", given.Response.Content.Headers.ContentType?.MediaType);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var track = await (await house.Browser().Open("/mh/mr/track")).Form().With("reference", c.Reference.ToString()).Press();
        Assert.Contains(c.Reference.ToString(), (await track.Form("form[action*='handler=Code'], form[action*='handler=code']").With("code", await house.CodeFor(Leaks.Mobile)).Press()).Text);
    }

    /// <summary>What people type into the wrong box, and what a forged form holds.</summary>
    static async Task Mistaken(TestHouse house)
    {
        var browser = house.Browser();
        await (await browser.Open("/mh/mr/sign-in")).Form().With("mobile", Leaks.SpacedAadhaar).Press();
        await (await browser.Open("/mh/mr/track")).Form().With("reference", Leaks.Aadhaar).Press();
        await browser.Send(new(HttpMethod.Post, "/mh/mr/sign-in") { Content = new FormUrlEncodedContent([new("mobile", Leaks.Mobile), new("name", Leaks.Name)]) });
    }

    static async Task<IEnumerable<string>> Given(TestHouse house, TestCitizen who) => (await Her_own_data.Archive(house, who)).Values.Select(Encoding.UTF8.GetString);

    /// <summary>Refuses every message but a code once, in words that quote it.</summary>
    sealed class Complaining : ISender
    {
        readonly HashSet<Guid> refused = [];

        public string Channel => "sms";
        public string Provider => "tests";

        public Task<Handed> Send(Outgoing message) => message.Text.Contains("कोड", StringComparison.Ordinal) || !refused.Add(message.Key)
            ? Task.FromResult(new Handed("shown"))
            : throw new HttpRequestException($"550 cannot reach {message.To}: {message.Text}, {Leaks.Name}", new InvalidOperationException(Leaks.Account));
    }
}
