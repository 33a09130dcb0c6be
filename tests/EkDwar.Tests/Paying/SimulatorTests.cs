using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EkDwar.Paying.Razorpay;
using EkDwar.Paying.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EkDwar.Tests.Paying;

/// <summary>The simulator first: it answers the published requests in the published form, and refuses what the gateway would refuse.</summary>
public sealed class The_gateway_simulator : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        house.Clock.Set(PublishedExamples.LinkAskedAt);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    Task<(HttpStatusCode Status, JsonObject Answer)> Ask(HttpMethod method, string path, string? body = null, string? key = null, string type = "application/json", string? idempotency = null) =>
        house.AskSimulator(method, path, body, key, type, idempotency);

    static string[] Missing(JsonObject answer, string[] fields) => [.. fields.Where(field => !answer.ContainsKey(field))];

    [Fact]
    public async Task answers_the_published_request_in_the_published_form()
    {
        var (status, made) = await Ask(HttpMethod.Post, "payment_links", PublishedExamples.LinkAsked);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(Missing(made, PublishedExamples.LinkFields));
        Assert.Equal((500L, 0L, "INR", "created", "TS1989"), ((long)made["amount"]!, (long)made["amount_paid"]!, (string)made["currency"]!, (string)made["status"]!, (string)made["reference_id"]!));
        Assert.Matches("^plink_[A-Za-z0-9]{14}$", (string)made["id"]!);
        Assert.Equal(1691097057L, (long)made["expire_by"]!);
        var (shown, again) = await Ask(HttpMethod.Get, "payment_links/" + (string)made["id"]!);
        Assert.Equal((HttpStatusCode.OK, (string)made["id"]!), (shown, (string)again["id"]!));
        var (_, listed) = await Ask(HttpMethod.Get, "payment_links?reference_id=TS1989");
        Assert.Equal((string)made["id"]!, (string)listed["payment_links"]![0]!["id"]!);
        Assert.Empty((await Ask(HttpMethod.Get, "payment_links?reference_id=TS0")).Answer["payment_links"]!.AsArray());
    }

    [Theory]
    [InlineData("amount", null, "amount: is required.")]
    [InlineData("amount", "500.5", "The amount must be an integer.")]
    [InlineData("amount", "\"500\"", "The amount must be an integer.")]
    [InlineData("amount", "-500", "The amount must be at least INR 1.00")]
    [InlineData("amount", "99", "The amount must be at least INR 1.00")]
    [InlineData("currency", "\"USD\"", "Currency is not supported")]
    [InlineData("currency", "1", "Currency is not supported")]
    [InlineData("first_min_partial_amount", "501", "The first min partial amount is invalid")]
    [InlineData("reference_id", "\"a reference of more than forty characters in all\"", "The reference id may not be greater than 40 characters.")]
    [InlineData("expire_by", "1591097057", "expire_by should be in the future")]
    [InlineData("expire_by", "1791097057", "expire_by cannot be more than six months away")]
    [InlineData("callback_url", "\"not an address\"", "The callback url format is invalid.")]
    [InlineData("callback_method", "\"post\"", "callback_method must be get")]
    [InlineData("notes", "[1]", "notes must be an object")]
    [InlineData("notify", "true", "notify must be an object")]
    [InlineData("reminder_enable", "\"yes\"", "reminder_enable must be a boolean")]
    [InlineData("colour", "\"red\"", "colour is/are not required and should not be sent")]
    public async Task refuses_a_malformed_request_in_the_published_form(string field, string? value, string why)
    {
        var asked = JsonNode.Parse(PublishedExamples.LinkAsked)!.AsObject();
        asked.Remove(field);
        if (value is not null) asked[field] = JsonNode.Parse(value);
        var (status, answer) = await Ask(HttpMethod.Post, "payment_links", asked.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var error = answer["error"]!.AsObject();
        Assert.Equal(("BAD_REQUEST_ERROR", why, "business", "payment_initiation"), ((string)error["code"]!, (string)error["description"]!, (string)error["source"]!, (string)error["step"]!));
        Assert.Empty(house.Services.GetRequiredService<GatewaySimulator>().Links);
    }

    [Fact]
    public async Task refuses_who_has_no_key_what_is_no_json_and_a_reference_used_twice()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(HttpMethod.Post, "payment_links", PublishedExamples.LinkAsked, key: "")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(HttpMethod.Post, "payment_links", PublishedExamples.LinkAsked, key: "rzp_test_simulator:wrong")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Post, "payment_links", "amount=500", type: "application/x-www-form-urlencoded")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Post, "payment_links", "{\"amount\":")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Get, "payment_links/plink_none")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Post, "payment_links", PublishedExamples.LinkAsked)).Status);
        var (status, answer) = await Ask(HttpMethod.Post, "payment_links", PublishedExamples.LinkAsked);
        Assert.Equal((HttpStatusCode.BadRequest, "reference_id"), (status, (string)answer["error"]!["field"]!));
    }

    [Fact]
    public async Task sends_back_what_was_taken_once_for_a_key_and_never_more()
    {
        await Ask(HttpMethod.Post, "payment_links", PublishedExamples.LinkAsked);
        var simulator = house.Services.GetRequiredService<GatewaySimulator>();
        var link = simulator.Links.Single();
        simulator.Take(link);
        var refund = $"payments/{link.Taken.Single().Id}/refund";
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Post, refund, """{"amount": 501}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Post, refund, PublishedExamples.RefundAsked, idempotency: "short")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Post, "payments/pay_none/refund", PublishedExamples.RefundAsked)).Status);
        var (status, made) = await Ask(HttpMethod.Post, refund, PublishedExamples.RefundAsked, idempotency: "550e8400-e29b-41d4-a716");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(Missing(made, PublishedExamples.RefundFields));
        Assert.Equal((500L, "processed", "normal"), ((long)made["amount"]!, (string)made["status"]!, (string)made["speed_processed"]!));
        Assert.Equal((string)made["id"]!, (string)(await Ask(HttpMethod.Post, refund, PublishedExamples.RefundAsked, idempotency: "550e8400-e29b-41d4-a716")).Answer["id"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Post, refund, PublishedExamples.RefundAsked, idempotency: "another-key-of-it")).Status);
        Assert.Equal(500, link.Taken.Single().RefundedMinor);
    }

    [Fact]
    public void signs_as_is_published()
    {
        var body = Encoding.UTF8.GetBytes(PublishedExamples.CallBack);
        Assert.Equal(PublishedExamples.CallBackSignature, RazorpaySignature.Of(body, PublishedExamples.CallBackKey));
        Assert.True(RazorpaySignature.IsRight(body, PublishedExamples.CallBackKey, PublishedExamples.CallBackSignature));
        Assert.False(RazorpaySignature.IsRight(body, "another", PublishedExamples.CallBackSignature));
        Assert.False(RazorpaySignature.IsRight(body, PublishedExamples.CallBackKey, PublishedExamples.CallBackSignature[..63]));
    }

    [Fact]
    public async Task does_not_exist_outside_development()
    {
        await using var production = await TestHouse.Open(services => services.AddSingleton<IHostEnvironment>(new Production()).AddSingleton<Microsoft.AspNetCore.Hosting.IWebHostEnvironment>(new Production()));
        foreach (var path in (string[])["/dev/gateway/v1/payment_links", "/dev/gateway/pay/plink_any", "/dev/registers"])
            Assert.Equal(HttpStatusCode.NotFound, (await production.Client().GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    sealed class Production : Microsoft.AspNetCore.Hosting.IWebHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";
        public string ApplicationName { get; set; } = typeof(Program).Assembly.GetName().Name!;
        public string WebRootPath { get; set; } = "";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public Microsoft.Extensions.FileProviders.IFileProvider WebRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(AppContext.BaseDirectory);
    }
}
