using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace EkDwar.Notifying.Sms;

/// <summary>
/// Where gateways report and bring what was sent to us. They can sign nothing: a secret of theirs in the address is their
/// proof, so the address is told to them alone. A wrong one is answered as if nothing were there.
/// </summary>
public static class SmsEndpoints
{
    const string Reports = "/sms/{state}/{gateway}/{secret}/reports", Inbound = "/sms/{state}/{gateway}/{secret}/inbound";
    const long LongestBody = 256 * 1024;

    public static void MapSms(this WebApplication app)
    {
        app.MapPost(Reports, Reported).DisableAntiforgery();
        // NIC reports by an address with its fields behind it.
        app.MapGet(Reports, Reported);
        app.MapPost(Inbound, Came).DisableAntiforgery();
    }

    static async Task<Results<Ok, NotFound, BadRequest>> Reported(string state, string gateway, string secret, HttpRequest request, [FromServices] SmsPlaces places)
    {
        if (Proved(places, state, gateway, secret) is null) return TypedResults.NotFound();
        if (await Fields(request) is not { } fields || ReportWords.Of(gateway, fields) is not { } reports) return TypedResults.BadRequest();
        await request.HttpContext.RequestServices.GetRequiredService<TakeReports>().Run(gateway, reports);
        return TypedResults.Ok();
    }

    static async Task<Results<Ok, NotFound, BadRequest>> Came(string state, string gateway, string secret, HttpRequest request, [FromServices] SmsPlaces places)
    {
        if (Proved(places, state, gateway, secret) is not { } place) return TypedResults.NotFound();
        if (await Fields(request) is not { } fields) return TypedResults.BadRequest();
        var said = fields.Where(field => field.Value.Count == 1).ToDictionary(field => field.Key, field => field.Value.ToString());
        if (!said.TryGetValue(place.InboundFrom, out var from) || !said.TryGetValue(place.InboundText, out var text)) return TypedResults.BadRequest();
        await request.HttpContext.RequestServices.GetRequiredService<AskStatus>().Run(state, from, text);
        return TypedResults.Ok();
    }

    static SmsPlace? Proved(SmsPlaces places, string state, string gateway, string secret) => places.Of(state, gateway) is { Secret.Length: > 0 } place
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(place.Secret)), SHA256.HashData(Encoding.UTF8.GetBytes(secret))) ? place : null;

    /// <summary>The fields of its form, or behind its address; null where it is neither, or too much.</summary>
    static async Task<IEnumerable<KeyValuePair<string, StringValues>>?> Fields(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method)) return request.Query;
        if (request.ContentLength is not { } length || length > LongestBody || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return null;
        try
        {
            return await request.ReadFormAsync();
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
