using EkDwar.Cases;
using EkDwar.Foundation.Files;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing;

/// <summary>One page of a citizen's paper, as wide as the screen, with the way to its other pages, and what a digital signature in it says.</summary>
public sealed class PaperPage(LookAtCase look, DeskPapers papers, FileStore files) : DeskPage
{
    public CaseReference Reference { get; private set; }
    public DeskPaper Paper { get; private set; } = null!;
    public IReadOnlyList<PdfSignature> Signatures { get; private set; } = [];
    public string CaseAddress => Desk("cases/" + Reference);
    public string Address => $"{CaseAddress}/papers/{Paper.Question.Id}";

    public string At(int page) => $"{Address}?page={page}";

    public async Task<IActionResult> OnGet(string reference, string question, [FromQuery(Name = "page")] int number = 1)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var opened = await look.Run(Session, parsed, "case", file => DeskPapers.IsThere(file, question, number));
        if (!opened.IsDone || await papers.One(opened.Value, question, number) is not { } paper) return NoSuchCase();
        (Reference, Paper, Signatures) = (parsed, paper, DeskPapers.Signatures(paper, files));
        return Page();
    }
}
