using EkDwar.Cases;
using EkDwar.Cases.Emergencies;
using EkDwar.Places;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Attacks;

/// <summary>A case of the owner's opened to another office in an emergency, another request that waits, and the clerk's looks that were noticed.</summary>
sealed record Access(Guid Opened, Guid Waiting, Guid Notice)
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
        return new(opened.Value, (await house.Asks(asker, reference)).Value, notice.UnusualId);
    }
}
