using System.Globalization;
using System.Security.Cryptography;
using EkDwar.Foundation.Files;
using EkDwar.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;

namespace EkDwar.Applying.Uploads;

/// <summary>
/// Files piece by piece, as tus 1.0.0 says (https://tus.io/protocols/resumable-upload): core, creation, checksum and
/// expiration. Beyond it, creating asks for the SHA-256 of the whole, and gives the upload that was begun with the same
/// content at the same place.
/// </summary>
/// <remarks>
/// Every request needs the header Tus-Resumable, which no form and no foreign page can send without asking us first, and
/// nobody is answered who asks: the form's token is not needed beside it.
/// </remarks>
public static class UploadEndpoints
{
    const string Version = "1.0.0";
    const int ChecksumMismatch = 460;
    const string PieceType = "application/offset+octet-stream";

    public static void MapUploads(this WebApplication app)
    {
        app.MapPost("/{state}/{lang}/apply/{service}/{question}/uploads", (string state, string service, string question, HttpContext context, UploadPlaces places) =>
            Begin(context, session => places.InDraft(session, state, service, question)));
        foreach (var way in (string[])["papers", "query", "correct"])
            app.MapPost($"/{{state}}/{{lang}}/cases/{{reference}}/{way}/{{question}}/uploads", (string reference, string question, HttpContext context, UploadPlaces places) =>
                Begin(context, session => places.InCase(session, reference, question)));
        // HEAD comes as GET, without a body.
        app.MapGet("/uploads/{id:guid}", HowFar);
        app.MapMethods("/uploads/{id:guid}", [HttpMethods.Patch], Take);
    }

    static async Task<IResult> Begin(HttpContext context, Func<CitizenSession, Task<string?>> placeOf)
    {
        if (await Session(context) is not { } session) return Refused(context);
        var (headers, uploads) = (context.Request.Headers, context.RequestServices.GetRequiredService<UploadsOnTheWay>());
        if (Number(headers["Upload-Length"]) is not { } length || length == 0 || ContentHash(headers["Upload-Metadata"].ToString()) is not { } hash) return TypedResults.BadRequest();
        if (length > FileStore.MaxLength) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (await placeOf(session) is not { } place) return TypedResults.NotFound();
        if (await uploads.Begin(session.AccountId, place, length, hash) is not { } upload) return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        Tell(context, upload);
        context.Response.Headers.Location = $"/uploads/{upload.UploadId}";
        return TypedResults.StatusCode(StatusCodes.Status201Created);
    }

    static async Task<IResult> HowFar(Guid id, HttpContext context, UploadsOnTheWay uploads)
    {
        if (await Session(context) is not { } session) return Refused(context);
        if (await uploads.Find(session.AccountId, id) is not { } upload) return TypedResults.NotFound();
        Tell(context, upload);
        return TypedResults.NoContent();
    }

    static async Task<IResult> Take(Guid id, HttpContext context, UploadsOnTheWay uploads)
    {
        if (await Session(context) is not { } session) return Refused(context);
        var request = context.Request;
        if (request.ContentType != PieceType) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (await uploads.Find(session.AccountId, id) is not { } upload) return TypedResults.NotFound();
        if (Number(request.Headers["Upload-Offset"]) is not { } offset) return TypedResults.BadRequest();
        // Before a byte of it is read.
        if (offset != upload.Received) return TypedResults.Conflict();
        if (request.ContentLength is not { } length) return TypedResults.StatusCode(StatusCodes.Status411LengthRequired);
        if (length > UploadsOnTheWay.LargestPiece) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var piece = new byte[length];
        if (!await IsRead(request.Body, piece, context.RequestAborted)) return TypedResults.BadRequest();
        var end = IsAltered(request.Headers["Upload-Checksum"].ToString(), piece) ? PieceEnd.Altered : await uploads.Take(upload, offset, piece);
        if (end == PieceEnd.Kept) Tell(context, upload);
        return TypedResults.StatusCode(StatusOf(end));
    }

    static int StatusOf(PieceEnd end) => end switch
    {
        PieceEnd.Kept => StatusCodes.Status204NoContent,
        PieceEnd.WrongOffset => StatusCodes.Status409Conflict,
        PieceEnd.TooLong => StatusCodes.Status413PayloadTooLarge,
        PieceEnd.Altered => ChecksumMismatch,
        _ => StatusCodes.Status400BadRequest,
    };

    // Broken off on the way: nothing of this piece is kept, and everything before it is.
    static async Task<bool> IsRead(Stream body, Memory<byte> piece, CancellationToken stop)
    {
        try
        {
            await body.ReadExactlyAsync(piece, stop);
            return true;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return false;
        }
    }

    static void Tell(HttpContext context, Upload upload)
    {
        var headers = context.Response.Headers;
        headers["Upload-Offset"] = upload.Received.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Length"] = upload.Length.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Whose request it is; a script gets a number where a page would be sent to sign in.</summary>
    static async Task<CitizenSession?> Session(HttpContext context)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        context.Response.Headers["Tus-Resumable"] = Version;
        if (context.Request.Headers["Tus-Resumable"] != Version) return null;
        return (await context.AuthenticateAsync(CitizenSession.Scheme)).Principal is { } principal ? CitizenSession.Of(principal) : null;
    }

    static IResult Refused(HttpContext context)
    {
        if (context.Request.Headers["Tus-Resumable"] == Version) return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        context.Response.Headers["Tus-Version"] = Version;
        return TypedResults.StatusCode(StatusCodes.Status412PreconditionFailed);
    }

    static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The value of <c>sha256</c> among the pairs of names and base64.</summary>
    static byte[]? ContentHash(string metadata)
    {
        var pair = metadata.Split(',').Select(pair => pair.Trim().Split(' ')).FirstOrDefault(pair => pair is ["sha256", _]);
        return pair is null ? null : Hash(pair[1]);
    }

    static bool IsAltered(string checksum, byte[] piece) =>
        checksum.Length > 0 && !(checksum.Split(' ') is ["sha256", var said] && Hash(said) is { } hash && CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(piece)));

    static byte[]? Hash(string base64)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        return base64.Length <= 44 && Convert.TryFromBase64String(base64, hash, out var length) && length == hash.Length ? hash : null;
    }
}
