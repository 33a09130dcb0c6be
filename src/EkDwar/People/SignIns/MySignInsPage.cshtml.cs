using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.People.SignIns;

/// <summary>Where a citizen's mobile is signed in, and the end of what she knows not or no longer uses.</summary>
public sealed class MySignInsPage(SignInBook book, EndSignIn end) : CitizenPage
{
    const string DoneKey = "sign-ins";

    public SignInList List { get; private set; } = null!;
    public string? Done { get; private set; }

    public Task OnGet()
    {
        if (TempData[DoneKey] is string done) Done = T("people.sign_ins.done_" + done);
        return Open();
    }

    public async Task<IActionResult> OnPostEnd(Guid signIn)
    {
        var ended = await end.Run(Holder.Of(Session), signIn);
        if (ended.IsDone) return Again("one");
        Refuse(ended.Refusals);
        await Open();
        return new PageResult { StatusCode = StatusCodes.Status404NotFound };
    }

    public async Task<IActionResult> OnPostOthers([FromServices] EndOtherSignIns others)
    {
        await others.Run(Holder.Of(Session), await SignInSetup.Here(HttpContext, CitizenSession.Scheme));
        return Again("others");
    }

    // Told once, sealed with the answer.
    RedirectResult Again(string done)
    {
        TempData[DoneKey] = done;
        return Redirect(At("my/sign-ins"));
    }

    async Task Open() => List = new(await book.Of(Holder.Of(Session), CitizenSession.Idle), await SignInSetup.Here(HttpContext, CitizenSession.Scheme), At("my/sign-ins"), Language);
}
