using System.Text.RegularExpressions;
using EkDwar.Cases;
using EkDwar.Cases.Visits;
using EkDwar.Processing.Visits;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.BrowserTests;

/// <summary>A visit that waits on a phone, and the pages of it; one that was reported of is on the tahsildar's desk.</summary>
static class VisitPages
{
    const string Mobile = "9711111111";

    public static IEnumerable<PageKind> All(StockedHouse stock) =>
    [
        new("field visit", Reader.Anybody, $"visit/{stock.VisitToken}"),
        new("field visit, code asked", Reader.Anybody, $"visit/{stock.VisitToken}", Then: v => v.Press("people.send_code")),
        new("field visit, no such link", Reader.Anybody, "visit/none"),
        new("field visit, used", Reader.Anybody, $"visit/{stock.UsedVisitToken}"),
        new("field visit, open", Reader.FieldVisitor, $"visit/{stock.VisitToken}"),
        new("field visit, with problems", Reader.FieldVisitor, $"visit/{stock.VisitToken}", Then: v => v.Press("processing.report_button")),
        new("case to verify", Reader.Circle, $"/desk/{{lang}}/cases/{stock.Visited}", Weight.Desk, PageKind.OpensDetails),
        new("right office", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.AtTahsildar}/transfer?q=dev", Weight.Desk),
        new("right office, with problems", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.AtTahsildar}/transfer?q=dev", Weight.Desk, v => v.Press("processing.transfer.button")),
        new("right office, nothing found", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.AtTahsildar}/transfer?q=zzzz", Weight.Desk),
    ];

    /// <summary>A case whose desk waits for a visit, and the end of the link.</summary>
    public static async Task<(TestCase Case, string Token)> Asked(TestHouse house, TestCitizen citizen)
    {
        var c = await house.Case().By(citizen).Forwarded();
        var (desk, version) = (await house.Desk("circle_officer"), (await c.Row()).Version);
        Assert.True((await house.Use((AskFieldVisit ask) => ask.Run(desk, c.CaseId, version, "रामदास शिंदे", Mobile, "घर आणि शेत पाहा."))).IsDone);
        return (c, (await Of(house, c)).Token);
    }

    /// <summary>The same, reported of, and the desk has reported too.</summary>
    public static async Task<(TestCase Case, string Token)> Reported(TestHouse house, TestCitizen citizen)
    {
        var (c, token) = await Asked(house, citizen);
        var id = (await Of(house, c)).VisitId;
        Assert.True((await house.Use((SendVisitReport report) => report.Run(token, id, true, "घरी गेलो. दोन एकर शेत आहे."))).IsDone);
        Assert.True((await c.Report()).IsDone);
        return (c, token);
    }

    static Task<(string Token, Guid VisitId)> Of(TestHouse house, TestCase c) => house.Use(async (IServiceProvider services) =>
    {
        var visits = services.GetRequiredService<FieldVisits>();
        var visit = (await visits.Of((await services.GetRequiredService<CaseFiles>().Open(c.CaseId))!))[0];
        return (visits.LinkOf(visit).Split('/')[^1], visit.Visit.VisitId);
    });

    /// <summary>The outbox works by itself: the code is waited for.</summary>
    static async Task<string> Code(TestHouse house)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if ((await house.Phone()).FirstOrDefault(message => message.To == Mobile && !message.Text.Contains("/visit/", StringComparison.Ordinal)).Text is { } text) return Regex.Match(text, "[0-9]{6}").Value;
            await Task.Delay(100);
        }
        throw new InvalidOperationException("no code came");
    }

    /// <summary>The cookies of a phone in which the visit was opened.</summary>
    public static async Task<string> Opened(StockedHouse stock)
    {
        await using var visitor = await Visitor.Enter(stock.Chromium, stock.House, "mr", width: 360);
        await visitor.Go($"/mh/mr/visit/{stock.VisitToken}");
        await visitor.Press("people.send_code");
        await visitor.Type("code", await Code(stock.House));
        await visitor.Press("processing.visit.open");
        return await visitor.Session();
    }
}
