using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>
/// From the outbox: sums what came of a broadcast's messages, so that no page has to count. Every minute until something has come
/// of each, then a few times more for the reports of those that left; none after three days.
/// </summary>
public sealed class TallyBroadcast(EkDwarDb db, TimeProvider time) : IOutboxHandler
{
    public const string OutboxKind = "broadcast_tally";
    static readonly TimeSpan Soon = TimeSpan.FromMinutes(1), Later = TimeSpan.FromHours(6), Longest = TimeSpan.FromDays(3);

    public string Kind => OutboxKind;

    public static OutboxMessage Begin(Broadcast broadcast, DateTime now) => OutboxMessage.Of(OutboxKind, $"{broadcast.BroadcastId:N}", now + Soon);

    public async Task Handle(OutboxMessage message)
    {
        var id = Guid.Parse(message.Body);
        var (broadcast, now) = (await db.Set<Broadcast>().SingleAsync(one => one.BroadcastId == id), time.UtcNow());
        var counts = await db.Set<PhoneMessage>().Where(sent => sent.BroadcastId == id).GroupBy(sent => sent.Outcome).Select(of => new { of.Key, Count = of.Count() }).ToListAsync();
        broadcast.Outcomes = string.Join(' ', counts.OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => $"{of.Key} {of.Count}"));
        broadcast.TalliedAt = now;
        var isWhole = counts.Sum(of => of.Count) >= broadcast.Handed && (broadcast.HandedAllAt is not null || broadcast.Status == BroadcastStatus.Stopped);
        if (isWhole && broadcast.Status == BroadcastStatus.GoingOut) (broadcast.Status, broadcast.EndedAt) = (BroadcastStatus.Sent, now);
        if (now < (broadcast.EndedAt ?? StateTime.StartOf(broadcast.UntilOn.AddDays(1))) + Longest) db.Add(message.Next(message.Body, now + (isWhole ? Later : Soon)));
        message.DoneWith(db, now);
        // A step of it, or its end, was written in between.
        if (!await db.TrySave()) throw new NotYet(now);
    }
}
