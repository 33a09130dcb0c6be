using System.Globalization;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>
/// From the outbox: one step of an approved broadcast. A bounded number of applications is read, for each person a message is put
/// into the outbox, and what follows is the next step; all of it in one save with this step's end. So a step is done once, however
/// many nodes have it and wherever one dies. A message's key follows from broadcast, person and channel: nobody is told twice.
/// </summary>
public sealed class HandOutBroadcast(EkDwarDb db, AreaPeople people, BroadcastHours hours, TimeProvider time) : IOutboxHandler
{
    public const string OutboxKind = "broadcast";
    const int Applications = 200;

    public string Kind => OutboxKind;

    public static OutboxMessage Begin(Broadcast broadcast, DateTime now) => OutboxMessage.Of(OutboxKind, Body(broadcast, AreaStep.First), now, OutboxLane.Broadcasts);

    public async Task Handle(OutboxMessage message)
    {
        var (id, step) = Read(message.Body);
        var broadcast = await db.Set<Broadcast>().SingleAsync(one => one.BroadcastId == id);
        var now = time.UtcNow();
        if (broadcast.Status != BroadcastStatus.GoingOut || broadcast.HandedAllAt is not null) return;
        // Nobody needs to be found in the night: whoever is has to wait.
        if (hours.WaitsUntil(broadcast) is { } morning) throw new NotYet(morning);
        var (found, next) = hours.IsOver(broadcast) ? ([], null) : await people.Step(broadcast.State, broadcast.AreaId, step, Applications);
        var messages = found.DistinctBy(person => person.AccountId).SelectMany(person => SendBroadcast.To(person, broadcast, now)).ToList();
        var ids = messages.ConvertAll(one => one.Id);
        var known = await db.Set<OutboxMessage>().Where(one => ids.Contains(one.Id)).Select(one => one.Id).ToListAsync();
        messages.RemoveAll(one => known.Contains(one.Id));
        db.AddRange(messages);
        broadcast.Handed += messages.Count;
        if (next is { } on) db.Add(message.Next(Body(broadcast, on), now));
        else broadcast.HandedAllAt = now;
        message.DoneWith(db, now);
        // It was stopped, or another node did this step, in between: read anew what stands now.
        if (!await db.TrySave()) throw new NotYet(now);
    }

    static string Body(Broadcast broadcast, AreaStep step) => string.Create(CultureInfo.InvariantCulture, $"{broadcast.BroadcastId:N} {step.CaseId} {step.Place}");

    static (Guid, AreaStep) Read(string body)
    {
        var parts = body.Split(' ', 3);
        return (Guid.Parse(parts[0]), new(parts[2], long.Parse(parts[1], CultureInfo.InvariantCulture)));
    }
}
