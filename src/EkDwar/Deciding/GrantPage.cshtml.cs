using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Deciding;

/// <summary>Asks once more before a certificate is issued, and names what will be.</summary>
public sealed class GrantPage(LookAtCase look, UnsentForms unsent, GrantApplication grant, TimeProvider time) : DecisionPage(look, unsent)
{
    protected override string Action => "grant";

    /// <summary>The whole account of a sanction, here alone: whoever decides compares it with the passbook. Null for any other service.</summary>
    public string? Account => Opened.Service.Sanction is { } sanction && Opened.Answers[sanction.Account] is { } account ? BankAccountType.Whole(account) : null;

    /// <summary>In which parts it will be paid; none where it is paid month by month.</summary>
    public IReadOnlyList<EkDwar.Catalogue.InstalmentDue> Parts => Opened.Service.Sanction?.Parts(Opened.Service.Questions, Opened.Answers, time.Today()) ?? [];

    /// <summary>What will be sanctioned a month, or in all.</summary>
    public string Amount => Opened.Service.Sanction?.Minor(Opened.Service.Questions, Opened.Answers, time.Today()) is { } minor ? IndianNumber.Rupees(minor) : "–";

    public Task<IActionResult> OnGet(string reference) => Start(reference);

    public Task<IActionResult> OnPost(string reference, string? version, string? words) =>
        After("granted", reference, id => grant.Run(Session, id, Seen(version), words, Ticks));
}
