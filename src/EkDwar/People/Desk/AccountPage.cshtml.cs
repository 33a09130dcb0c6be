using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Desk;

/// <summary>
/// An official's own account: how she signs in, and her passkeys, which she may take away. Adding one asks for a session
/// begun with password and code, so that a passkey alone never makes another.
/// </summary>
public sealed class AccountPage(EkDwarDb db, AddPasskey add, PasskeySite site, TimeProvider time) : DeskPage
{
    public Official Official { get; private set; } = null!;
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];
    public string? Done { get; private set; }
    public bool IsPossible => site.IsPossible;

    /// <summary>What the browser asks the authenticator for a new one; null when none may be added now.</summary>
    public PasskeyQuestion? Question { get; private set; }

    /// <summary>The name proposed for a new one.</summary>
    public string Proposed => T("people.passkey.proposed_name", ("date", LongDate.Of(time.Today(), Language)));

    async Task<bool> IsByPasskey() => await BeganWith() is not null;

    async Task<string?> BeganWith() => (await HttpContext.AuthenticateAsync(DeskSession.Scheme)).Properties?.GetString(DeskSession.ByPasskey);

    public async Task OnGet()
    {
        if (JustDone() is ("added" or "removed", _) told) Done = T("people.passkey.done_" + told.Act);
        await Open();
    }

    public async Task<IActionResult> OnPostAdd(string? name, string? credential, string? challenge)
    {
        if (await IsByPasskey()) return StatusCode(StatusCodes.Status403Forbidden);
        var added = await add.Run(Session.OfficialId, name, credential, challenge);
        if (added.IsDone) return SeeOther(Desk("account"), "added", added.Value.ToString());
        Refuse(added.Refusals);
        await Open();
        return Page();
    }

    public async Task<IActionResult> OnPostRemove(Guid passkey, [FromServices] RemovePasskey remove)
    {
        var removed = await remove.Run(Session.OfficialId, passkey);
        if (removed.IsDone)
        {
            // Whoever sits there with the key that was taken away has nothing more to do here.
            if (await BeganWith() == passkey.ToString()) await HttpContext.SignOutAsync(DeskSession.Scheme);
            return SeeOther(Desk("account"), "removed", removed.Value.ToString());
        }
        Refuse(removed.Refusals);
        await Open();
        return Again(StatusCodes.Status404NotFound);
    }

    public string When(DateTime at) => DayPart.At(StateTime.Day(at), TimeOnly.FromDateTime(StateTime.Local(at)), Language);

    async Task Open()
    {
        Official = await db.Set<Official>().AsNoTracking().SingleAsync(official => official.OfficialId == Session.OfficialId);
        Passkeys = await db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.OfficialId == Session.OfficialId).OrderBy(passkey => passkey.AddedAt).ToListAsync();
        if (site.IsPossible && !await IsByPasskey()) Question = await add.Ask(Official, Official.Names.In(Language));
    }
}
