using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Files;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Processing;

/// <summary>A citizen's paper, to the officer whose desk has the case. Under a policy that lets nothing in it run.</summary>
public static class PapersEndpoints
{
    public static void MapPapers(this WebApplication app) => app.MapGet("/desk/{lang}/cases/{reference}/papers/{question}", Read)
        .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = DeskSession.Scheme });

    static async Task<Results<FileContentHttpResult, NotFound>> Read(string reference, string question, HttpContext context, LookAtCase look, FileStore files)
    {
        if (DeskSession.Of(context.User) is not { } session || !CaseReference.TryParse(reference, out var parsed)) return TypedResults.NotFound();
        var opened = await look.Run(session, parsed, "paper " + question, file => DocumentType.PaperOf(file.Answers[question]) is not null);
        if (!opened.IsDone) return TypedResults.NotFound();
        var paper = DocumentType.PaperOf(opened.Value.Answers[question])!;
        var bytes = paper.Read(files);
        context.Response.Headers["Content-Security-Policy"] = "sandbox; default-src 'none'";
        return TypedResults.File(bytes, paper.MediaType, paper.Format == "pdf" ? $"{question}.pdf" : null);
    }
}
