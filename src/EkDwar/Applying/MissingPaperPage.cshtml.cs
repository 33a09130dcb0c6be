using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>Gives a paper the acknowledgement named as missing; the clock starts with the last one.</summary>
public sealed class MissingPaperPage(TrackCase track, AttachPaper attach, GiveMissingPaper give) : CitizenPage, IPaperFields
{
    public CaseReference Reference { get; private set; }
    public Question Question { get; private set; } = null!;
    public string Kind { get; private set; } = "";
    public bool IsPageHeading => true;

    public async Task<IActionResult> OnGet(string reference, string question) => await Open(reference, question) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string reference, string question)
    {
        if (!await Open(reference, question)) return NotFound();
        Kind = FormAnswer.Read(Request.Form)["kind"];
        var file = Request.Form.Files.GetFile(FormAnswer.FieldOf("file"));
        await using var content = file?.OpenReadStream();
        var paper = await attach.Run(Kind, content, file?.Length ?? 0);
        var given = paper.IsDone ? await give.Run(Session, Reference.CaseId, question, paper.Value) : paper.Refusals.ToList();
        if (given.IsDone) return Redirect(At($"cases/{Reference}/submitted"));
        Refuse(given.Refusals, FormAnswer.FieldOf);
        return Page();
    }

    async Task<bool> Open(string reference, string question)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForAccount(Session, parsed) is not { } file) return false;
        Reference = parsed;
        Question = Interview.MissingPapers(file.Service, file.Answers).FirstOrDefault(q => q.Id == question)!;
        return Question is not null;
    }
}
