using EkDwar.Cases;
using EkDwar.Design;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Deciding;

/// <summary>Against: ground and words, then the citizen's letter exactly as she will read it, and only then it is sent.</summary>
public sealed class RefusePage(LookAtCase look, UnsentForms unsent, RefuseApplication refuse, RefusalLetters letters, TimeProvider time) : DecisionPage(look, unsent)
{
    protected override string Action => "refuse";

    /// <summary>Set while the letter is previewed.</summary>
    public RefusalLetter? Letter { get; private set; }

    [BindProperty(Name = "ground")]
    public string? Ground { get; set; }

    [BindProperty(Name = "words")]
    public string? Reasons { get; set; }

    public IReadOnlyList<Choice> Grounds => [.. Opened.Service.Grounds.Select(ground => new Choice(ground.Code, Words(ground.Names)) { Hint = Words(ground.Rule) })];

    public Task<IActionResult> OnGet(string reference) => Start(reference);

    /// <summary>Back from the letter to the form, with what was chosen and typed.</summary>
    public Task<IActionResult> OnPostChange(string reference) => Start(reference);

    public async Task<IActionResult> OnPostPreview(string reference)
    {
        var started = await Start(reference);
        if (Opened is null || !MayDecide || !Opened.IsProved(Session)) return started;
        var problems = RefuseApplication.Problems(Opened.Service, Ground, Reasons);
        if (Ticks.Unfit(Opened.Stage) is { } unticked) problems.Add(unticked);
        foreach (var problem in problems) Show(problem);
        if (problems.Count == 0) Letter = await letters.Of(Opened, new(Ground!, Reasons!, Session.PostId, time.UtcNow()));
        return started;
    }

    public Task<IActionResult> OnPostSend(string reference, string? version) =>
        After("refused", reference, id => refuse.Run(Session, id, Seen(version), Ground, Reasons, Ticks));
}
