using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Notifying.Wishes;

/// <summary>Which messages she gets, by which channel and in which language, her e-mail address, and what left lately with its outcome.</summary>
public sealed class MyMessagesPage(ReadOwnMessages read) : CitizenPage
{
    const string DoneKey = "messages";

    public OwnMessagesView View { get; private set; } = null!;
    public string? Done { get; private set; }

    /// <summary>The address a code went to, to be typed now; null where none did.</summary>
    public string? Asked { get; private set; }

    /// <summary>What she typed for an address.</summary>
    public string Typed { get; private set; } = "";

    public IReadOnlyList<Choice> Languages => [new("", T("notifying.wishes.as_each")), .. LanguageCode.All.Select(language => new Choice(language.Code, language.NativeName))];

    public string When(DateTime at) => DayPart.At(at, Language);

    public string OutcomeOf(OwnMessageLine line) => T("notifying.outcome." + line.Outcome) + (line.Reason is { } why ? $": {T("notifying.reason." + why)}" : "");

    public Task<IActionResult> OnGet()
    {
        if (TempData[DoneKey] is string done) Done = T("notifying.wishes.done_" + done);
        return Show();
    }

    public async Task<IActionResult> OnPostGive(string? email, [FromServices] GiveAddress give)
    {
        Typed = email ?? "";
        var given = await give.Run(Session, email, Language.Code);
        if (!given.IsDone) return await Refused(given.Refusals);
        Asked = given.Value.Text;
        return await Show();
    }

    public async Task<IActionResult> OnPostProve(string? email, string? code, [FromServices] ProveAddress prove)
    {
        var proved = await prove.Run(Session, email, code);
        if (proved.IsDone) return Again("proved");
        Asked = EmailAddress.TryParse(email, out var address) ? address.Text : null;
        return await Refused(proved.Refusals);
    }

    public async Task<IActionResult> OnPostRemove([FromServices] RemoveAddress remove)
    {
        var removed = await remove.Run(Session);
        return removed.IsDone ? Again("removed") : await Refused(removed.Refusals);
    }

    public async Task<IActionResult> OnPostLanguage(string? language, [FromServices] ChooseToldIn choose)
    {
        var chosen = await choose.Run(Session, language);
        return chosen.IsDone ? Again("language") : await Refused(chosen.Refusals);
    }

    // Told once, sealed with the answer.
    RedirectResult Again(string done)
    {
        TempData[DoneKey] = done;
        return Redirect(At("my/messages"));
    }

    Task<IActionResult> Refused(IReadOnlyList<Refusal> refusals)
    {
        Refuse(refusals);
        return Show();
    }

    async Task<IActionResult> Show()
    {
        if (await read.Run(Session) is not { } view) return Redirect(At("sign-in/person") + QueryString.Create("returnUrl", At("my/messages")));
        View = view;
        return Page();
    }
}
