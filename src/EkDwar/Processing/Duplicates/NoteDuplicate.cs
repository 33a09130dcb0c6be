using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Processing.Duplicates;

/// <summary>From the outbox: the ledger of the case that goes on says which one was closed in its favour. It changes nothing else of it.</summary>
public sealed class NoteDuplicate(EkDwarDb db, CaseFiles cases, Timeline timeline, TimeProvider time) : IOutboxHandler
{
    public const string OutboxKind = "note_duplicate";

    public string Kind => OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        if (message.Body.Split(' ') is not [var keptText, var closedText] || !CaseReference.TryParse(keptText, out var kept) || !CaseReference.TryParse(closedText, out var closed))
            throw new FormatException("no two cases");
        if (await cases.Open(kept.CaseId) is not { } file) return;
        var other = closed.ToString();
        if ((await timeline.Of(file)).Any(entry => entry.Kind == CaseEvent.DuplicateClosed && entry.Body.Other == other)) return;
        file.Record(CaseEvent.DuplicateClosed, time.UtcNow(), Actor.System, new() { Other = other }, new());
        if (!await db.TrySave()) throw new InvalidOperationException("the case was changed meanwhile");
    }
}
