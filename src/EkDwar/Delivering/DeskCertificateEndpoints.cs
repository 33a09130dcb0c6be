using System.Globalization;
using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering;

/// <summary>A signed certificate, valid or not, to the desk that has or had its case. The look is recorded.</summary>
public static class DeskCertificateEndpoints
{
    public static void MapDeskCertificates(this WebApplication app)
    {
        var desk = new AuthorizeAttribute { AuthenticationSchemes = DeskSession.Scheme };
        app.MapGet("/desk/{lang}/cases/{reference}/certificates/{seq:int}.pdf", Read).RequireAuthorization(desk);
        app.MapGet("/desk/{lang}/cases/{reference}/earlier.pdf", Earlier).RequireAuthorization(desk);
    }

    static async Task<Results<FileContentHttpResult, NotFound>> Earlier(string reference, HttpContext context, ReadEarlierLicence read) =>
        DeskSession.Of(context.User) is { } session && CaseReference.TryParse(reference, out var parsed) && await read.Run(session, parsed) is var (pdf, number)
            ? TypedResults.File(pdf, "application/pdf", $"{number}.pdf") : TypedResults.NotFound();

    static async Task<Results<FileContentHttpResult, NotFound>> Read(string reference, int seq, HttpContext context, LookAtCase look, EkDwarDb db, CertificateFiles files)
    {
        if (DeskSession.Of(context.User) is not { } session || !CaseReference.TryParse(reference, out var parsed)) return TypedResults.NotFound();
        var certificate = await db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == parsed.CaseId && c.Seq == seq);
        var opened = await look.Run(session, parsed, "certificate " + seq.ToString(CultureInfo.InvariantCulture), _ => certificate is not null);
        if (!opened.IsDone || certificate is null) return TypedResults.NotFound();
        return TypedResults.File(files.Read(certificate, opened.Value.Seal), "application/pdf", $"{certificate.NumberOf(parsed)}.pdf");
    }
}
