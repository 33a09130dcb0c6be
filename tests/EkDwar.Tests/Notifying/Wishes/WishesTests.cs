using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Notifying;
using EkDwar.People;
using EkDwar.Tests.Attacks;
using EkDwar.Tests.Cases.OwnData;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Notifying.Wishes;

/// <summary>How a citizen says where and in which language she is told, and reads what left.</summary>
public sealed class How_she_is_told(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    static int addresses;
    readonly string address = $"marker.shila{Interlocked.Increment(ref addresses)}@mail.example";

    async Task<Page> Asked(TestCitizen citizen, string email)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        return await (await citizen.Browser.Open("/mh/en/my/messages")).Form("#give").With("email", email).Press();
    }

    async Task<string> CodeAt(string email)
    {
        await house.OutboxDrained();
        return (await house.Phone()).First(message => message.To == email).Text[..6];
    }

    async Task<Page> Proved(TestCitizen citizen)
    {
        var asked = await Asked(citizen, address);
        Assert.Empty(asked.Problems);
        return await asked.Form("#prove").With("code", await CodeAt(address)).Press();
    }

    Task<Account> AccountOf(TestCitizen citizen) => house.Db(db => db.Set<Account>().AsNoTracking().SingleAsync(one => one.AccountId == citizen.Session.AccountId));

    [Fact]
    public async Task is_found_from_her_page_and_proved_by_a_code_to_the_address()
    {
        var citizen = await house.SignedInCitizen();
        var page = await (await citizen.Browser.Open("/mh/en/my")).Follow("How you are told");
        Assert.Equal("/mh/en/my/messages", page.Path);
        Assert.DoesNotContain(citizen.Mobile, page.Text);
        var proved = await Proved(citizen);
        Assert.Equal("/mh/en/my/messages", proved.Path);
        Assert.Contains(address, proved.Text);
        // Sealed: in no table in clear, nor in what waits to leave.
        Assert.DoesNotContain(await Leaks.Stored(house), value => value.Contains("marker.shila", StringComparison.OrdinalIgnoreCase));
        var c = await house.Case().By(citizen).Submitted();
        await house.OutboxDrained();
        var told = (await house.Phone()).Where(message => message.Text.Contains(c.Reference.Compact, StringComparison.Ordinal)).ToList();
        Assert.Equal([("email", address), ("sms", citizen.Mobile)], told.Select(message => (message.Channel, message.To)).Order());
        var list = await citizen.Browser.Open("/mh/en/my/messages");
        Assert.Equal(2, list.Document.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains(c.Reference.ToString(), StringComparison.Ordinal)));
        Assert.Contains("shown on this demo's phone", list.Text);
    }

    [Fact]
    public async Task keeps_no_address_before_its_code_nor_by_the_code_of_another()
    {
        var citizen = await house.SignedInCitizen();
        foreach (var wrong in (string[])["", "asha", "asha@mail", "a b@mail.example", "आशा@mail.example", "asha@mail.example\r\nBcc: x@mail.example", new string('a', 65) + "@mail.example"])
            Assert.Equal(["Write the e-mail address in Latin letters, as in name@example.in"], (await Asked(citizen, wrong)).Problems);
        var asked = await Asked(citizen, address);
        var code = await CodeAt(address);
        Assert.Null((await AccountOf(citizen)).Email);
        var other = asked.Form("#prove").With("code", code);
        var forged = await other.With("email", "somebody@mail.example").Press();
        Assert.NotEmpty(forged.Problems);
        Assert.Null((await AccountOf(citizen)).Email);
        // Nor does it let anybody in: it is a code for this address alone.
        Assert.Empty((await asked.Form("#prove").With("email", address).With("code", code).Press()).Problems);
        Assert.NotNull((await AccountOf(citizen)).Email);
    }

    [Fact]
    public async Task is_taken_back_and_what_was_on_its_way_is_dropped()
    {
        var citizen = await house.SignedInCitizen();
        await Proved(citizen);
        var c = await house.Case().By(citizen).Submitted();
        // The notice was handled, its e-mail not yet.
        await house.Use((OutboxRound round) => round.Run(OutboxLane.Notices, TestContext.Current.CancellationToken));
        var removed = await (await citizen.Browser.Open("/mh/en/my/messages")).Form("#remove").Press();
        Assert.DoesNotContain(address, removed.Text);
        await house.OutboxDrained();
        var kept = await house.Db(db => db.Set<PhoneMessage>().AsNoTracking().SingleAsync(message => message.CaseId == c.CaseId && message.Channel == "email"));
        Assert.Equal((MessageOutcome.Dropped, DropReason.NoAddress), (kept.Outcome, kept.Reason));
        Assert.Contains("not sent: the address was removed before", (await citizen.Browser.Open("/mh/en/my/messages")).Text);
    }

    [Fact]
    public async Task speaks_the_language_she_chose()
    {
        var citizen = await house.SignedInCitizen();
        var page = await (await citizen.Browser.Open("/mh/en/my/messages")).Form("#language-form").With("language", "hi").Press();
        Assert.Equal("/mh/en/my/messages", page.Path);
        var c = await house.Case().By(citizen).Submitted();
        await house.OutboxDrained();
        Assert.Equal("hi", (await house.Phone()).Single(message => message.To == citizen.Mobile && message.Text.Contains(c.Reference.Compact, StringComparison.Ordinal)).Language);
        await (await citizen.Browser.Open("/mh/en/my/messages")).Form("#language-form").With("language", "").Press();
        Assert.Null((await AccountOf(citizen)).ToldIn);
    }

    [Fact]
    public async Task stands_in_her_own_data_and_another_of_the_family_reads_nothing_of_her_messages()
    {
        var citizen = await house.SignedInCitizen();
        await Proved(citizen);
        var c = await house.Case().By(citizen).Submitted();
        await house.OutboxDrained();
        var archive = (await Her_own_data.Archive(house, citizen)).ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value));
        Assert.Contains(address, archive["person.json"]);
        Assert.Contains("\"email\"", archive["messages.json"]);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var brother = await house.SignedInCitizen(citizen.Mobile, "सोपान र्‍हाळकर");
        Assert.DoesNotContain(c.Reference.ToString(), (await brother.Browser.Open("/mh/en/my/messages")).Text);
    }

    [Fact]
    public async Task goes_with_the_account_when_nobody_of_it_is_left()
    {
        var citizen = await house.SignedInCitizen();
        await Proved(citizen);
        await house.Case().By(citizen).Submitted();
        await house.OutboxDrained();
        await house.Use(async (EkDwarDb db) =>
        {
            var person = await db.Set<Person>().SingleAsync(one => one.PersonId == citizen.Session.PersonId);
            person.WrappedKey = null;
            await db.Save();
            await db.ForgetEmptyAccounts([person.PersonId], house.Clock.GetUtcNow().UtcDateTime);
            await db.Save();
        });
        await house.OutboxDrained();
        var account = await AccountOf(citizen);
        Assert.Equal((null, null, null), (account.Email, account.EmailProvedAt, account.ToldIn));
        Assert.False(await house.Db(db => db.Set<PhoneMessage>().AnyAsync(message => message.AccountId == account.AccountId)));
    }

    [Fact]
    public async Task is_nobodys_who_is_not_signed_in_as_herself() =>
        Assert.Equal("/mh/en/sign-in", (await house.Browser().Open("/mh/en/my/messages")).Path);
}
