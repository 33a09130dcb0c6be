using EkDwar.Cases;
using EkDwar.Cases.Emergencies;
using EkDwar.Foundation.Time;
using EkDwar.Notifying.Broadcasts;
using EkDwar.Places;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Attacks;

/// <summary>A case of the owner's opened to another office in an emergency, another request that waits, the clerk's looks that were noticed, and what the administrator wrote to the taluka.</summary>
sealed record Access(Guid Opened, Guid Waiting, Guid Notice, Guid Broadcast)
{
    public static async Task<Access> Made(TestHouse house, string reference)
    {
        var (asker, tahsildar, clerk) = (await house.At("mulshi_tahsil", "clerk"), await house.At("mulshi_tahsil", "tahsildar"), await house.Desk("clerk"));
        var opened = await house.Asks(asker, reference);
        Assert.Equal(EmergencyStatus.Allowed, (await house.Answers(tahsildar, opened.Value)).Value);
        var now = house.Clock.GetUtcNow().UtcDateTime;
        var notice = new UnusualLook
        {
            UnusualId = Guid.CreateVersion7(), OfficialId = clerk.OfficialId, PostId = clerk.PostId, OfficeId = await house.Db(db => db.Set<Post>().Where(post => post.PostId == clerk.PostId).Select(post => post.OfficeId).SingleAsync()),
            Rule = UnusualRule.Many, FromAt = now.AddHours(-1), UntilAt = now.AddHours(1), RaisedAt = now,
        };
        await house.Db(async db =>
        {
            db.Add(notice);
            await db.Save();
        });
        return new(opened.Value, (await house.Asks(asker, reference)).Value, notice.UnusualId, await Told(house));
    }

    /// <summary>Asked for, so that those it is shown to may answer.</summary>
    public static async Task<Guid> Told(TestHouse house)
    {
        var writer = await house.At("haveli_tahsil", EkDwar.People.Staff.StaffDesk.Administrator);
        var written = await house.Use((PreviewBroadcast preview) => preview.Run(writer, new(nameof(BroadcastKind.Outage), "pune.haveli", null, null, house.Clock.Today().AddDays(7), null)));
        Assert.True(written.IsDone, string.Join(", ", written.Refusals));
        Assert.True((await house.Use((AskForBroadcast ask) => ask.Run(writer, written.Value))).IsDone);
        return written.Value;
    }
}
