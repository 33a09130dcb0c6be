using EkDwar.Cases.Emergencies;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing.Emergencies;

/// <summary>Where an official asks to open a case in an emergency, sees what became of it, and answers those who ask from posts below hers.</summary>
public sealed class EmergenciesPage(ReadEmergencies read, EkDwarDb db, TimeProvider time) : DeskPage
{
    static readonly string[] Acts = ["asked", "Allowed", "Refused", "NothingThere"];

    public EmergencyLists Lists { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    protected override bool IsForSigning => true;

    public IReadOnlyList<Choice> Reasons => [.. Lists.Rules?.Reasons.Select(reason => new Choice(reason.Code, Words(reason.Names))) ?? []];

    public async Task OnGet()
    {
        if (JustDone() is var (act, _) && Acts.Contains(act)) Done = T("processing.emergency.done_" + act);
        Lists = await read.Run(Session);
    }

    public async Task<IActionResult> OnPostAsk(string? reference, string? reason, string? words, [FromServices] AskInEmergency ask)
    {
        var asked = await ask.Run(Session, reference, reason, words);
        return asked.IsDone ? SeeOther(Desk("emergencies"), "asked", asked.Value.ToString()) : await Refused(asked.Refusals);
    }

    public Task<IActionResult> OnPostAllow(Guid request, [FromServices] AnswerEmergency answer) => Answer(request, answer, isAllowed: true);

    public Task<IActionResult> OnPostRefuse(Guid request, [FromServices] AnswerEmergency answer) => Answer(request, answer, isAllowed: false);

    public string When(DateTime at) => DayPart.At(at, Language);

    public string ReasonOf(EmergencyRequest request) => Lists.Rules.Named(request.Reason, Language);

    public bool IsOpen(EmergencyRequest request) => request.IsOpen(time.UtcNow());

    /// <summary>How it stands with a request, in words.</summary>
    public string Standing(EmergencyRequest request) => request.Status switch
    {
        EmergencyStatus.Asked => request.Waits(time.UtcNow()) ? T("processing.emergency.waits", ("when", When(request.AnswerBy))) : T("processing.emergency.lapsed"),
        EmergencyStatus.Allowed => T(IsOpen(request) ? "processing.emergency.open_until" : "processing.emergency.closed", ("when", When(request.OpenUntil!.Value))),
        EmergencyStatus.Refused => T("processing.emergency.refused"),
        _ => T("processing.emergency.nothing_there"),
    };

    async Task<IActionResult> Answer(Guid request, AnswerEmergency answer, bool isAllowed)
    {
        var answered = await answer.Run(Session, request, isAllowed);
        if (answered.Refusals.Contains(Cases.SignedActs.ProveFirst)) return SeeOther(ProveAt(Desk("emergencies")));
        return answered.IsDone ? SeeOther(Desk("emergencies"), $"{answered.Value}", request.ToString()) : await Refused(answered.Refusals);
    }

    async Task<IActionResult> Refused(IReadOnlyList<Refusal> refusals)
    {
        db.ChangeTracker.Clear();
        Lists = await read.Run(Session);
        Refuse(refusals);
        if (refusals[0].Field is not null) return Page();
        return Again(refusals[0] == EmergencyDesk.NotYours ? StatusCodes.Status404NotFound : refusals[0] == Cases.Acts.SomebodyElseWasFirst || refusals[0] == EmergencyDesk.Answered
            ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden);
    }
}
