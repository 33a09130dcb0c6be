using System.Net;
using EkDwar.Tests.People;

namespace EkDwar.Tests.Notifying.Broadcasts;

/// <summary>A broadcast through the pages of two officials: written, read before it leaves, approved, and looked at afterwards.</summary>
public sealed class The_pages_of_broadcasts(SharedHouse shared) : IClassFixture<SharedHouse>
{
    TestHouse House => shared.House;

    static readonly DateOnly Day = new(2026, 3, 20);

    [Fact]
    public async Task show_what_leaves_whom_it_reaches_and_what_it_costs_before_a_second_official_approves()
    {
        var citizen = await House.Citizen();
        await House.Case().By(citizen).Submitted();
        var writer = await House.Signed("admin.haveli");
        var list = await (await writer.Open("/desk/en/inbox")).Follow("Messages to an area");
        Assert.Contains("No message was written yet.", list.Text);
        var form = await list.Follow("Write a message");
        Assert.Equal(3, (await form.Form("#write").Press()).Problems.Count);
        var preview = await form.Form("#write").With("kind", "Camp").With("area", "pune.haveli").With("venue", BroadcastHouse.Village).With("service", TestCitizen.Service).Day("from", Day).Day("until", Day.AddDays(1)).Press();
        Assert.Contains("Nobody has been told yet.", preview.Text);
        foreach (var said in (string[])["1, of whom 0 get an e-mail too", "₹0.40", "20 March 2026 to 21 March 2026", "केसनंद, 20 मार्च 2026 ते 21 मार्च 2026", "Kesnand, 20 March 2026 to 21 March 2026"]) Assert.Contains(said, preview.Text);
        Assert.False(preview.Has("#approve"));
        var asked = await preview.Form("#ask").Press();
        Assert.Contains("A second official is asked.", asked.Text);
        Assert.Contains("another official answers", asked.Text);

        var second = await House.Signed("tahsildar.haveli");
        var waiting = await (await second.Open("/desk/en/broadcasts")).Follow("Camp: Haveli, 20 March 2026 to 21 March 2026");
        Assert.Single((await waiting.Form("#refuse").Press()).Problems);
        var approved = await (await second.Open(waiting.Path)).Form("#approve").Press();
        Assert.Contains("You approved it. It is going out.", approved.Text);
        await House.OutboxDrained();
        House.Clock.Advance(TimeSpan.FromMinutes(2));
        await House.OutboxDrained();
        Assert.Contains(await House.Phone(), message => message.To == citizen.Mobile && message.Text.Contains("केसनंद, 20 मार्च 2026 ते 21 मार्च 2026", StringComparison.Ordinal));
        var sent = await writer.Open(waiting.Path);
        Assert.Contains("1 messages were made", sent.Text);
        Assert.Contains("shown on this demo's phone", sent.Text);
        Assert.False(sent.Has("main form"));
    }

    [Fact]
    public async Task are_closed_to_whoever_looks_after_no_office()
    {
        var clerk = await House.Signed("clerk.haveli", await House.Post("haveli_tahsil", "clerk"));
        foreach (var page in (string[])["/desk/en/broadcasts", "/desk/en/broadcasts/new"])
        {
            var shut = await clerk.Open(page);
            Assert.Equal(HttpStatusCode.Forbidden, shut.Status);
            Assert.Contains("Only who looks after an office", shut.Text);
            Assert.False(shut.Has("main form"));
        }
        Assert.DoesNotContain("/broadcasts", (await clerk.Open("/desk/en/inbox")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open($"/desk/en/broadcasts/{Guid.CreateVersion7()}")).Status);
    }
}
