using EkDwar.Cases;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing;

/// <summary>One page of a citizen's paper, as wide as the screen, with the way to its other pages; and what was sent, for the post that decides.</summary>
public sealed class PaperPage(LookAtCase look, DeskPapers papers) : DeskPage
{
    public CaseReference Reference { get; private set; }
    public DeskPaper Paper { get; private set; } = null!;
    public bool MayHaveOriginals { get; private set; }
    public string CaseAddress => Desk("cases/" + Reference);
    public string Address => $"{CaseAddress}/papers/{Paper.Question.Id}";

    public string At(int page) => $"{Address}?page={page}";

    public async Task<IActionResult> OnGet(string reference, string question, [FromQuery(Name = "page")] int number = 1)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var opened = await look.Run(Session, parsed, "case", file => DeskPapers.IsThere(file, question, number));
        if (!opened.IsDone || await papers.One(opened.Value, question, number) is not { } paper) return NoSuchCase();
        (Reference, Paper) = (parsed, paper);
        MayHaveOriginals = DeskPapers.MayHaveOriginals(opened.Value, Session.PostId) && paper.Sight is PaperSight.Shown or PaperSight.CannotBeShown;
        return Page();
    }
}
