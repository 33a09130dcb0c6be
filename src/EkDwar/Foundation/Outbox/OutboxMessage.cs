using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Foundation.Outbox;

/// <summary>
/// Work to be done after a commit, at least once; written in the same transaction as what it follows from. A statutory
/// timer is a message due in the future. Its body names things and never holds personal data in clear.
/// </summary>
public sealed class OutboxMessage : IEntityTypeConfiguration<OutboxMessage>
{
    /// <summary>The kind of those that tell somebody what happened to a case; they have a lane of their own.</summary>
    public const string Notice = "notice";

    public Guid Id { get; init; }
    public string Kind { get; init; } = "";
    public string Body { get; init; } = "";
    public OutboxLane Lane { get; init; } = OutboxLane.Work;
    public DateTime DueAt { get; set; }
    public int Attempts { get; set; }
    public DateTime? ClaimedUntil { get; set; }
    public DateTime? DoneAt { get; set; }

    /// <summary>Set when every try failed: a person must look. Not done, and not tried again by itself.</summary>
    public DateTime? DeadAt { get; set; }
    public string? LastError { get; set; }

    public static OutboxMessage Of(string kind, string body, DateTime dueAt) => Of(kind, body, dueAt, kind == Notice ? OutboxLane.Notices : OutboxLane.Work);

    public static OutboxMessage Of(string kind, string body, DateTime dueAt, OutboxLane lane) =>
        new() { Id = Guid.CreateVersion7(), Kind = kind, Body = body, Lane = lane, DueAt = UtcMicroseconds.Cut(dueAt) };

    /// <summary>What follows from this one, once: handled again, it is the same message, and the save that writes it a second time is refused.</summary>
    public OutboxMessage Next(string body, DateTime dueAt) => new() { Id = DerivedId.Of(Id), Kind = Kind, Body = body, Lane = Lane, DueAt = UtcMicroseconds.Cut(dueAt) };

    /// <summary>Notes in the handler's own save that this is done: one commit where there were two.</summary>
    public void DoneWith(EkDwarDb db, DateTime now)
    {
        db.Attach(this);
        DoneAt = now;
    }

    /// <summary>Whether that save was written.</summary>
    public bool IsDoneWith(EkDwarDb db) => DoneAt is not null && db.Entry(this).State == EntityState.Unchanged;

    public void Configure(EntityTypeBuilder<OutboxMessage> builder) => builder.ToTable("outbox").HasKey(message => message.Id);
}
