using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Paying.Simulator;

/// <summary>The simulator's API, where the gateway has its own: <c>/dev/gateway/v1/…</c>. In Development alone.</summary>
public static class SimulatorEndpoints
{
    const string NoSuchId = "The id provided does not exist";

    public static void MapSimulator(this WebApplication app)
    {
        var api = app.MapGroup(GatewaySimulator.Path + "/v1").AddEndpointFilter(DevelopmentOnlyAttribute.Endpoint).AddEndpointFilter(WithKey);
        api.MapPost("/payment_links", Make);
        api.MapGet("/payment_links", List);
        api.MapGet("/payment_links/{id}", Show);
        api.MapPost("/payment_links/{id}/cancel", Cancel);
        api.MapGet("/orders/{id}", ShowOrder);
        api.MapGet("/orders/{id}/payments", ListOfOrder);
        api.MapPost("/payments/qr_codes", MakeCode);
        api.MapGet("/payments/qr_codes/{id}", ShowCode);
        api.MapGet("/payments/qr_codes/{id}/payments", ListOfCode);
        api.MapPost("/payments/qr_codes/{id}/close", Close);
        api.MapPost("/payments/{id}/refund", Refund);
        api.MapGet("/refunds/{id}", ShowRefund);
    }

    static JsonHttpResult<JsonObject> ShowRefund(string id, GatewaySimulator simulator) => Answer((simulator.Refunded(id), new(NoSuchId)));

    static async ValueTask<object?> WithKey(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{GatewaySimulator.KeyId}:{GatewaySimulator.KeySecret}"));
        if (context.HttpContext.Request.Headers.Authorization == expected) return await next(context);
        return TypedResults.Json(new SimulatorFault("The api key provided is invalid", Reason: "NA").ToJson(), statusCode: StatusCodes.Status401Unauthorized);
    }

    static async Task<JsonHttpResult<JsonObject>> Make(HttpRequest request, GatewaySimulator simulator) =>
        await Asked(request) is { } asked ? Answer(simulator.Make(asked)) : Answer((null, new("The request body is not valid JSON")));

    static async Task<JsonHttpResult<JsonObject>> Refund(string id, HttpRequest request, GatewaySimulator simulator) =>
        await Asked(request) is { } asked ? Answer(simulator.Refund(id, asked, request.Headers["X-Refund-Idempotency"])) : Answer((null, new("The request body is not valid JSON")));

    static JsonHttpResult<JsonObject> Show(string id, GatewaySimulator simulator) => Answer((simulator.Linked(id), new(NoSuchId)));

    static JsonHttpResult<JsonObject> Cancel(string id, GatewaySimulator simulator) => Answer(simulator.Cancel(id));

    static JsonHttpResult<JsonObject> ShowOrder(string id, GatewaySimulator simulator) => Answer((simulator.Ordered(id)?.Order(), new(NoSuchId)));

    static JsonHttpResult<JsonObject> ListOfOrder(string id, GatewaySimulator simulator) => Answer((simulator.Ordered(id) is { } link ? SimulatedPayment.Listed(link.Taken) : null, new(NoSuchId)));

    static async Task<JsonHttpResult<JsonObject>> MakeCode(HttpRequest request, GatewaySimulator simulator) =>
        await Asked(request) is { } asked ? Answer(simulator.MakeCode(asked)) : Answer((null, new("The request body is not valid JSON")));

    static JsonHttpResult<JsonObject> ShowCode(string id, GatewaySimulator simulator) => Answer((simulator.Coded(id), new(NoSuchId)));

    static JsonHttpResult<JsonObject> ListOfCode(string id, GatewaySimulator simulator) => Answer((simulator.Code(id) is { } code ? SimulatedPayment.Listed(code.Taken) : null, new(NoSuchId)));

    static JsonHttpResult<JsonObject> Close(string id, GatewaySimulator simulator) => Answer(simulator.Close(id));

    static JsonHttpResult<JsonObject> List(HttpRequest request, GatewaySimulator simulator)
    {
        var reference = request.Query["reference_id"].ToString();
        var found = simulator.Links.Where(link => reference.Length == 0 || link.Reference == reference).Select(link => (JsonNode?)simulator.Linked(link.Id));
        return Answer((new() { ["payment_links"] = new JsonArray([.. found]) }, null));
    }

    static JsonHttpResult<JsonObject> Answer((JsonObject? Made, SimulatorFault? Fault) outcome) =>
        outcome.Made is { } made ? TypedResults.Json(made) : TypedResults.Json(outcome.Fault!.ToJson(), statusCode: StatusCodes.Status400BadRequest);

    static async Task<JsonObject?> Asked(HttpRequest request)
    {
        if (!request.HasJsonContentType()) return null;
        try
        {
            return await JsonNode.ParseAsync(request.Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
