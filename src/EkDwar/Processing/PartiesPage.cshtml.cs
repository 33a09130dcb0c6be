using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Catalogue.Questions;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing;

/// <summary>The parties of a case on the desk: how it stands with each, what she consents to, read out to her, and that she signed.</summary>
public sealed class PartiesPage(LookAtParties look, RecordSignature record, CaseParties parties, Timeline timeline, PostDirectory directory) : DeskPage
{
    public CaseFile Opened { get; private set; } = null!;
    public IReadOnlyList<PartyLine> Lines { get; private set; } = [];

    /// <summary>Those who may sign now.</summary>
    public IReadOnlyList<PartyState> MaySign { get; private set; } = [];
    public AnswerFacts Facts { get; private set; } = null!;
    public string Address => Desk($"cases/{Opened.Case.Reference}/parties");
    public bool IsDone { get; private set; }

    public IReadOnlyList<Choice> Papers => [new("", T("processing.signature_choose")), .. SeenSignature.Papers.Select(paper => new Choice(paper, T("cases.identified." + paper)))];

    public async Task<IActionResult> OnGet(string reference)
    {
        if (!await Open(reference)) return NoSuchCase();
        IsDone = JustDone() is ("signed", var about) && about == Opened.Case.Reference.ToString();
        return Page();
    }

    public async Task<IActionResult> OnPost(string reference, string? version, string? party)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        string Typed(string part) => Request.Form[$"signed-{party}-{part}"].ToString();
        var day = TypedDate.Read(Typed("day"), Typed("month"), Typed("year"), Language);
        var outcome = day.IsDone ? await record.Run(Session, parsed.CaseId, long.TryParse(version, out var seen) ? seen : -1,
            new(party ?? "", day.Value, Request.Form["identified-" + party].ToString())) : day.Refusals.Select(refusal => refusal with { Field = "signed-" + refusal.Field }).ToList();
        if (outcome.IsDone) return SeeOther(Desk($"cases/{parsed}/parties"), "signed", parsed.ToString());
        if (outcome.Refusals.Contains(DeskCases.NotYours) || !await Open(reference)) return NoSuchCase();
        Refuse(outcome.Refusals, field => $"{field.Split('-')[0]}-{party}{field[field.Split('-')[0].Length..]}");
        return outcome.Refusals.Contains(Acts.SomebodyElseWasFirst) ? Again(StatusCodes.Status409Conflict) : Page();
    }

    async Task<bool> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await look.Run(Session, parsed) is not { IsDone: true, Value: var file }) return false;
        var all = await parties.Of(file);
        Opened = file;
        Lines = PartyLine.Of(all, await timeline.Of(file), Language);
        MaySign = file.Case.Status is CaseStatus.AwaitingPapers or CaseStatus.AwaitingConsent ? [.. all.Where(party => !party.HasConsented)] : [];
        Facts = new(StateTime.Day(file.Case.SubmittedAt), await directory.Offered(file.Service), Language);
        return true;
    }
}
