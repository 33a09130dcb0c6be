using EkDwar.Catalogue;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying.Mandates;

/// <summary>Who may act for her, what was done, and the way to let somebody or to take it back. Hers alone.</summary>
public sealed class MandatesPage(ReadMandates read, PublishedServices services, MandateDesk desk, EkDwarDb db) : CitizenPage
{
    public IReadOnlyList<MandateLine> Lines { get; private set; } = [];

    /// <summary>What waits for the code; null where nothing does.</summary>
    public Guid? Asked { get; private set; }
    public bool IsOffered => desk.Rules(State.Code) is not null;
    public int Days => desk.Rules(State.Code)?.Days ?? 0;
    public IReadOnlyList<Choice> Services { get; private set; } = [];

    public string On(DateOnly day) => LongDate.Of(day, Language);

    public Task<IActionResult> OnGet() => Open();

    public async Task<IActionResult> OnPostGive(string? name, string? mobile, string? service, [FromServices] GiveMandate give)
    {
        var given = await give.Run(Session, State.Code, Language.Code, new(name, mobile, service, Until()));
        if (!given.IsDone) return await Refused(given.Refusals);
        Asked = given.Value;
        return await Open();
    }

    public async Task<IActionResult> OnPostConfirm(Guid mandate, string? code, [FromServices] ConfirmMandate confirm)
    {
        var confirmed = await confirm.Run(Session, mandate, code);
        if (confirmed.IsDone) return Redirect(At("my/acting"));
        Asked = mandate;
        return await Refused(confirmed.Refusals);
    }

    public async Task<IActionResult> OnPostTakeBack(Guid mandate, [FromServices] TakeBackMandate takeBack)
    {
        var taken = await takeBack.Run(Session, mandate);
        return taken.IsDone ? Redirect(At("my/acting")) : NotFound();
    }

    /// <summary>Null when the boxes are empty or say no date.</summary>
    DateOnly? Until()
    {
        string Box(string part) => Request.Form["until-" + part].ToString();
        var read = TypedDate.Read(Box("day"), Box("month"), Box("year"), Language);
        return read.IsDone ? read.Value : null;
    }

    async Task<IActionResult> Refused(IReadOnlyList<Refusal> refusals)
    {
        db.ChangeTracker.Clear();
        Refuse(refusals);
        return await Open();
    }

    async Task<IActionResult> Open()
    {
        if (await read.Run(Session) is not { } lines) return Redirect(At("sign-in/person") + QueryString.Create("returnUrl", At("my/acting")));
        Lines = lines;
        Services = [new("", T("applying.mandate.choose")), .. (await services.Current(State.Code)).Select(service => new Choice(service.Id, Words(service.Names)))];
        return Page();
    }
}
