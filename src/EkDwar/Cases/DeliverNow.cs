using EkDwar.Foundation.Outbox;

namespace EkDwar.Cases;

/// <summary>
/// Makes at once, in the request in which somebody waits for it, what a case has come to: the register is asked, the copy
/// made and signed. It does what the outbox would do a moment later, and what it leaves undone the outbox does.
/// </summary>
public sealed class DeliverNow(OutboxRound round)
{
    public const string AskRegister = "register", MakeCertificate = "certificate";

    public Task Run(CaseReference reference) => round.Now(reference.Compact, [AskRegister, MakeCertificate]);
}
