using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Web;

namespace EkDwar.Cases.Registers.Emulator;

/// <summary>Where an emulated register answers: <c>/dev/registers/{register}/records</c>. In Development alone.</summary>
public static class EmulatorEndpoints
{
    public static void MapEmulatedRegisters(this WebApplication app) =>
        app.MapPost(EmulatedRegisters.Path + "/{register}/records", Answer).AddEndpointFilter(DevelopmentOnlyAttribute.Endpoint);

    static async Task<IResult> Answer(string register, HttpRequest request, EmulatedRegisters registers, TimeProvider time)
    {
        if (registers.IsAway) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (request.Headers.Authorization != "Bearer " + EmulatedRegisters.Key) return TypedResults.Unauthorized();
        if (registers.Records(register) is not { } records) return TypedResults.NotFound();
        if (await Asked(request) is not { } asked || asked.Count != 2 || (asked["register"] as JsonValue)?.ToString() != register || asked["key"] is not JsonObject key
            || !key.Select(part => part.Key).ToHashSet().SetEquals(records[0].Key.Select(part => part.Key))) return TypedResults.BadRequest();
        var found = registers.Find(register, key);
        var answer = new JsonObject
        {
            ["register"] = register, ["key"] = key.DeepClone(), ["found"] = found is not null,
            ["as_of"] = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        if (found is not null) answer["record"] = found.Record.DeepClone();
        return TypedResults.Json(answer);
    }

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
