using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Delivering.Instalments;

/// <summary>Where she gives another account after the bank sent an instalment back.</summary>
public sealed class AccountPage(CorrectAccount correct) : CitizenPage
{
    public CaseReference Reference { get; private set; }
    public Question Question { get; private set; } = new();
    public string Before { get; private set; } = "";
    public string Ifsc { get; private set; } = "";

    public async Task<IActionResult> OnGet(string reference) => await Open(reference) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string reference, string? ifsc, string? number, string? again)
    {
        if (!await Open(reference)) return NotFound();
        Ifsc = ifsc ?? "";
        var corrected = await correct.Run(Session, Reference, new(new Dictionary<string, string> { ["ifsc"] = ifsc ?? "", ["number"] = number ?? "", ["again"] = again ?? "" }));
        if (corrected.IsDone) return Redirect(At($"cases/{Reference}"));
        Refuse(corrected.Refusals);
        return Page();
    }

    async Task<bool> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await correct.Open(Session, parsed) is not { } file) return false;
        (Reference, Question) = (parsed, CorrectAccount.QuestionOf(file));
        Before = file.Answers[Question.Id] is { } account ? BankAccountType.Masked(account) : "";
        SpeakFor(file.Case.State);
        return true;
    }
}
