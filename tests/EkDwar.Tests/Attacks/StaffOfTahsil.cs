using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Onboarding;
using EkDwar.People;
using EkDwar.People.Delegating;
using EkDwar.People.Staff;
using EkDwar.Places;
using EkDwar.Processing.Transfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Attacks;

/// <summary>What an administrator looks after: an official, her post and holding, somebody's leave, a transfer that is planned, a loss that was reported. And all her forms ask for.</summary>
sealed record StaffOfTahsil(DeskSession Administrator, Guid Office, Guid Official, Guid Post)
{
    Guid holding, leave, transfer, enrolment, delegation;
    DateOnly today;

    public static async Task<StaffOfTahsil> Known(TestHouse house, DeskSession administrator, DeskSession clerk)
    {
        var today = StateTime.Day(house.Clock.GetUtcNow().UtcDateTime);
        var (office, holding) = await house.Db(async db => ((await db.Set<Post>().SingleAsync(post => post.PostId == clerk.PostId)).OfficeId,
            (await db.Set<PostHolding>().FirstAsync(one => one.PostId == clerk.PostId && one.OfficialId == clerk.OfficialId)).PostHoldingId));
        var order = new StaffOrder(today.AddDays(300), today.AddDays(301), "Estt/1");
        var (supply, talathi) = (await Named(house, "supply.haveli"), await Named(house, "talathi.haveli"));
        Assert.True((await house.Use((GrantLeave grant) => grant.Run(administrator, supply, order))).IsDone);
        Assert.True((await house.Use((ReportLostFactors report) => report.Run(administrator, talathi, order))).IsDone);
        var inspector = await house.Post("haveli_tahsil", "supply_inspector");
        var planned = await house.Use((PlanTransfer plan) => plan.Run(administrator, office, [new(inspector, null)], order));
        Assert.True(planned.IsDone, string.Join(", ", planned.Refusals));
        var given = await house.Use((DelegatePost delegatePost) => delegatePost.Run(clerk, talathi, order));
        Assert.True(given.IsDone, string.Join(", ", given.Refusals));
        return new(administrator, office, clerk.OfficialId, clerk.PostId)
        {
            holding = holding, today = today, transfer = planned.Value,
            leave = await house.Db(db => db.Set<Leave>().Where(one => one.OfficialId == supply).Select(one => one.LeaveId).SingleAsync()),
            delegation = await house.Db(db => db.Set<Delegation>().Where(one => one.HoldingId == holding).Select(one => one.DelegationId).SingleAsync()),
            enrolment = await house.Db(db => db.Set<Enrolment>().Where(one => one.OfficialId == talathi).Select(one => one.EnrolmentId).SingleAsync()),
        };
    }

    static Task<Guid> Named(TestHouse house, string login) => house.Db(db => db.Set<Official>().Where(official => official.Login == login).Select(official => official.OfficialId).SingleAsync());

    /// <summary>The administrator of a tahsil that is neither above nor below this one.</summary>
    public static Task<DeskSession> AdministratorElsewhere(TestHouse house) => house.Use(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<EkDwarDb>();
        var names = new LocalText { ["mr"] = "कार्यालय प्रशासक, मुळशी", ["en"] = "Office Administrator, Mulshi" };
        var office = await db.Set<Office>().SingleAsync(office => office.Code == "mulshi_tahsil");
        var post = new Post { PostId = Guid.CreateVersion7(), OfficeId = office.OfficeId, Designation = StaffDesk.Administrator, Names = names };
        var official = services.GetRequiredService<OfficialLogins>().New("admin.mulshi", names, SeedDemo.DemoPassword);
        db.AddRange(post, official, new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = post.PostId, OfficialId = official.OfficialId, FromOn = new(2025, 1, 1) });
        await db.Save();
        return new DeskSession(official.OfficialId, post.PostId) { SinceProof = TimeSpan.Zero };
    });

    /// <summary>As each of the forms would have to be sent for its order to be given.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        foreach (var (name, id) in new[] { ("holding", holding), ("leave", leave), ("transfer", transfer), ("enrolment", enrolment), ("delegation", delegation), ("give-official", Official) }) yield return new(name, $"{id}");
        foreach (var form in (string[])["leave", "lost", "join", "charge", "appoint", "transfer", "give", $"end-{leave:N}", $"relieve-{holding:N}"])
        {
            yield return new(form + "-words", "Estt/9");
            foreach (var (field, day) in new[] { ("from", today.AddDays(10)), ("until", today.AddDays(20)) })
                foreach (var (part, number) in new[] { ("day", day.Day), ("month", day.Month), ("year", day.Year) }) yield return new($"{form}-{field}-{part}", $"{number}");
        }
        foreach (var (name, value) in new[] { ("join-login", "record.haveli"), ("charge-login", "record.haveli"), ("appoint-login", "new.haveli"), ("appoint-english", "Anita Sane"), ("appoint-local", "अनिता साने"),
            ($"transfer-post-{Post:N}", Move.Vacant) }) yield return new(name, value);
    }
}
