using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Delivering.Benefits;

/// <summary>One entry of the beneficiary register, to the post that sanctioned it, which may stop it here.</summary>
public sealed class BenefitPage(LookAtCase look, PayingDesk desk, ReadBenefit read, UnsentForms unsent, TimeProvider time) : DeskPage
{
    public CaseFile Opened { get; private set; } = null!;
    public Beneficiary Entry { get; private set; } = null!;
    public IReadOnlyList<InstalmentLine> Instalments { get; private set; } = [];
    public ApplicantName Name => ApplicantName.Of(Opened.Service, Opened.Answers, Opened.Case.Language);
    public string Account => Opened.Answers[Opened.Service.Sanction!.Account] is { } account ? BankAccountType.Masked(account) : "";
    public string Address => Desk($"cases/{Opened.Case.Reference}/benefit");

    public string InstalmentsAt => Desk($"cases/{Opened.Case.Reference}/instalments");

    /// <summary>Whether she has proved lately enough who she is to sign here.</summary>
    public bool IsProved => Opened.IsProved(Session);

    /// <summary>Whether the form stands there: no delegate stops a benefit.</summary>
    public bool MayStop => Entry.Status != BenefitStatus.Stopped && !Session.IsDelegate;

    /// <summary>Whether the page shows words she could not send before.</summary>
    public bool HasUnsent { get; private set; }

    protected override bool IsForSigning => true;

    const string Unsent = "benefit";

    public async Task<IActionResult> OnGet(string reference)
    {
        if (await Open(reference) is { } answer) return answer;
        if (!IsProved || await unsent.Of(Session, Opened, Unsent) is not { } fields) return Page();
        PutBack(fields);
        HasUnsent = true;
        return Page();
    }

    public async Task<IActionResult> OnPost(string reference, string? version, string? words, [FromServices] StopBenefit stop)
    {
        HasUnsent = Request.Form["kept"] == "yes";
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var stopped = await stop.Run(Session, parsed.CaseId, long.TryParse(version, out var seen) ? seen : -1, words);
        if (stopped.IsDone && HasUnsent) await unsent.Drop(Session, parsed.CaseId, Unsent);
        if (stopped.IsDone) return SeeOther(Desk($"cases/{parsed}/benefit"));
        if (await Open(reference) is { } answer) return answer;
        if (stopped.Refusals.Contains(SignedActs.ProveFirst))
        {
            await unsent.Keep(Session, Opened, Unsent, UnsentForms.Typed(Request.Form));
            return SeeOther(ProveAt(Address));
        }
        foreach (var refusal in stopped.Refusals) Show(refusal);
        return stopped.Refusals.Contains(Acts.SomebodyElseWasFirst) ? Again(StatusCodes.Status409Conflict) : Page();
    }

    async Task<IActionResult?> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        // Asked before the look is recorded: who is told that there is nothing has looked at nothing.
        if (!await desk.Has(Session, parsed.CaseId)) return NoSuchCase();
        var opened = await look.Run(Session, parsed, "benefit");
        if (!opened.IsDone || await read.Run(opened.Value, Language, time.Today()) is not var (entry, lines)) return NoSuchCase();
        (Opened, Entry, Instalments) = (opened.Value, entry, lines);
        return null;
    }
}
