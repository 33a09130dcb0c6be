using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.People.Mandates;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Mandates;

/// <summary>Whom she lets act, as she typed it: name, mobile, which service, and until when; a day the page could not read is null.</summary>
public sealed record MandateForm(string? Name, string? Mobile, string? Service, DateOnly? UntilOn);

/// <summary>
/// Use case: somebody says who may apply for one service in her name, and until when. Nothing holds yet: a code goes to her own
/// mobile. Asked for again, what was not confirmed before is forgotten.
/// </summary>
public sealed class GiveMandate(EkDwarDb db, OneTimeCodes codes, Accounts accounts, PublishedServices services, MandateDesk desk)
{
    const int AtMost = 10, Longest = 200;

    public async Task<Outcome<Guid>> Run(CitizenSession session, string state, string language, MandateForm form)
    {
        if (await desk.Own(session) is not var (person, account)) return MandateDesk.NotYours;
        if (desk.Rules(state) is not { } rules) return new Refusal("applying.mandate.not_here");
        var faults = new List<Refusal>();
        var name = (form.Name ?? "").Trim();
        if (!name.Any(char.IsLetter) || name.Length > Longest || name.Any(char.IsControl) || name.Contains('\uFFFD')) faults.Add(new("people.name_needed", "name"));
        if (!PhoneNumber.TryParse(form.Mobile, out var mobile)) faults.Add(new("people.mobile_unreadable", "mobile"));
        else if (accounts.HashOf(mobile) == account.MobileHash) faults.Add(new("applying.mandate.own_mobile", "mobile"));
        if (form.Service is not { Length: > 0 } || await services.Current(state, form.Service) is null) faults.Add(new("applying.mandate.service_needed", "service"));
        if (form.UntilOn is not { } until || until < desk.Today || until > desk.Today.AddDays(rules.Days)) faults.Add(new("applying.mandate.until_wrong", "until-day", ("days", $"{rules.Days}")));
        if (faults.Count > 0) return faults;
        var all = await db.Set<Mandate>().Where(one => one.PersonId == person.PersonId && one.EndedAt == null).ToListAsync();
        if (all.Count(one => one.Holds(desk.Today)) >= AtMost) return new Refusal("applying.mandate.too_many", "name", ("count", $"{AtMost}"));
        db.RemoveRange(all.Where(one => one.ConfirmedAt is null));
        var id = Guid.CreateVersion7();
        db.Add(new Mandate
        {
            MandateId = id, PersonId = person.PersonId, GivenToHash = accounts.HashOf(mobile), GivenTo = Mandate.Seal(id, name, mobile, accounts.KeyOf(person)), State = state, ServiceId = form.Service!,
            UntilOn = form.UntilOn!.Value, AskedAt = desk.Now,
        });
        if (await codes.Send(accounts.MobileOf(account), MandateDesk.PurposeOf(id), language) is { } wait) return wait with { Field = "name" };
        await db.Save();
        return id;
    }
}
