using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying.Parties;

/// <summary>What a party reads of herself in somebody's application, and her yes or no. Nothing else of the case is here.</summary>
public sealed class ConsentPage(OwnConsents own, AnswerConsent answer, TakeBackConsent takeBack, PostDirectory directory, TimeProvider time) : CitizenPage
{
    public CaseReference Reference { get; private set; }
    public AskedConsent Asked { get; private set; } = null!;
    public ApplicantName Applicant { get; private set; } = ApplicantName.Unknown;
    public IReadOnlyList<(LocalText Label, IReadOnlyList<string> Lines)> Shown { get; private set; } = [];

    /// <summary>The person of the account who is answering.</summary>
    public string Me { get; private set; } = "";
    public string Role => Asked.State.Party.Rule.Names.In(Language);
    public bool IsSomebodyElse => Asked.IsSomebodyElse(Session);
    public string Address => At($"cases/{Reference}/consents/{Asked.State.Party.Key}");

    public async Task<IActionResult> OnGet(string reference, string party)
    {
        if (!await Open(reference, party)) return NotFound();
        return Session.PersonId is null ? Redirect(ChoosePerson) : Page();
    }

    /// <summary>Where somebody says which of those on this mobile she is.</summary>
    public string ChoosePerson => At("sign-in/person") + QueryString.Create("returnUrl", Address);

    public Task<IActionResult> OnPost(string reference, string party, string? shown, string? agrees) =>
        After(reference, party, new(Consents: true, shown ?? "", agrees == "yes", null));

    public Task<IActionResult> OnPostDecline(string reference, string party, string? shown, string? words) =>
        After(reference, party, new(Consents: false, shown ?? "", false, words));

    public async Task<IActionResult> OnPostTakeBack(string reference, string party, string? words)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NotFound();
        var taken = await takeBack.Run(Session, parsed.CaseId, party, words);
        if (!await Open(reference, party)) return NotFound();
        // A double click: the other request has taken it back.
        if (taken.IsDone || !Asked.State.HasConsented) return Redirect(Address);
        Refuse(taken.Refusals);
        return Page();
    }

    async Task<IActionResult> After(string reference, string party, ConsentReply reply)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NotFound();
        var answered = await answer.Run(Session, parsed.CaseId, party, reply);
        // What was read for the act is not what is shown: somebody else may have acted since.
        if (!await Open(reference, party)) return NotFound();
        // A double click: the other request has answered, or she has before.
        if (answered.IsDone || (!Asked.IsOpen && answered.Refusals[0].Code == "applying.consent_closed")) return Redirect(Address);
        Refuse(answered.Refusals);
        return Page();
    }

    async Task<bool> Open(string reference, string party)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await own.Open(Session, parsed.CaseId, party) is not { } asked || asked.File.Case.Reference != parsed) return false;
        (Reference, Asked) = (parsed, asked);
        SpeakFor(asked.File.Case.State);
        Applicant = ApplicantName.Of(asked.File.Service, asked.File.Answers, asked.File.Case.Language);
        Shown = asked.State.Party.Shown(Language, new AnswerFacts(time.Today(), await directory.Offered(asked.File.Service), Language));
        Me = await own.NameOf(Session) ?? "";
        return true;
    }
}
