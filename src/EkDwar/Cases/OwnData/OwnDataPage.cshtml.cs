using System.Globalization;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Cases.OwnData;

/// <summary>What is kept of her, why, until when, who looked; and all of it as one archive, after a code to her mobile. For her person alone.</summary>
public sealed class OwnDataPage(GiveOwnData give, OwnArchive archive, OwnDataGate gate, ReadOwnDataView read, TimeProvider time) : CitizenPage
{
    // However slow the line: what takes longer is asked for year by year.
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public OwnDataView View { get; private set; } = null!;

    /// <summary>Whether a code was asked for, and is to be typed now.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>The year that was chosen; null for everything.</summary>
    public int? Year { get; private set; }

    public Task<IActionResult> OnGet() => Show();

    public async Task<IActionResult> OnPostCode(string? year)
    {
        (IsAsked, Year) = (true, YearOf(year));
        var sent = await give.SendCode(Session, Language.Code);
        if (!sent.IsDone) Refuse(sent.Refusals);
        return await Show();
    }

    public async Task<IActionResult> OnPost(string? code, string? year)
    {
        (IsAsked, Year) = (true, YearOf(year));
        using var place = gate.Enter();
        if (place is null)
        {
            Problem("code", "cases.own.busy");
            return await Show();
        }
        var given = await give.Run(Session, code, Language, Year);
        if (!given.IsDone)
        {
            Refuse(given.Refusals);
            return await Show();
        }
        return await HandOver(given.Value);
    }

    async Task<IActionResult> HandOver(OwnDataOf who)
    {
        var (view, now) = ((await read.Run(Session, Language))!, StateTime.Local(time.UtcNow()));
        var day = DateOnly.FromDateTime(now);
        Response.ContentType = "application/zip";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"ekdwar-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.zip\"";
        using var limit = new CancellationTokenSource(Longest, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, HttpContext.RequestAborted);
        await archive.Write(who, Response.Body, Index, stop.Token);
        return new EmptyResult();

        Task<string> Index(IReadOnlyList<OwnLine> lines) =>
            Design.WrittenView.Of(this, "/Cases/OwnData/OwnIndex.cshtml", new OwnIndexView(view.Name, DayPart.At(day, TimeOnly.FromDateTime(now), Language), lines));
    }

    async Task<IActionResult> Show()
    {
        if (Session.PersonId is null || await read.Run(Session, Language) is not { } view) return Redirect(At("sign-in/person") + QueryString.Create("returnUrl", At("my/data")));
        View = view;
        return Page();
    }

    static int? YearOf(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 9000 ? year : null;
}
