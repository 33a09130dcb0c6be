using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying.Parties;

/// <summary>The applicant names another witness, or corrects a party's mobile, with the fields it was first given in.</summary>
public sealed class PartyPage(ChangeParty change, TimeProvider time) : CitizenPage, IQuestionFields
{
    public CaseReference Reference { get; private set; }
    public Party Party { get; private set; } = null!;
    public Question Question => Party.Anew!;
    public RawAnswer Typed { get; private set; } = RawAnswer.Nothing;
    public int Rows => 1;
    public AnswerFacts Facts { get; private set; } = null!;
    // A party is named, not shown a paper of.
    public GivenPaper? Paper => null;
    public string Address => At($"cases/{Reference}/parties/{Party.Key}");
    public IReadOnlyList<Guid> Uploaded => [];
    public IReadOnlyList<EarlierPaper> Earlier => [];
    public bool MayBringLater => false;
    public IReadOnlyList<OwnCertificate> Certificates => [];
    public ServiceDefinition? GotFrom => null;

    public async Task<IActionResult> OnGet(string reference, string party) => await Open(reference, party) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string reference, string party)
    {
        if (!await Open(reference, party)) return NotFound();
        Typed = FormAnswer.Read(Request.Form);
        var changed = await change.Run(Session, Reference.CaseId, party, Typed, Facts);
        if (changed.IsDone) return Redirect(At($"cases/{Reference}"));
        Refuse(changed.Refusals, FormAnswer.FieldOf);
        return Page();
    }

    async Task<bool> Open(string reference, string party)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await change.Open(Session, parsed.CaseId, party) is not var (file, found) || file.Case.Reference != parsed) return false;
        (Reference, Party, Facts) = (parsed, found, AnswerFacts.WithoutPlaces(time.Today()) with { Language = Language });
        SpeakFor(file.Case.State);
        return true;
    }
}
