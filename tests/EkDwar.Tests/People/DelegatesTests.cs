using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People;

/// <summary>Who acts from a post beside its holder: told day by day, held against a slow count in random histories, and against what every session at the desk is asked.</summary>
public sealed class Whoever_acts_beside_a_holder
{
    static readonly Guid Clerk = Guid.CreateVersion7(), Naib = Guid.CreateVersion7();
    static readonly Guid Asha = Guid.CreateVersion7(), Bina = Guid.CreateVersion7(), Chhaya = Guid.CreateVersion7();
    static readonly DateOnly First = new(2026, 3, 2);

    [Fact]
    public void acts_between_the_days_she_was_given_and_no_default_is_hers()
    {
        var story = new Story([Holds(Clerk, Asha, 0), Holds(Naib, Bina, 0)], []);
        var acts = story.With(0, 1, 3, 5);
        Assert.Equal([false, true, true, true, false], Enumerable.Range(2, 5).Select(day => acts.Delegates(Clerk, Day(day)).Contains(Bina)));
        Assert.Equal(new(Asha, Standing.Holder), acts.On(Clerk, Day(4), [Naib]));
        Assert.Empty(acts.Delegates(Naib, Day(4)));
    }

    [Fact]
    public void rests_while_either_is_away_and_ends_with_either_holding()
    {
        PostHolding[] held = [Holds(Clerk, Asha, 0, 20), Holds(Naib, Bina, 0, 25)];
        Leave[] away = [Away(Asha, 4, 5), Away(Bina, 7, 7)];
        Assert.Equal([3, 6, 8, 9], DaysOf(new Story(held, away).With(0, 1, 3, 9)));
        // She is relieved on the twentieth, and whoever follows her, herself even, lets nobody act by that.
        Assert.Equal([19, 20], DaysOf(new Story([.. held, Holds(Clerk, Asha, 21)], []).With(0, 1, 19, 30)));
        Assert.Equal([24, 25], DaysOf(new Story([Holds(Clerk, Asha, 0), .. held[1..], Holds(Naib, Bina, 27)], []).With(0, 1, 24, 30)));
        static IEnumerable<int> DaysOf(WhoActs acts) => Enumerable.Range(0, 40).Where(day => acts.Delegates(Clerk, Day(day)).Count == 1);
    }

    [Fact]
    public void agrees_with_a_count_day_by_day_in_two_thousand_histories() => Prop.ForAll(Story.Any, story =>
        Enumerable.Range(0, 45).All(day => Posts.All(post => story.Acts.Delegates(post, Day(day)).Order().SequenceEqual(story.Counted(post, Day(day)).Order()))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    /// <summary>What is asked of each session each minute, in SQL, and what a roster says, day by day.</summary>
    [Fact]
    public async Task is_let_in_on_those_days_and_on_no_other()
    {
        await using var house = await TestHouse.Open();
        var (delegator, delegates) = (await house.Desk("tahsildar"), await house.Desk("circle_officer"));
        await house.Db(async db =>
        {
            PostHolding Of(DeskSession session) => db.Set<PostHolding>().Single(one => one.PostId == session.PostId && one.OfficialId == session.OfficialId);
            db.Add(new Delegation { DelegationId = Guid.CreateVersion7(), HoldingId = Of(delegator).PostHoldingId, OwnHoldingId = Of(delegates).PostHoldingId, FromOn = First.AddDays(1), UntilOn = First.AddDays(12) });
            db.Add(new Leave { LeaveId = Guid.CreateVersion7(), OfficialId = delegator.OfficialId, FromOn = First.AddDays(3), UntilOn = First.AddDays(4) });
            db.Add(new Leave { LeaveId = Guid.CreateVersion7(), OfficialId = delegates.OfficialId, FromOn = First.AddDays(6), UntilOn = First.AddDays(6) });
            Of(delegates).UntilOn = First.AddDays(9);
            await db.Save();
        });
        var let = new List<int>();
        for (var day = 0; day < 14; day++, house.Clock.AdvanceDays(1))
        {
            var today = StateTime.Day(house.Clock.GetUtcNow().UtcDateTime);
            var (has, roster) = await house.Use(async (IServiceProvider services) => (await Held(services).Has(delegates.OfficialId, delegator.PostId),
                await ((Rosters)services.GetService(typeof(Rosters))!).Of((await Db(services).Set<Post>().SingleAsync(one => one.PostId == delegator.PostId)).OfficeId, today)));
            Assert.Equal(roster.WhoActs.Delegates(delegator.PostId, today).Contains(delegates.OfficialId), has);
            Assert.Equal(has, await house.Use(async (HeldPosts held) => (await held.Of(delegates.OfficialId)).Any(post => post.PostId == delegator.PostId)));
            Assert.False(await house.Use((HeldPosts held) => held.AnswersFor(delegates.OfficialId, delegator.PostId)));
            Assert.NotEqual(delegates.OfficialId, roster.ActsOn(roster.Posts.Single(post => post.PostId == delegator.PostId), today).OfficialId);
            if (has) let.Add(day);
        }
        Assert.Equal([1, 2, 5, 7, 8, 9], let);
        static HeldPosts Held(IServiceProvider services) => (HeldPosts)services.GetService(typeof(HeldPosts))!;
        static EkDwarDb Db(IServiceProvider services) => (EkDwarDb)services.GetService(typeof(EkDwarDb))!;
    }

    static readonly Guid[] Posts = [Clerk, Naib], Officials = [Asha, Bina, Chhaya];

    static DateOnly Day(int day) => First.AddDays(day);

    static PostHolding Holds(Guid post, Guid official, int from, int? until = null, HoldingKind kind = HoldingKind.Holder) =>
        new() { PostHoldingId = Guid.CreateVersion7(), PostId = post, OfficialId = official, Kind = kind, FromOn = Day(from), UntilOn = until is { } last ? Day(last) : null };

    static Leave Away(Guid official, int from, int until) => new() { LeaveId = Guid.CreateVersion7(), OfficialId = official, FromOn = Day(from), UntilOn = Day(until) };

    /// <summary>Holdings, leaves, and who was let act: by the holding of whom, on that of whom.</summary>
    sealed record Story(IReadOnlyList<PostHolding> Held, IReadOnlyList<Leave> Left)
    {
        IReadOnlyList<(int By, int Own, int From, int Until)> Given { get; init; } = [];

        public static Arbitrary<Story> Any =>
            (from held in Gen.Choose(0, 2 * 3 * 2 * 40 * 21 - 1).ArrayOf(6)
             from left in Gen.Choose(0, 3 * 40 * 12 - 1).ArrayOf(3)
             from given in Gen.Choose(0, 6 * 6 * 40 * 20 - 1).ArrayOf(5)
             select new Story([.. held.Select(Read)], [.. left.Select(code => Away(Officials[code % 3], code / 3 % 40, code / 3 % 40 + code / 120))])
             {
                 Given = [.. given.Select(code => (code % 6, code / 6 % 6, code / 36 % 40, code / 36 % 40 + code / 1440 - 1))],
             }).ToArbitrary();

        static PostHolding Read(int code) => Holds(Posts[code % 2], Officials[code / 2 % 3], code / 12 % 40, code / 480 == 20 ? null : code / 12 % 40 + code / 480 - 1, code / 6 % 2 == 0 ? HoldingKind.Holder : HoldingKind.Charge);

        public WhoActs Acts => new(Held, Left, [.. Given.Select(one => new Delegation { DelegationId = Guid.CreateVersion7(), HoldingId = Held[one.By].PostHoldingId, OwnHoldingId = Held[one.Own].PostHoldingId, FromOn = Day(one.From), UntilOn = Day(one.Until) })]);

        public WhoActs With(int by, int own, int from, int until) => (this with { Given = [(by, own, from, until)] }).Acts;

        /// <summary>Each delegation walked along its days, asking of each day whether anything stands against it.</summary>
        public IEnumerable<Guid> Counted(Guid post, DateOnly day)
        {
            var found = new HashSet<Guid>();
            foreach (var (by, own, from, until) in Given)
                for (var at = from; at <= until; at++)
                    if (Day(at) == day && Held[by].PostId == post && IsAtWork(Held[by], day) && IsAtWork(Held[own], day)) found.Add(Held[own].OfficialId);
            return found;
        }

        bool IsAtWork(PostHolding held, DateOnly day)
        {
            if (held.Kind == HoldingKind.Charge || day < held.FromOn || day > (held.UntilOn ?? DateOnly.MaxValue)) return false;
            foreach (var leave in Left)
                if (leave.OfficialId == held.OfficialId && day >= leave.FromOn && day <= leave.UntilOn) return false;
            return true;
        }
    }
}
