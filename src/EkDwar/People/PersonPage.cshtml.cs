using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People.Mandates;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People;

/// <summary>Several persons share one mobile: for whom is this?</summary>
public sealed class PersonPage(Accounts accounts, AddPerson add, EkDwarDb db, TimeProvider time) : CitizenPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<(Guid PersonId, string Name)> Persons { get; private set; } = [];

    /// <summary>Others who let her act for them.</summary>
    public IReadOnlyList<(Guid PersonId, string Name)> Others { get; private set; } = [];

    public Task OnGet() => Read();

    public async Task<IActionResult> OnPost(Guid? person)
    {
        await Read();
        if (Persons.Any(known => known.PersonId == person)) return await Become(person!.Value);
        if (Others.Any(known => known.PersonId == person)) return await Become(person!.Value, isForAnother: true);
        Problem("person", "people.choose_person");
        return Page();
    }

    public async Task<IActionResult> OnPostAdd(string? name)
    {
        var added = await add.Run(Session.AccountId, name);
        if (added.IsDone) return await Become(added.Value);
        await Read();
        Refuse(added.Refusals);
        return Page();
    }

    async Task Read()
    {
        Persons = await accounts.Persons(Session.AccountId);
        Others = [.. (await db.ActsFor(Session.AccountId, time.Today())).Select(person => (person.PersonId, accounts.ProfileOf(person).Name))];
    }

    async Task<IActionResult> Become(Guid personId, bool isForAnother = false)
    {
        await HttpContext.SignInAsync(CitizenSession.Scheme, (new CitizenSession(Session.AccountId, personId) { IsForAnother = isForAnother }).ToPrincipal());
        return Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : At("my"));
    }
}
