using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Staff;

/// <summary>
/// The posts of an office for its administrator: who holds each since when, who is on leave or in charge, what is vacant; the
/// offices below; and, for whoever is somebody's senior, what waits for her confirmation.
/// </summary>
public sealed class PeoplePage(StaffBook book, StaffDesk desk, Enrolments enrolments) : StaffPage
{
    /// <summary>Null when her post is no administrator's.</summary>
    public OfficePeople? People { get; private set; }
    public IReadOnlyList<Office> Below { get; private set; } = [];
    public IReadOnlyList<Enrolment> Waiting { get; private set; } = [];

    /// <summary>Whoever is named in what waits.</summary>
    public IReadOnlyDictionary<Guid, Official> Named { get; private set; } = new Dictionary<Guid, Official>();

    public async Task<IActionResult> OnGet(string? office)
    {
        var mine = await Open(office);
        if (mine is not null && People is null) return NotFound();
        return mine is null && Waiting.Count == 0 ? Again(StatusCodes.Status403Forbidden) : Page();
    }

    public async Task<IActionResult> OnPostConfirm(Guid enrolment, [FromServices] ConfirmLostFactors confirm)
    {
        var confirmed = await confirm.Run(Session, enrolment);
        if (confirmed.IsDone) Code = confirmed.Value;
        else Refuse(confirmed.Refusals);
        await Open(null);
        return confirmed.IsDone ? Page() : Again(confirmed.Refusals.Contains(StaffDesk.SomebodyElseWasFirst) ? StatusCodes.Status409Conflict : StatusCodes.Status404NotFound);
    }

    async Task<Guid?> Open(string? office)
    {
        Waiting = await enrolments.AwaitingFrom(Session);
        Named = await book.Named(Waiting.SelectMany(one => new[] { one.OfficialId, one.AskedById }));
        if (await desk.OfficeOf(Session) is not { } mine) return null;
        var shown = office is null ? mine : Guid.TryParse(office, out var chosen) ? chosen : Guid.Empty;
        People = await book.Of(Session, shown);
        if (People is not null && shown == mine) Below = await book.Below(mine);
        return mine;
    }
}
