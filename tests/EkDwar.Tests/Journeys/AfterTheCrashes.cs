using EkDwar.Cases;
using EkDwar.Cases.Limits;
using EkDwar.Cases.Waits;
using EkDwar.Catalogue.Questions;
using EkDwar.Delivering;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.Notifying;
using EkDwar.Paying;
using EkDwar.Tests.Paying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using System.Text;

namespace EkDwar.Tests.Journeys;

/// <summary>What must hold when the house stands again, however often it was killed.</summary>
static class AfterTheCrashes
{
    /// <summary>The timers that look at a case again in days or months.</summary>
    static readonly string[] Later = [WaitTimer.OutboxKind, LimitTimer.OutboxKind, StageTimer.OutboxKind];

    /// <summary>Lets claims of dead workers run out and every retry come due, until nothing is left to do but what waits for months.</summary>
    public static async Task AllIsSent(TestHouse house)
    {
        for (var round = 0; round < 20; round++)
        {
            house.Clock.Set(TimeProvider.System.GetUtcNow().AddHours(1 + round * 13));
            await house.OutboxDrained();
            if (!await house.Db(db => db.Set<OutboxMessage>().AnyAsync(m => m.DoneAt == null && m.DeadAt == null && !Later.Contains(m.Kind)))) break;
        }
        Assert.Empty(await house.Db(db => db.Set<OutboxMessage>().Where(m => m.DoneAt == null && !Later.Contains(m.Kind)).Select(m => m.Kind + " " + m.LastError).ToListAsync()));
    }

    public static async Task NothingAcknowledgedIsLost(TestHouse house, IEnumerable<StubbornCitizen> citizens)
    {
        foreach (var who in citizens)
        {
            var cases = await house.Db(db => db.Set<Case>().AsNoTracking().Where(c => c.FiledById == who.Citizen.Session.AccountId).ToListAsync());
            var c = Assert.Single(cases);
            Assert.Equal(who.Acknowledged, c.Reference);
            var file = (await house.Use((CaseFiles files) => files.Open(c.CaseId)))!;
            Assert.Equal(who.Citizen.Name, file.Answers["name"]!["local"]!.GetValue<string>());
            var kinds = (await house.Use((Timeline timeline) => timeline.Of(file))).Select(entry => entry.Kind).ToList();
            Assert.Equal(who.HasGivenPaper ? [CaseEvent.ApplicationSubmitted, CaseEvent.PapersCompleted] : [CaseEvent.ApplicationSubmitted], kinds);
            if (!who.HasGivenPaper) continue;
            var paper = DocumentType.PaperOf(file.Answers["income_proof"])!.Parts.Single();
            var bytes = house.Services.GetRequiredService<FileStore>().Read(paper.File, Convert.FromBase64String(paper.Key), Sealing.Context("paper"));
            Assert.Equal(paper.Length, bytes.Length);
        }
    }

    public static async Task EveryNoticeWasSent(TestHouse house)
    {
        var master = house.Services.GetRequiredService<MasterKey>();
        var key = master.Derive("messages");
        var texts = (await house.Db(db => db.Set<PhoneMessage>().AsNoTracking().Select(m => m.SealedText).ToListAsync()))
            .Select(text => Encoding.UTF8.GetString(Sealing.Open(text, key, Sealing.Context("phone-message")))).ToList();
        var notices = await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.Kind == "notice").Select(m => m.Body).ToListAsync());
        Assert.Equal(notices.Count, notices.Distinct().Count());
        foreach (var ofCase in notices.GroupBy(body => body.Split(' ')[0]))
            Assert.True(texts.Count(text => text.Contains(ofCase.Key)) == ofCase.Count(), $"{ofCase.Key}: {string.Join(", ", ofCase)}");
    }

    /// <summary>What the gateway was told was heard is paid, booked and in the ledger, each once.</summary>
    public static async Task EveryFeeIsSettledOnce(IEnumerable<StubbornGateway> told)
    {
        foreach (var (c, isHeard) in told.Select(word => (word.Case, word.IsHeard)))
        {
            Assert.True(isHeard, $"{c.Reference}: the house never answered the gateway");
            var payment = Assert.Single(await c.Payments());
            Assert.Equal((PaymentStatus.Succeeded, 1), (payment.Status, await c.TimesPaid()));
            Assert.NotNull((await c.Row()).FeePaidAt);
            Assert.Equal(payment.AmountMinor, (await c.Accounts())["gateway"]);
            await c.Balances();
        }
    }

    public static async Task EveryGrantHasOneCertificate(TestHouse house, IEnumerable<TestCase> granted)
    {
        foreach (var c in granted)
        {
            var certificate = Assert.Single(await c.Certificates());
            Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.CertificateIssued));
            var file = (await house.Use((CaseFiles cases) => cases.Open(c.CaseId)))!;
            var pdf = await house.Use((CertificateFiles files) => Task.FromResult(files.Read(certificate, file.Seal)));
            Assert.Equal(certificate.PdfHash, CertificateFiles.HashOf(pdf));
        }
    }
}
