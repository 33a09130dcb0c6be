using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying.Parties;

/// <summary>The applicant names another witness, or corrects a party's mobile, with the fields it was first given in.</summary>
public sealed class PartyPage(ChangeParty change, TimeProvider time) : AskingPage
{
    public CaseReference Reference { get; private set; }
    public Party Party { get; private set; } = null!;
    public override string Address => At($"cases/{Reference}/parties/{Party.Key}");

    public async Task<IActionResult> OnGet(string reference, string party) => await Open(reference, party) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string reference, string party)
    {
        if (!await Open(reference, party)) return NotFound();
        ReadForm();
        var changed = await change.Run(Session, Reference.CaseId, party, Typed, Facts);
        return changed.IsDone ? Redirect(At($"cases/{Reference}")) : Refused(changed.Refusals);
    }

    async Task<bool> Open(string reference, string party)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await change.Open(Session, parsed.CaseId, party) is not var (file, found) || file.Case.Reference != parsed) return false;
        (Reference, Party, Question, Facts) = (parsed, found, found.Anew!, AnswerFacts.WithoutPlaces(time.Today()) with { Language = Language });
        SpeakFor(file.Case.State);
        return true;
    }
}
