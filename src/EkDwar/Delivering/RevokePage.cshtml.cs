using EkDwar.Cases;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering;

/// <summary>The certificates of a case, each with what became of it; the post that decided may take the valid one back, with a reason.</summary>
public sealed class RevokePage(LookAtCase look, UnsentForms unsent, RevokeCertificate revoke, PostDirectory directory, EkDwarDb db) : DeskPage
{
    const string Unsent = "certificate";

    public CaseFile Opened { get; private set; } = null!;
    public IReadOnlyList<Certificate> Newest { get; private set; } = [];

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    /// <summary>Whether the page shows words she could not send before her session ended.</summary>
    public bool HasUnsent { get; private set; }

    public string Address => Desk("cases/" + Opened.Case.Reference);

    /// <summary>Whether she has proved lately enough who she is to sign here.</summary>
    public bool IsProved => Opened.IsProved(Session);

    protected override bool IsForSigning => true;
    bool isOurs;
    public bool MayRevoke => !Session.IsDelegate && IsRevocable;

    /// <summary>Whether the post may take the newest back: if she is its delegate, whoever answers for it does.</summary>
    public bool IsRevocable => Newest is [{ Status: CertificateStatus.Valid }, ..] && isOurs;
    public bool IsBeingMade => Opened.Case.Status == CaseStatus.Granted && (Newest.Count == 0 || Newest[0].Status == CertificateStatus.Replaced);

    public IReadOnlyList<Choice> Ways =>
    [
        new("only", T("delivering.desk.revoke_only")) { Hint = T("delivering.desk.revoke_only_hint") },
        new("anew", T("delivering.desk.revoke_anew")) { Hint = T("delivering.desk.revoke_anew_hint") },
    ];

    public async Task<IActionResult> OnGet(string reference)
    {
        if (await Open(reference) is { } answer) return answer;
        // Sent twice with another way, the first one counts: told is what became of it.
        if (JustDone() is ("revoked", var done) && done == Opened.Case.Reference.ToString())
            Done = T("delivering.desk.done_" + (Newest[0].Status == CertificateStatus.Revoked ? "revoked" : "replaced"));
        if (!MayRevoke || await unsent.Of(Session, Opened, Unsent) is not { } fields) return Page();
        PutBack(fields);
        HasUnsent = true;
        return Page();
    }

    public async Task<IActionResult> OnPost(string reference, string? version, string? way, string? words)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        HasUnsent = Request.Form["kept"] == "yes";
        var problems = new List<Refusal>();
        if (way is not ("only" or "anew")) problems.Add(new("delivering.desk.way_needed", "way"));
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) problems.Add(unfit);
        int? status = null;
        if (problems.Count == 0)
        {
            var outcome = await revoke.Run(Session, parsed.CaseId, long.TryParse(version, out var seen) ? seen : -1, words, reissue: way == "anew");
            if (outcome.IsDone && HasUnsent) await unsent.Drop(Session, parsed.CaseId, Unsent);
            if (outcome.IsDone) return SeeOther(Desk($"cases/{parsed}/certificate"), "revoked", outcome.Value.ToString());
            problems.AddRange(outcome.Refusals);
            status = problems.Contains(Acts.SomebodyElseWasFirst) ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden;
        }
        if (await Open(reference) is { } answer) return answer;
        if (problems.Contains(SignedActs.ProveFirst))
        {
            await unsent.Keep(Session, Opened, Unsent, UnsentForms.Typed(Request.Form));
            return SeeOther(ProveAt(Address + "/certificate"));
        }
        foreach (var problem in problems) Show(problem.Code == DeskCases.NotYours.Code ? new Refusal("cases.action_not_here") : problem);
        return status is { } known ? Again(known) : Page();
    }

    public string When(DateTime at) => DayPart.At(at, Language);

    async Task<IActionResult?> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var opened = await look.Run(Session, parsed, "certificates");
        if (!opened.IsDone) return NoSuchCase();
        Opened = opened.Value;
        Newest = await db.Set<Certificate>().AsNoTracking().Where(c => c.CaseId == parsed.CaseId).OrderByDescending(c => c.Seq).ToListAsync();
        isOurs = Newest.Count > 0 && await directory.IsOf(Newest[0].PostId, Session.PostId);
        return null;
    }
}
