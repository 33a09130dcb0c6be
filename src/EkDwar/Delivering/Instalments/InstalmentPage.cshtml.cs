using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Delivering.Instalments;

/// <summary>One instalment at the desk: what must hold is recorded here, that it was paid, and that the bank sent it back, each by the post whose it is.</summary>
public sealed class InstalmentPage(LookAtInstalment look, RecordNeed record, PayInstalment pay, ReturnInstalment back) : DeskPage
{
    public OpenInstalment Opened { get; private set; } = null!;
    public InstalmentLine Line { get; private set; } = null!;
    public InstalmentRule Rule => Line.Rule;
    public Instalment Part => Opened.Part;
    public CaseFile Case => Opened.File;
    public ApplicantName Name => ApplicantName.Of(Case.Service, Case.Answers, Case.Case.Language);
    public string Account => Case.Answers[Case.Service.Sanction!.Account] is { } account ? BankAccountType.Masked(account) : "";
    public string Address => Desk($"cases/{Case.Case.Reference}/instalments/{Part.Seq}");
    public bool IsPayable { get; private set; }

    /// <summary>What was just recorded here.</summary>
    public string? Done { get; private set; }

    public IReadOnlyList<Choice> Reasons => [new("", T("delivering.return_choose_one")), .. InstalmentRegister.Reasons.Select(reason => new Choice(reason, T("cases.returned." + reason)))];
    public IReadOnlyList<Choice> YesNo => [new("yes", T("questions.yes")), new("no", T("questions.no"))];

    public async Task<IActionResult> OnGet(string reference, int seq)
    {
        if (!await Open(reference, seq)) return NoSuchCase();
        if (JustDone() is var (act, about) && about == $"{Case.Case.Reference}/{seq}") Done = T("delivering.instalment_done." + act);
        return Page();
    }

    public Task<IActionResult> OnPostNeed(string reference, int seq, string? version, string? holds, string? percent, string? words) =>
        After("need", reference, seq, id => record.Run(Session, id, seq, Seen(version), new(holds, percent, words)));

    public Task<IActionResult> OnPostPaid(string reference, int seq, string? version, string? bank)
    {
        string Box(string part) => Request.Form["paid-" + part].ToString();
        var day = TypedDate.Read(Box("day"), Box("month"), Box("year"), Language);
        return After("paid", reference, seq, async id => day.IsDone ? await pay.Run(Session, id, seq, Seen(version), (day.Value, bank))
            : day.Refusals.Select(refusal => refusal with { Field = "paid-" + refusal.Field }).ToList());
    }

    public Task<IActionResult> OnPostReturned(string reference, int seq, string? version, string? reason, string? words) =>
        After("returned", reference, seq, id => back.Run(Session, id, seq, Seen(version), (reason, words)));

    async Task<IActionResult> After(string act, string reference, int seq, Func<long, Task<Outcome<CaseReference>>> run)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var outcome = await run(parsed.CaseId);
        if (outcome.IsDone) return SeeOther(Desk($"cases/{parsed}/instalments/{seq}"), act, $"{parsed}/{seq}");
        if (!await Open(reference, seq)) return NoSuchCase();
        foreach (var refusal in outcome.Refusals) Show(refusal);
        return outcome.Refusals.Contains(Acts.SomebodyElseWasFirst) ? Again(StatusCodes.Status409Conflict) : Page();
    }

    static long Seen(string? version) => long.TryParse(version, out var seen) ? seen : -1;

    async Task<bool> Open(string reference, int seq)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await look.Run(Session, parsed, seq, Language) is not { } seen) return false;
        (Opened, Line, IsPayable) = (seen.Open, seen.Line, seen.IsPayable);
        return true;
    }
}
