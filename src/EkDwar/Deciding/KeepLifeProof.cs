using System.Globalization;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Deciding;

/// <summary>From the outbox, at its day: reminds a beneficiary to prove that she lives, and suspends what is paid when she has not. A timer whose proof was renewed finds nothing to do.</summary>
public sealed class KeepLifeProof(EkDwarDb db, CaseFiles cases, BenefitRegister benefits, TimeProvider time) : IOutboxHandler
{
    public string Kind => BenefitRegister.LifeProof;

    public async Task Handle(OutboxMessage message)
    {
        if (message.Body.Split(' ') is not [var text, var until, var what] || !CaseReference.TryParse(text, out var reference)) throw new FormatException("no timer of a proof");
        if (await cases.Open(reference.CaseId) is not { } file || await benefits.Of(reference.CaseId) is not { Status: BenefitStatus.Active } entry) return;
        if (entry.HoldsUntil != DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture)) return;
        if (what == BenefitRegister.Remind) db.Add(OutboxMessage.Of("notice", $"{reference.Compact} LifeProofDue", time.UtcNow()));
        else benefits.SuspendFor(file, entry, time.UtcNow());
        if (!await db.TrySave()) throw new InvalidOperationException("the case was changed meanwhile");
    }
}
