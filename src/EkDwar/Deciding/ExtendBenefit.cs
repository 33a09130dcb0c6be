using System.Globalization;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Deciding;

/// <summary>From the outbox: a granted life certificate lets the benefit it is about go on. Two cases are never changed in one save.</summary>
public sealed class ExtendBenefit(EkDwarDb db, CaseFiles cases, BenefitRegister benefits, TimeProvider time) : IOutboxHandler
{
    const string OutboxKind = "life_proved";

    public string Kind => OutboxKind;

    /// <summary>That the holder of this benefit was seen alive on a day.</summary>
    public static OutboxMessage Message(string benefit, DateOnly seenOn, DateTime now) =>
        OutboxMessage.Of(OutboxKind, $"{benefit} {seenOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", now);

    public async Task Handle(OutboxMessage message)
    {
        if (message.Body.Split(' ') is not [var text, var seen] || !CaseReference.TryParse(text, out var reference)) throw new FormatException("no benefit");
        if (await cases.Open(reference.CaseId) is not { Service.Sanction: not null } file || await benefits.Of(reference.CaseId) is not { } entry) return;
        benefits.Prove(file, entry, DateOnly.ParseExact(seen, "yyyy-MM-dd", CultureInfo.InvariantCulture), time.UtcNow());
        if (!await db.TrySave()) throw new InvalidOperationException("the case was changed meanwhile");
    }
}
