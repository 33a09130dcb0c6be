using System.Net;
using System.Text.Json.Nodes;
using EkDwar.Paying.Simulator;

namespace EkDwar.Tests.Paying;

/// <summary>The simulator's QR codes and orders before any adapter: in the published form, and as strict as what is published.</summary>
public sealed class The_gateway_simulator_s_codes_and_orders : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        house.Clock.Set(PublishedCodes.AskedAt);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    GatewaySimulator Simulator => house.Simulator();

    async Task<SimulatedCode> Made()
    {
        var (status, made) = await house.AskSimulator(HttpMethod.Post, "payments/qr_codes", PublishedCodes.Asked);
        Assert.Equal(HttpStatusCode.OK, status);
        return Simulator.Code((string)made["id"]!)!;
    }

    [Fact]
    public async Task answer_the_published_request_in_the_published_form()
    {
        var (status, made) = await house.AskSimulator(HttpMethod.Post, "payments/qr_codes", PublishedCodes.Asked);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(SimulatedGateway.Missing(made, PublishedCodes.Made));
        Assert.Equal((300L, true, "active", "Test UPI QR code notes"), ((long)made["payment_amount"]!, (bool)made["fixed_amount"]!, (string)made["status"]!, (string)made["notes"]!["purpose"]!));
        Assert.Matches("^qr_[A-Za-z0-9]{14}$", (string)made["id"]!);
        Assert.Matches("^upi://pay\\?pa=[^&]+@[^&]+&pn=[^&]+&tr=RZP[A-Za-z0-9]{14}qrv2&tn=[^&]+&am=3&cu=INR&mc=\\d{4}$", (string)made["image_content"]!);
        var (shown, again) = await house.AskSimulator(HttpMethod.Get, "payments/qr_codes/" + (string)made["id"]!);
        Assert.Equal((HttpStatusCode.OK, made["image_content"]!.ToString()), (shown, again["image_content"]!.ToString()));
        var (_, none) = await house.AskSimulator(HttpMethod.Get, $"payments/qr_codes/{(string)made["id"]!}/payments");
        Assert.Equal(("collection", 0, 0), ((string)none["entity"]!, (int)none["count"]!, none["items"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("type", null, "The type field is required.")]
    [InlineData("type", "\"abc\"", "The selected type is invalid.")]
    [InlineData("type", "\"bharat_qr\"", "The selected type is invalid.")]
    [InlineData("usage", null, "The usage field is required.")]
    [InlineData("usage", "\"once\"", "The selected usage is invalid.")]
    [InlineData("usage", "1", "The selected usage is invalid.")]
    [InlineData("fixed_amount", "\"yes\"", "The fixed amount field must be true or false.")]
    [InlineData("fixed_amount", "false", "The payment amount may be sent only when fixed amount is true.")]
    [InlineData("payment_amount", null, "The payment amount field is required when fixed amount is true.")]
    [InlineData("payment_amount", "3.5", "The payment amount must be an integer.")]
    [InlineData("payment_amount", "\"300\"", "The payment amount must be an integer.")]
    [InlineData("payment_amount", "0", "The payment amount must be at least 1.")]
    [InlineData("payment_amount", "-300", "The payment amount must be at least 1.")]
    [InlineData("close_by", "\"tomorrow\"", "close_by must be an integer.")]
    [InlineData("close_by", "1680307260", "close_by should be at least 15 minutes after current time")]
    [InlineData("close_by", "2147483648", "close_by must be between 946684800 and 2147483647")]
    [InlineData("description", "7", "The description must be a string.")]
    [InlineData("customer_id", "\"HKsR5se84c5LTO\"", "HKsR5se84c5LTO is not a valid id")]
    [InlineData("notes", "\"a note\"", "notes must be an object")]
    [InlineData("amount", "300", "amount is/are not required and should not be sent")]
    public async Task refuse_a_malformed_request_in_the_published_form(string field, string? value, string why)
    {
        var asked = JsonNode.Parse(PublishedCodes.Asked)!.AsObject();
        asked.Remove(field);
        if (value is not null) asked[field] = JsonNode.Parse(value);
        var (status, answer) = await house.AskSimulator(HttpMethod.Post, "payments/qr_codes", asked.ToJsonString());
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST_ERROR", why), (status, (string)answer["error"]!["code"]!, (string)answer["error"]!["description"]!));
        Assert.Empty(Simulator.Codes);
    }

    [Fact]
    public async Task refuse_who_has_no_key_what_is_no_json_and_what_nobody_made()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.AskSimulator(HttpMethod.Post, "payments/qr_codes", PublishedCodes.Asked, key: "")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await house.AskSimulator(HttpMethod.Post, "payments/qr_codes", "{\"type\":")).Status);
        foreach (var path in (string[])["payments/qr_codes/qr_none", "payments/qr_codes/qr_none/payments", "orders/order_none", "orders/order_none/payments"])
            Assert.Equal(HttpStatusCode.BadRequest, (await house.AskSimulator(HttpMethod.Get, path)).Status);
        foreach (var path in (string[])["payments/qr_codes/qr_none/close", "payment_links/plink_none/cancel"])
            Assert.Equal(HttpStatusCode.BadRequest, (await house.AskSimulator(HttpMethod.Post, path)).Status);
    }

    [Fact]
    public async Task tell_of_an_app_that_paid_as_is_published_and_close_the_code()
    {
        var code = await Made();
        var told = JsonNode.Parse(Simulator.Scan(code))!;
        Assert.Empty(SimulatedGateway.Missing(told, PublishedCodes.Credited));
        Assert.Equal(("qr_code.credited", 300L, code.Id), ((string)told["event"]!, (long)told["payload"]!["payment"]!["entity"]!["amount"]!, (string)told["payload"]!["qr_code"]!["entity"]!["id"]!));
        Assert.Equal("Test UPI QR code notes", (string)told["payload"]!["qr_code"]!["entity"]!["notes"]!["purpose"]!);
        var (_, listed) = await house.AskSimulator(HttpMethod.Get, $"payments/qr_codes/{code.Id}/payments");
        Assert.Empty(SimulatedGateway.Missing(listed, PublishedCodes.Payments));
        Assert.Equal((string)told["payload"]!["payment"]!["entity"]!["id"]!, (string)listed["items"]![0]!["id"]!);
        var (_, closed) = await house.AskSimulator(HttpMethod.Get, "payments/qr_codes/" + code.Id);
        Assert.Equal(("closed", "paid", 300L, 1L), ((string)closed["status"]!, (string)closed["close_reason"]!, (long)closed["payments_amount_received"]!, (long)closed["payments_count_received"]!));
        var refund = $"payments/{code.Taken.Single().Id}/refund";
        Assert.Equal(HttpStatusCode.OK, (await house.AskSimulator(HttpMethod.Post, refund, "{}")).Status);
        Assert.Empty(SimulatedGateway.Missing(JsonNode.Parse(Simulator.RefundEvent(Simulator.Refunds.Single())), PublishedCodes.Refund));
        Assert.Equal(300, code.Taken.Single().RefundedMinor);
    }

    [Fact]
    public async Task close_when_told_to_and_by_the_clock_and_not_twice()
    {
        var (first, second) = (await Made(), await Made());
        var (status, closed) = await house.AskSimulator(HttpMethod.Post, $"payments/qr_codes/{first.Id}/close");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(SimulatedGateway.Missing(closed, PublishedCodes.Closed));
        Assert.Equal(("closed", "on_demand"), ((string)closed["status"]!, (string)closed["close_reason"]!));
        Assert.Equal(HttpStatusCode.BadRequest, (await house.AskSimulator(HttpMethod.Post, $"payments/qr_codes/{first.Id}/close")).Status);
        Assert.Equal("active", (string)(await house.AskSimulator(HttpMethod.Get, "payments/qr_codes/" + second.Id)).Answer["status"]!);
        house.Clock.AdvanceDays(20);
        var over = (await house.AskSimulator(HttpMethod.Get, "payments/qr_codes/" + second.Id)).Answer;
        Assert.Equal(("closed", 1681615838L), ((string)over["status"]!, (long)over["closed_at"]!));
    }

    [Fact]
    public async Task know_the_order_a_link_made_once_somebody_paid_there()
    {
        await house.AskSimulator(HttpMethod.Post, "payment_links", PublishedExamples.LinkAsked);
        var link = Simulator.Links.Single();
        Assert.False((await house.AskSimulator(HttpMethod.Get, "payment_links/" + link.Id)).Answer.ContainsKey("order_id"));
        Assert.Equal(HttpStatusCode.BadRequest, (await house.AskSimulator(HttpMethod.Get, "orders/" + link.OrderId)).Status);
        var told = JsonNode.Parse(Simulator.Take(link))!["payload"]!;
        Assert.Empty(SimulatedGateway.Missing(told["order"]!["entity"], PublishedCodes.Order));
        Assert.Equal(link.OrderId, (string)told["payment"]!["entity"]!["order_id"]!);
        var paid = (await house.AskSimulator(HttpMethod.Get, "payment_links/" + link.Id)).Answer;
        Assert.Empty(SimulatedGateway.Missing(paid, PublishedCodes.PaidLink));
        Assert.Equal(("paid", 500L), ((string)(await house.AskSimulator(HttpMethod.Get, "orders/" + link.OrderId)).Answer["status"]!, (long)paid["amount_paid"]!));
        var payments = (await house.AskSimulator(HttpMethod.Get, $"orders/{link.OrderId}/payments")).Answer;
        Assert.Empty(SimulatedGateway.Missing(payments, PublishedCodes.OrderPayments));
        Assert.Equal((link.Taken.Single().Id, link.OrderId), ((string)payments["items"]![0]!["id"]!, (string)payments["items"]![0]!["order_id"]!));
        // Behind, the link says nothing of it yet; its order does.
        link.IsBehind = true;
        var behind = (await house.AskSimulator(HttpMethod.Get, "payment_links/" + link.Id)).Answer;
        Assert.Equal(("created", 0L, link.OrderId), ((string)behind["status"]!, (long)behind["amount_paid"]!, (string)behind["order_id"]!));
    }

    [Fact]
    public async Task cancel_a_link_that_nobody_paid()
    {
        await house.AskSimulator(HttpMethod.Post, "payment_links", PublishedExamples.LinkAsked);
        var link = Simulator.Links.Single();
        var (status, cancelled) = await house.AskSimulator(HttpMethod.Post, $"payment_links/{link.Id}/cancel");
        Assert.Equal((HttpStatusCode.OK, "cancelled"), (status, (string)cancelled["status"]!));
        Assert.NotEqual(0, (long)cancelled["cancelled_at"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await house.AskSimulator(HttpMethod.Post, $"payment_links/{link.Id}/cancel")).Status);
    }
}
