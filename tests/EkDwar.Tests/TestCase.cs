using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Deciding;
using EkDwar.Delivering;
using EkDwar.Foundation.Outcomes;
using EkDwar.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests;

/// <summary>A case somebody sent, and what each side may do with it, through the real use cases.</summary>
public sealed class TestCase(TestHouse house, TestCitizen citizen, CaseReference reference)
{
    public TestHouse House => house;
    public TestCitizen Citizen => citizen;
    public CaseReference Reference => reference;
    public long CaseId => reference.CaseId;

    public Task<Case> Row() => house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.CaseId == CaseId));

    public Task<List<LedgerEntry>> Ledger() => house.Db(db => db.Set<LedgerEntry>().AsNoTracking()
        .Where(entry => entry.StreamKind == EkDwar.Cases.Ledger.CaseStream && entry.StreamId == CaseId).OrderBy(entry => entry.Seq).ToListAsync());

    public Task<List<WorkItem>> WorkItems() => house.Db(db => db.Set<WorkItem>().AsNoTracking()
        .Where(item => item.CaseId == CaseId).OrderBy(item => item.Seq).ToListAsync());

    public Task<List<Certificate>> Certificates() => house.Db(db => db.Set<Certificate>().AsNoTracking()
        .Where(certificate => certificate.CaseId == CaseId).OrderBy(certificate => certificate.Seq).ToListAsync());

    public async Task<Outcome<CaseReference>> Forward(long? seen = null)
    {
        var (desk, version) = (await house.Desk("clerk"), seen ?? (await Row()).Version);
        return await house.Use((ForwardCase forward) => forward.Run(desk, CaseId, version, "कागदपत्रे पूर्ण"));
    }

    public async Task<Outcome<CaseReference>> Report(bool recommends = true, long? seen = null)
    {
        var (desk, version) = (await house.Desk("circle_officer"), seen ?? (await Row()).Version);
        return await house.Use((ReportFromField report) => report.Run(desk, CaseId, version, recommends, "घरी भेट दिली", Ticked));
    }

    public async Task<Outcome<CaseReference>> Grant(long? seen = null)
    {
        var (desk, version) = (await house.Desk("tahsildar"), seen ?? (await Row()).Version);
        return await house.Use((GrantApplication grant) => grant.Run(desk, CaseId, version, null));
    }

    public async Task<Outcome<CaseReference>> Refuse(long? seen = null)
    {
        var (desk, version) = (await house.Desk("tahsildar"), seen ?? (await Row()).Version);
        return await house.Use((RefuseApplication refuse) => refuse.Run(desk, CaseId, version, "income_not_proved", "वेतन दाखला अपूर्ण आहे."));
    }

    public async Task<Outcome<CaseReference>> Revoke(bool reissue = false)
    {
        var (desk, version) = (await house.Desk("tahsildar"), (await Row()).Version);
        return await house.Use((RevokeCertificate revoke) => revoke.Run(desk, CaseId, version, "नावात चूक आहे.", reissue));
    }

    /// <summary>All that the list of the income certificate's field report asks to be ticked.</summary>
    public static readonly Checked Ticked = new(["address_seen", "family_asked", "land_seen"], null);

    /// <summary>A query from the post whose desk has the case: the clerk, or the tahsildar.</summary>
    public async Task<Outcome<CaseReference>> Query()
    {
        var stage = (await WorkItems()).Single(item => item.DoneAt is null).Stage;
        var (desk, version) = (await house.Desk(stage == "scrutiny" ? "clerk" : "tahsildar"), (await Row()).Version);
        return await house.Use((RaiseQuery query) => query.Run(desk, CaseId, version, [new("income_proof", "unreadable", null)], "वेतन दाखला वाचता येत नाही."));
    }

    public async Task<Outcome<CaseReference>> Answer()
    {
        var paper = await citizen.Paper();
        await house.Use(async (IServiceProvider services) =>
        {
            var (cases, replies) = (services.GetRequiredService<CaseFiles>(), services.GetRequiredService<QueryReplies>());
            if (await cases.Open(CaseId) is not { } file || await replies.Of(file) is not { } query) return;
            Assert.True((await replies.Give(query, file.Service.Question("income_proof"), paper)).IsDone);
        });
        return await house.Use((AnswerQuery answer) => answer.Run(citizen.Session, CaseId, "नवीन दाखला जोडला आहे."));
    }

    public async Task<Outcome<CaseReference>> GivePaper()
    {
        var paper = await citizen.Paper();
        return await house.Use((GiveMissingPaper give) => give.Run(citizen.Session, CaseId, "income_proof", paper));
    }
}
