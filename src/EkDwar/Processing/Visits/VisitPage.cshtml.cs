using EkDwar.Cases.Visits;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing.Visits;

/// <summary>
/// The page of a single-use link: asks for a code, shows what the visit needs, takes photos one by one and then the report.
/// A link that is used, withdrawn, too old or none at all says so, and nothing else.
/// </summary>
public sealed class VisitPage(FieldVisits visits, OpenFieldVisit open, ReadFieldVisit read, VisitTicket ticket, TimeProvider time) : EkPage
{
    /// <summary>How the link stands; null where there is no such link.</summary>
    public LinkState? Link { get; private set; }

    /// <summary>What the visit is about; null until the code was typed in this browser.</summary>
    public VisitView? View { get; private set; }

    /// <summary>Whether a code was asked for, and is to be typed now.</summary>
    public bool IsAsked { get; private set; }
    public string Address { get; private set; } = "";

    public Task<IActionResult> OnGet(string token) => Show(token);

    public async Task<IActionResult> OnPostCode(string token)
    {
        IsAsked = true;
        return await After(token, await open.SendCode(token), isDone: false);
    }

    public async Task<IActionResult> OnPostOpen(string token, string? code)
    {
        IsAsked = true;
        var opened = await open.Run(token, code);
        if (opened.IsDone) ticket.Keep(Response.Cookies, opened.Value.Visit.VisitId, Request.IsHttps);
        return await After(token, opened);
    }

    public async Task<IActionResult> OnPostPhoto(string token, IFormFile? file, [FromServices] AddVisitPhoto add)
    {
        await using var content = file?.OpenReadStream();
        return await After(token, await add.Run(token, ticket.Read(Request.Cookies), content, file?.Length ?? 0));
    }

    public async Task<IActionResult> OnPostRemove(string token, int number, [FromServices] AddVisitPhoto add) =>
        await After(token, await add.Remove(token, ticket.Read(Request.Cookies), number));

    public async Task<IActionResult> OnPostReport(string token, string? recommends, string? words, [FromServices] SendVisitReport report) =>
        await After(token, await report.Run(token, ticket.Read(Request.Cookies), recommends switch { "yes" => true, "no" => false, _ => null }, words));

    public string Until => LongDate.Of(StateTime.Day(View!.Visit.Visit.ExpiresAt), Language);

    async Task<IActionResult> After(string token, Outcome<OpenVisit> outcome, bool isDone = true)
    {
        if (outcome.IsDone && isDone) return Redirect(At("visit/" + token));
        // What is closed says so by itself, in the words of how it stands.
        if (!outcome.IsDone && !outcome.Refusals.Contains(VisitLinks.Closed)) Refuse(outcome.Refusals);
        return await Show(token);
    }

    async Task<IActionResult> Show(string token)
    {
        Address = At("visit/" + token);
        if (await visits.Find(token) is not { } visit) return Told(StatusCodes.Status404NotFound);
        SpeakFor(visit.File.Case.State);
        Link = visit.At(time.UtcNow());
        if (Link != LinkState.Open) return Told(StatusCodes.Status410Gone);
        if (visit.Visit.VisitId == ticket.Read(Request.Cookies)) View = await read.Run(visit, Language);
        return Page();
    }

    Microsoft.AspNetCore.Mvc.RazorPages.PageResult Told(int status)
    {
        ModelState.Clear();
        return new() { StatusCode = status };
    }
}
