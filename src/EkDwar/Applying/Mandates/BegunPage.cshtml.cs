using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying.Mandates;

/// <summary>What was typed in her name before the mandate ended, by whom, and the way to take it over.</summary>
public sealed class BegunPage(BegunForHer begun, EkDwarDb db) : CitizenPage
{
    public BegunDraft Begun { get; private set; } = null!;
    public ServiceDefinition Service => Begun.Draft.Service;
    public string SavedAt => DayPart.At(Begun.Draft.Draft.UpdatedAt, Language);
    public IReadOnlyList<Question> Answered => [.. Service.Questions.Where(question => Begun.Draft.Answers.Has(question.Id))];

    public IReadOnlyList<string> Lines(Question question) => Interview.Show(question, Begun.Draft.Answers, Language, Begun.Draft.Facts with { Language = Language });

    public async Task<IActionResult> OnGet(Guid draft) => await Open(draft) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid draft, [FromServices] TakeOverDraft takeOver)
    {
        var taken = await takeOver.Run(Session, draft);
        if (taken.IsDone) return Redirect($"/{taken.Value.State}/{Language}/apply/{taken.Value.Id}/check-answers");
        db.ChangeTracker.Clear();
        if (!await Open(draft)) return NotFound();
        Refuse(taken.Refusals);
        return Page();
    }

    async Task<bool> Open(Guid draft)
    {
        if (await begun.Open(Session, draft) is not { } found) return false;
        Begun = found;
        return true;
    }
}
