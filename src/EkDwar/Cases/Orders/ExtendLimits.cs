using EkDwar.Deadlines;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Orders;

/// <summary>What an order came to: how many cases it is about, and of how many the date moved.</summary>
public sealed record ExtendedLimits(int Cases, int Moved);

/// <summary>
/// Use case, by command: an order that extends limits, of a kind the state's act lists, is recorded, and each open case of its area and
/// services is counted with it. Each is an entry of that case's ledger; where the date moves, the citizen is told. Done again it does nothing;
/// with <c>ended_after</c> in the file the days after that count again.
/// </summary>
public sealed class ExtendLimits(EkDwarDb db, CaseFiles cases, CaseClock clock, ExtensionOrders orders, TimeProvider time)
{
    const int AtOnce = 500;

    public async Task<ExtendedLimits> Run(string state, ExtensionFile file, PlaceDay places)
    {
        var order = await Recorded(state, file, places);
        orders.Forget();
        var (about, moved, after) = (0, 0, long.MinValue);
        while (await Open(order, after) is { Count: > 0 } open)
        {
            foreach (var c in open.Where(c => order.IsAbout(c.ServiceId) && ExtensionOrders.Covers(places, order, c)))
            {
                about++;
                if (await Moves(c.CaseId, order, places)) moved++;
            }
            after = open[^1].CaseId;
        }
        return new(about, moved);
    }

    async Task<ExtensionOrder> Recorded(string state, ExtensionFile file, PlaceDay places)
    {
        if (places.IdOf(file.Area) is not { } area) throw new CannotStart("cases.extend.no_area", ("area", file.Area));
        var services = string.Join(' ', file.Services);
        if (await db.Set<ExtensionOrder>().FirstOrDefaultAsync(order => order.State == state && order.Number == file.Number) is { } known)
        {
            if ((known.Kind, known.PlaceId, known.Services, known.FromOn, known.UntilOn) != (file.Kind, area, services, file.From, file.Until)) throw new CannotStart("cases.extend.other_order", ("number", file.Number));
            if (known.EndedAfterOn is not null && known.EndedAfterOn != file.EndedAfter) throw new CannotStart("cases.extend.ended", ("number", file.Number));
            known.EndedAfterOn = file.EndedAfter;
            await db.Save();
            return known;
        }
        var made = new ExtensionOrder
        {
            ExtensionOrderId = Guid.CreateVersion7(), State = state, Number = file.Number, Kind = file.Kind, GivenOn = file.GivenOn, PlaceId = area, Services = services,
            FromOn = file.From, UntilOn = file.Until, EndedAfterOn = file.EndedAfter, RecordedAt = time.UtcNow(),
        };
        db.Add(made);
        await db.Save();
        return made;
    }

    Task<List<Case>> Open(ExtensionOrder order, long after) => db.Set<Case>().AsNoTracking().WithOpenLimit().Where(c => c.CaseId > after && c.State == order.State)
        .OrderBy(c => c.CaseId).Take(AtOnce).ToListAsync();

    async Task<bool> Moves(long caseId, ExtensionOrder order, PlaceDay places)
    {
        // Somebody may act on the case meanwhile: then it is looked at again.
        for (; ; db.ChangeTracker.Clear())
        {
            if (await cases.Open(caseId) is not { } file) return false;
            var before = file.Case.DueOn;
            List<ClockFact> said = order.LastOn >= order.FromOn ? [ClockFact.Extended(order.FromOn, order.LastOn, order.Kind)] : [];
            // What ended early counts again, but for what another order spares.
            if (order.LastOn < order.UntilOn)
                said = [ClockFact.Restored(Later(order.FromOn, order.LastOn.AddDays(1)), order.UntilOn, order.Kind), .. await orders.For(file.Case)];
            if (await clock.Spare(file, said) is not { } change) return false;
            var now = time.UtcNow();
            file.Record(CaseEvent.LimitExtended, now, Actor.System, new() { Stated = ToldOrder.Stated(order) }, change);
            if (file.Case.DueOn != before) db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.LimitExtended}", now));
            if (!await db.TrySave()) continue;
            db.ChangeTracker.Clear();
            return file.Case.DueOn != before;
        }
    }

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
