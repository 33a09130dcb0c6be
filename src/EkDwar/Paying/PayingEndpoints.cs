using EkDwar.Cases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Paying;

/// <summary>Where the gateway calls back. It is not asked who calls but whether the words are signed; what is not, is answered 400 and changes nothing.</summary>
public static class PayingEndpoints
{
    const int LongestBody = 64 * 1024;

    public const string Path = "/paying/gateway";

    public static void MapPaying(this WebApplication app) => app.MapPost(Path, Told);

    static async Task<Results<Ok, BadRequest>> Told(HttpRequest request, IGateway gateway, Settlement settlement, HearRefund refunds, DeliverNow deliver)
    {
        if (!gateway.IsOffered || await Body(request) is not { } body) return TypedResults.BadRequest();
        if (gateway.Read(body, request.Headers["X-Razorpay-Signature"], request.Headers["x-razorpay-event-id"]) is not { } told) return TypedResults.BadRequest();
        // Signed, and about something else of this account: heard, or the gateway would say it again for a day.
        if (told.Answer is { } answer && await settlement.Take(answer, told) == PaymentStatus.Succeeded) await deliver.Run(answer.Reference.Case);
        if (told.Refund is { } refund) await refunds.Run(refund, told);
        return TypedResults.Ok();
    }

    static async Task<byte[]?> Body(HttpRequest request)
    {
        if (request.ContentLength > LongestBody) return null;
        using var read = new MemoryStream();
        var buffer = new byte[8192];
        for (int count; (count = await request.Body.ReadAsync(buffer)) > 0;)
        {
            if (read.Length + count > LongestBody) return null;
            read.Write(buffer, 0, count);
        }
        return read.ToArray();
    }
}
