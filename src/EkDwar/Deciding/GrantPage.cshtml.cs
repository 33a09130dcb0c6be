using EkDwar.Cases;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Deciding;

/// <summary>Asks once more before a certificate is issued, and names what will be.</summary>
public sealed class GrantPage(LookAtCase look, UnsentForms unsent, GrantApplication grant) : DecisionPage(look, unsent)
{
    protected override string Action => "grant";

    public Task<IActionResult> OnGet(string reference) => Start(reference);

    public Task<IActionResult> OnPost(string reference, string? version, string? words) =>
        After("granted", reference, id => grant.Run(Session, id, Seen(version), words));
}
