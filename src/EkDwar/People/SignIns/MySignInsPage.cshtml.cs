using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.People.SignIns;

/// <summary>Where a citizen's mobile is signed in, and the end of what she knows not or no longer uses.</summary>
public sealed class MySignInsPage(SignInBook book, EndSignIn end) : CitizenPage
{
    public SignInList List { get; private set; } = null!;
    public string? Done { get; private set; }

    public Task OnGet(string? done)
    {
        if (done is "one" or "others") Done = T("people.sign_ins.done_" + done);
        return Open();
    }

    public async Task<IActionResult> OnPostEnd(Guid signIn)
    {
        var ended = await end.Run(Holder.Of(Session), signIn);
        if (ended.IsDone) return Redirect(At("my/sign-ins") + "?done=one");
        Refuse(ended.Refusals);
        await Open();
        return new PageResult { StatusCode = StatusCodes.Status404NotFound };
    }

    public async Task<IActionResult> OnPostOthers()
    {
        await book.EndOthers(Holder.Of(Session), await SignInWatch.Here(HttpContext, CitizenSession.Scheme));
        return Redirect(At("my/sign-ins") + "?done=others");
    }

    async Task Open() => List = new(await book.Of(Holder.Of(Session), CitizenSession.Idle), await SignInWatch.Here(HttpContext, CitizenSession.Scheme), At("my/sign-ins"), Language);
}
