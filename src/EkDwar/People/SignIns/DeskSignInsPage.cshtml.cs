using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.SignIns;

/// <summary>Where an official is signed in, and the end of what she knows not or no longer uses.</summary>
public sealed class DeskSignInsPage(SignInBook book, EndSignIn end) : DeskPage
{
    public SignInList List { get; private set; } = null!;
    public string? Done { get; private set; }

    public Task OnGet()
    {
        if (JustDone() is ("one" or "others", _) told) Done = T("people.sign_ins.done_" + told.Act);
        return Open();
    }

    public async Task<IActionResult> OnPostEnd(Guid signIn)
    {
        var ended = await end.Run(Holder.Of(Session), signIn);
        if (ended.IsDone) return SeeOther(Desk("sign-ins"), "one", ended.Value.ToString());
        Refuse(ended.Refusals);
        await Open();
        return Again(StatusCodes.Status404NotFound);
    }

    public async Task<IActionResult> OnPostOthers([FromServices] EndOtherSignIns others)
    {
        await others.Run(Holder.Of(Session), await SignInSetup.Here(HttpContext, DeskSession.Scheme));
        return SeeOther(Desk("sign-ins"), "others", Session.OfficialId.ToString());
    }

    async Task Open() => List = new(await book.Of(Holder.Of(Session), DeskSession.Idle), await SignInSetup.Here(HttpContext, DeskSession.Scheme), Desk("sign-ins"), Language);
}
