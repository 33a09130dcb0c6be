using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People;

/// <summary>Several persons share one mobile: for whom is this?</summary>
public sealed class PersonPage(Accounts accounts, AddPerson add) : CitizenPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<(Guid PersonId, string Name)> Persons { get; private set; } = [];

    public async Task OnGet() => Persons = await accounts.Persons(Session.AccountId);

    public async Task<IActionResult> OnPost(Guid? person)
    {
        Persons = await accounts.Persons(Session.AccountId);
        if (Persons.Any(known => known.PersonId == person)) return await Become(person!.Value);
        Problem("person", "people.choose_person");
        return Page();
    }

    public async Task<IActionResult> OnPostAdd(string? name)
    {
        var added = await add.Run(Session.AccountId, name);
        if (added.IsDone) return await Become(added.Value);
        Persons = await accounts.Persons(Session.AccountId);
        Refuse(added.Refusals);
        return Page();
    }

    async Task<IActionResult> Become(Guid personId)
    {
        await HttpContext.SignInAsync(CitizenSession.Scheme, new CitizenSession(Session.AccountId, personId).ToPrincipal());
        return Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : At("my"));
    }
}
