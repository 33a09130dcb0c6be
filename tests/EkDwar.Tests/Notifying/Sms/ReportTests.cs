using System.Net;
using EkDwar.Notifying;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>What gateways tell us later: believed from a gateway alone, and of our messages alone.</summary>
public sealed class A_delivery_report(SharedGateways shared) : IClassFixture<SharedGateways>, IAsyncLifetime
{
    readonly string number = shared.Number();
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await shared.House("msg91,nic,cdac");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    async Task<Taken> Sent()
    {
        await house.Use((Deliveries deliveries) => deliveries.HandOver(Gateways.Received(number)));
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        return shared.All.Msg91.Messages[^1];
    }

    string Of(string id, string status, string? to = null) =>
        $$"""[{"senderId":"EKDWAR","requestId":"{{id}}","report":[{"date":"2026-03-02 11:06:20","number":"{{to ?? "91" + number}}","status":"{{status}}","desc":"DELIVERED"}],"userId":"12345","campaignName":"API"}]""";

    async Task<HttpStatusCode> Told(string data, string gateway = "msg91", string secret = Gateways.Secret)
    {
        using var client = house.Client();
        using var answer = await client.PostAsync($"/sms/mh/{gateway}/{secret}/reports", new FormUrlEncodedContent([new("data", data)]), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    Task<(string, string?, bool)> Outcome(string id) => house.Db(async db =>
    {
        var kept = await db.Set<PhoneMessage>().AsNoTracking().SingleAsync(message => message.ProviderId == id);
        return (kept.Outcome, kept.Reason, kept.OutcomeAt > kept.SentAt);
    });

    [Theory]
    [InlineData("1", "delivered", null)]
    [InlineData("2", "failed", "not_delivered")]
    [InlineData("9", "failed", "number_blocks")]
    [InlineData("16", "failed", "refused_by_operator")]
    [InlineData("17", "failed", "number_blocks")]
    [InlineData("25", "failed", "refused_by_operator")]
    public async Task of_MSG91_makes_it_delivered_or_failed_and_why(string status, string outcome, string? reason)
    {
        var sent = await Sent();
        Assert.Equal(HttpStatusCode.OK, await Told(Of(sent.Id, status)));
        Assert.Equal((outcome, reason, true), await Outcome(sent.Id));
    }

    [Fact]
    public async Task repeated_reordered_or_of_a_stage_on_the_way_changes_nothing_wrongly()
    {
        var sent = await Sent();
        Assert.Equal(HttpStatusCode.OK, await Told(Of(sent.Id, "8")));
        Assert.Equal(("sent", null, false), await Outcome(sent.Id));
        Assert.Equal(HttpStatusCode.OK, await Told(Of(sent.Id, "2")));
        Assert.Equal(HttpStatusCode.OK, await Told(Of(sent.Id, "1")));
        Assert.Equal(HttpStatusCode.OK, await Told(Of(sent.Id, "1")));
        Assert.Equal(HttpStatusCode.OK, await Told(Of(sent.Id, "2")));
        // The phone's own word stands.
        Assert.Equal(("delivered", null, true), await Outcome(sent.Id));
    }

    [Fact]
    public async Task that_is_forged_or_about_nothing_of_ours_changes_nothing()
    {
        var sent = await Sent();
        Assert.Equal(HttpStatusCode.NotFound, await Told(Of(sent.Id, "1"), secret: "guessed"));
        Assert.Equal(HttpStatusCode.NotFound, await Told(Of(sent.Id, "1"), secret: Gateways.Secret.ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.NotFound, await Told(Of(sent.Id, "1"), gateway: "smtp"));
        Assert.Equal(HttpStatusCode.OK, await Told(Of("000000", "1")));
        Assert.Equal(HttpStatusCode.OK, await Told(Of(sent.Id, "1", "919000000001")));
        // Another gateway may not speak of this one's messages.
        Assert.Equal(HttpStatusCode.OK, await ByNic(sent.Id, "DELIVRD"));
        Assert.Equal(("sent", null, false), await Outcome(sent.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("null")]
    public async Task that_cannot_be_read_is_said_so(string data) => Assert.Equal(HttpStatusCode.BadRequest, await Told(data));

    [Theory]
    [InlineData("[1,null,\"a\",{}]")]
    [InlineData("""[{"requestId":5,"report":[{"status":"1"}]}]""")]
    [InlineData("""[{"requestId":"a","report":{"status":"1"}}]""")]
    [InlineData("""[{"requestId":"a","report":[5,{"status":1}]}]""")]
    public async Task that_says_nothing_of_use_is_heard(string data) => Assert.Equal(HttpStatusCode.OK, await Told(data));

    [Fact]
    public async Task in_another_form_than_is_published_is_not_read()
    {
        using var client = house.Client();
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"/sms/mh/msg91/{Gateways.Secret}/reports", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync($"/sms/mh/msg91/{Gateways.Secret}/reports", new FormUrlEncodedContent([new("data", new string('a', 300_000))]), TestContext.Current.CancellationToken)).StatusCode);
        // C-DAC publishes none.
        Assert.Equal(HttpStatusCode.BadRequest, await Told("[]", "cdac"));
    }

    async Task<HttpStatusCode> ByNic(string id, string status)
    {
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        using var client = house.Client();
        return (await client.GetAsync($"/sms/mh/nic/{Gateways.Secret}/reports?a2wackid={id}&a2wstatus=000&carrierstatus={status}&lastutime=2026-03-02&custref=&submitdt=2026-03-02&mnumber=91{number}&acode=department.sms&senderid=EKDWAR", TestContext.Current.CancellationToken)).StatusCode;
    }

    [Theory]
    [InlineData("DELIVRD", "delivered", null)]
    [InlineData("EXPIRED", "failed", "phone_unreachable")]
    [InlineData("UNDELIV", "failed", "not_delivered")]
    [InlineData("REJECTD", "failed", "refused_by_operator")]
    [InlineData("ACCEPTD", "sent", null)]
    public async Task of_NIC_makes_it_delivered_or_failed_and_why(string status, string outcome, string? reason)
    {
        house = await shared.House("nic");
        await house.Use((Deliveries deliveries) => deliveries.HandOver(Gateways.Received(number)));
        var id = shared.All.Nic.Messages[^1].Id;
        Assert.Equal(HttpStatusCode.OK, await ByNic(id, status));
        Assert.Equal((outcome, reason, outcome != "sent"), await Outcome(id));
    }
}
