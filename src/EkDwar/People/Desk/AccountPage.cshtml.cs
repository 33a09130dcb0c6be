using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using EkDwar.People.SignOn;
using EkDwar.People.Staff;
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
    const int SignOnsShown = 10;

    public Official Official { get; private set; } = null!;
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];
    public string? Done { get; private set; }

    /// <summary>What an administrator did about her posts, her leave and her sign-in.</summary>
    public StaffRecord Record { get; private set; } = null!;

    /// <summary>Somebody reported that she has lost every factor, and nobody has confirmed it yet.</summary>
    public Enrolment? Reported { get; private set; }
    public bool IsPossible => site.IsPossible;

    /// <summary>What the browser asks the authenticator for a new one; null when none may be added now.</summary>
    public PasskeyQuestion? Question { get; private set; }

    /// <summary>The name proposed for a new one.</summary>
    public string Proposed => T("people.passkey.proposed_name", ("date", LongDate.Of(time.Today(), Language)));

    /// <summary>Her last sign-ons at her state's own sign-on, whatever became of them.</summary>
    public IReadOnlyList<SignOnRecord> SignOns { get; private set; } = [];

    async Task<bool> IsByPassword() => await BeganWith(DeskSession.ByPasskey) is null && await BeganWith(DeskSession.BySignOn) is null;

    async Task<string?> BeganWith(string what) => (await HttpContext.AuthenticateAsync(DeskSession.Scheme)).Properties?.GetString(what);

    public async Task OnGet()
    {
        if (JustDone() is ("added" or "removed" or "kept" or "password", _) told) Done = T("people.passkey.done_" + told.Act);
        await Open();
    }

    public async Task<IActionResult> OnPostAdd(string? name, string? credential, string? challenge)
    {
        if (!await IsByPassword()) return StatusCode(StatusCodes.Status403Forbidden);
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
            if (await BeganWith(DeskSession.ByPasskey) == passkey.ToString()) await HttpContext.SignOutAsync(DeskSession.Scheme);
            return SeeOther(Desk("account"), "removed", removed.Value.ToString());
        }
        Refuse(removed.Refusals);
        await Open();
        return Again(StatusCodes.Status404NotFound);
    }

    public async Task<IActionResult> OnPostKeep([FromServices] KeepFactors keep)
    {
        var kept = await keep.Run(Session);
        if (kept.IsDone) return SeeOther(Desk("account"), "kept", kept.Value.ToString());
        Refuse(kept.Refusals);
        await Open();
        return Again(StatusCodes.Status409Conflict);
    }

    public string When(DateTime at) => DayPart.At(at, Language);

    async Task Open()
    {
        Official = await db.Set<Official>().AsNoTracking().SingleAsync(official => official.OfficialId == Session.OfficialId);
        Passkeys = await db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.OfficialId == Session.OfficialId).OrderBy(passkey => passkey.AddedAt).ToListAsync();
        SignOns = await db.Set<SignOnRecord>().AsNoTracking().Where(record => record.OfficialId == Session.OfficialId).OrderByDescending(record => record.At).Take(SignOnsShown).ToListAsync();
        var services = HttpContext.RequestServices;
        Reported = await services.GetRequiredService<Enrolments>().Open(Session.OfficialId) is { AwaitsConfirmation: true } open ? open : null;
        var book = services.GetRequiredService<StaffBook>();
        var changes = await book.Changes(postId: null, Session.OfficialId);
        Record = new(changes, await book.Named(changes.SelectMany(change => new[] { change.ByOfficialId, Session.OfficialId })));
        if (site.IsPossible && await IsByPassword()) Question = await add.Ask(Official, Official.Names.In(Language));
    }
}
