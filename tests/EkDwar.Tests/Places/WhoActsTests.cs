using EkDwar.Places;
using FsCheck;
using FsCheck.Fluent;

namespace EkDwar.Tests.Places;

/// <summary>Who acts from a post: told day by day, and held against a slow count in random histories.</summary>
public sealed class Whoever_acts_from_a_post
{
    static readonly Guid Clerk = Guid.CreateVersion7(), Naib = Guid.CreateVersion7(), Head = Guid.CreateVersion7();
    static readonly Guid Asha = Guid.CreateVersion7(), Bina = Guid.CreateVersion7(), Chhaya = Guid.CreateVersion7();

    [Fact]
    public void is_its_holder() => Assert.Equal(new(Asha, Standing.Holder), On(5, [Holds(Clerk, Asha, 0)]));

    [Fact]
    public void is_nobody_where_it_is_vacant_and_nobody_is_senior() => Assert.Equal(Acting.Nobody, new WhoActs([Holds(Clerk, Asha, 0, 4)], []).On(Clerk, Day(5), []));

    [Fact]
    public void is_in_charge_while_the_holder_is_on_leave_and_not_a_day_longer()
    {
        PostHolding[] rows = [Holds(Clerk, Asha, 0), Holds(Naib, Bina, 0), Holds(Clerk, Bina, 0, 20, HoldingKind.Charge)];
        Leave[] leaves = [Away(Asha, 3, 5)];
        Assert.Equal([Asha, Bina, Bina, Bina, Asha], Enumerable.Range(2, 5).Select(day => On(day, rows, leaves).OfficialId!.Value));
        Assert.Equal(Standing.Charge, On(4, rows, leaves).As);
    }

    [Fact]
    public void is_in_charge_of_a_vacancy_between_the_days_of_the_charge()
    {
        PostHolding[] rows = [Holds(Clerk, Asha, 0, 2), Holds(Naib, Bina, 0), Holds(Head, Chhaya, 0), Holds(Clerk, Chhaya, 4, 5, HoldingKind.Charge)];
        Assert.Equal([(Asha, Standing.Holder), (Bina, Standing.Senior), (Chhaya, Standing.Charge), (Chhaya, Standing.Charge), (Bina, Standing.Senior)],
            Enumerable.Range(2, 5).Select(day => On(day, rows)).Select(acting => (acting.OfficialId!.Value, acting.As)));
    }

    [Fact]
    public void is_the_nearest_senior_who_is_there()
    {
        PostHolding[] rows = [Holds(Naib, Bina, 0), Holds(Head, Chhaya, 0)];
        Assert.Equal(new(Bina, Standing.Senior), On(1, rows));
        Assert.Equal(new(Chhaya, Standing.Senior), On(1, rows, [Away(Bina, 0, 2)]));
    }

    [Fact]
    public void is_not_whoever_was_taken_back_before_she_came() => Assert.Equal(Acting.Nobody, On(5, [Holds(Clerk, Asha, 5, 4)]));

    [Fact]
    public void agrees_with_a_count_day_by_day_in_five_thousand_histories() => Always(5000, history =>
        Days.All(day => history.Acts(day) == history.Counted(day)));

    [Fact]
    public void is_never_on_leave() => Always(2000, history =>
        Days.All(day => history.Acts(day) is not { } official || !history.Leaves.Exists(leave => leave.OfficialId == official && leave.Covers(day))));

    /// <summary>A default falls on whoever acted on its date, whatever is ordered afterwards.</summary>
    [Fact]
    public void stays_who_she_was_when_later_orders_come() => Always(2000, history =>
    {
        var (today, later) = (Day(20), history.Changed(21));
        return Days.Where(day => day <= today).All(day => history.Acts(day) == later.Acts(day));
    });

    [Fact]
    public void is_senior_by_the_order_of_her_kind_of_office()
    {
        SeniorityOrder[] orders =
        [
            new() { At = ["taluka"], Order = ["clerk", "naib", "tahsildar"] }, new() { At = ["taluka"], Order = ["administrator", "tahsildar"] }, new() { At = ["village"], Order = ["clerk", "adhikari"] },
        ];
        Assert.Equal(["naib", "tahsildar"], orders.Above("taluka", "clerk"));
        Assert.Equal(["tahsildar"], orders.Above("taluka", "administrator"));
        Assert.Equal(["adhikari"], orders.Above("village", "clerk"));
        Assert.Equal(["clerk", "naib", "administrator"], orders.Below("taluka", "tahsildar"));
        Assert.Empty(orders.Above("taluka", "talathi"));
    }

    static readonly IReadOnlyList<DateOnly> Days = [.. Enumerable.Range(0, 45).Select(Day)];

    static DateOnly Day(int day) => new DateOnly(2026, 3, 1).AddDays(day);

    static Acting On(int day, IReadOnlyCollection<PostHolding> rows, IReadOnlyCollection<Leave>? leaves = null) => new WhoActs(rows, leaves ?? []).On(Clerk, Day(day), [Naib, Head]);

    static PostHolding Holds(Guid post, Guid official, int from, int? until = null, HoldingKind kind = HoldingKind.Holder) =>
        new() { PostHoldingId = Guid.CreateVersion7(), PostId = post, OfficialId = official, Kind = kind, FromOn = Day(from), UntilOn = until is { } last ? Day(last) : null };

    static Leave Away(Guid official, int from, int until) => new() { LeaveId = Guid.CreateVersion7(), OfficialId = official, FromOn = Day(from), UntilOn = Day(until) };

    static void Always(int times, Func<Orders, bool> holds) => Prop.ForAll(Orders.Any, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <summary>Random orders about three posts and three officials: each number is one holding or one leave.</summary>
    sealed record Orders(int[] Held, int[] Left)
    {
        static readonly Guid[] Posts = [Clerk, Naib, Head], Officials = [Asha, Bina, Chhaya];

        public static Arbitrary<Orders> Any =>
            (from count in Gen.Choose(0, 9)
             from held in Gen.Choose(0, 3 * 3 * 2 * 40 * 21 - 1).ArrayOf(count)
             from away in Gen.Choose(0, 4)
             from left in Gen.Choose(0, 3 * 40 * 12 - 1).ArrayOf(away)
             select new Orders(held, left)).ToArbitrary();

        public List<PostHolding> Holdings => [.. Held.Select((code, place) => Read(code, place))];

        public List<Leave> Leaves => [.. Left.Select(code => Away(Officials[code % 3], code / 3 % 40, code / 3 % 40 + code / 120 % 12))];

        static PostHolding Read(int code, int place)
        {
            var (from, length) = (code / 18 % 40, code / 720 % 21);
            return new()
            {
                // The order in which they were written, as the house's own ids have it.
                PostHoldingId = new Guid(place, 0, 0, new byte[8]), PostId = Posts[code % 3], OfficialId = Officials[code / 3 % 3], Kind = code / 9 % 2 == 0 ? HoldingKind.Holder : HoldingKind.Charge,
                FromOn = Day(from), UntilOn = length == 20 ? null : Day(from + length - 1),
            };
        }

        public Guid? Acts(DateOnly day) => new WhoActs(Holdings, Leaves).On(Clerk, day, [Naib, Head]).OfficialId;

        /// <summary>The same with orders that concern no day before one: newcomers, leaves, and ends that lie there.</summary>
        public Orders Changed(int day) => new(
            [.. Held, day * 18 + 3 + 720 * 20, day * 18 + 9 + 720 * 5], [.. Left, day * 3 + 120 * 4, day * 3 + 1 + 120 * 4]);

        /// <summary>Each row stamped on a calendar, the oldest first, then read off.</summary>
        public Guid? Counted(DateOnly day)
        {
            foreach (var post in Posts)
                foreach (var kind in (HoldingKind[])[HoldingKind.Holder, HoldingKind.Charge])
                {
                    Guid? stamped = null;
                    foreach (var row in Holdings.OrderBy(row => row.FromOn).ThenBy(row => row.PostHoldingId))
                        for (var at = row.FromOn; at <= (row.UntilOn ?? Day(60)); at = at.AddDays(1))
                            if (at == day && row.PostId == post && row.Kind == kind && Leaves.TrueForAll(leave => leave.OfficialId != row.OfficialId || day < leave.FromOn || day > leave.UntilOn)) stamped = row.OfficialId;
                    if (stamped is not null) return stamped;
                }
            return null;
        }
    }
}
