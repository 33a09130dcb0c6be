using System.Text;
using EkDwar.Cases;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering;

/// <summary>The signed certificate, to the account that filed the case; the short address printed on it; and the keys anybody checks one with.</summary>
public static class CertificateEndpoints
{
    public static void MapCertificates(this WebApplication app)
    {
        app.MapGet("/{state}/{lang}/cases/{reference}/certificate.pdf", Read)
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = CitizenSession.Scheme });
        app.MapGet("/v/{number}", Verify);
        app.MapGet("/keys/certificates", Keys);
    }

    // An hour: a key that is withdrawn stops being relied upon within one, and whoever checks many codes asks seldom.
    static FileContentHttpResult Keys(IssuingKeys keys, HttpContext context)
    {
        var json = Encoding.ASCII.GetBytes(keys.Published.Json());
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Bytes(json, KeySet.ContentType, entityTag: new($"\"{CertificateFiles.HashOf(json)[..32]}\""));
    }

    // The short address carries no language: the page is shown in the state's own, and offers the others.
    static RedirectHttpResult Verify(string number, StateFaces states)
    {
        var state = number.Length > 2 ? states.Find(number[..2].ToLowerInvariant()) ?? states.First : states.First;
        return TypedResults.LocalRedirect($"/{state.Code}/{state.Language}/verify?number={Uri.EscapeDataString(number)}");
    }

    static async Task<Results<FileContentHttpResult, NotFound>> Read(string reference, HttpContext context, TrackCase track, EkDwarDb db, CertificateFiles files)
    {
        if (CitizenSession.Of(context.User) is not { } session || !CaseReference.TryParse(reference, out var parsed)) return TypedResults.NotFound();
        if (await track.ForSender(session, parsed) is not { } file) return TypedResults.NotFound();
        var certificate = await db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == parsed.CaseId && c.Status == CertificateStatus.Valid);
        if (certificate is null) return TypedResults.NotFound();
        return TypedResults.File(files.Read(certificate, file.Seal), "application/pdf", $"{certificate.NumberOf(parsed)}.pdf");
    }
}
