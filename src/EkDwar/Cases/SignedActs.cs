using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Cases;

/// <summary>
/// What an official signs: the acts after which something leaves the house as an order or a document under her name, and the
/// leave to open a case that is nobody's business otherwise. Whoever signs has just proved that it is she, by a factor and not by
/// a screen that was left open. No signing is what moves a case along or prepares a decision: claiming, forwarding, reporting,
/// asking, notes, assessing a fee, and what is booked after an order was signed.
/// </summary>
public static class SignedActs
{
    /// <summary>Nothing was done: she has to prove first who she is.</summary>
    public static readonly Refusal ProveFirst = new("cases.prove_first");

    /// <summary>Nothing was done: who acts by delegation prepares what is signed, and whoever answers for the post signs it.</summary>
    public static readonly Refusal HolderSigns = new("cases.holder_signs");

    public static readonly IReadOnlyList<CaseEvent> All =
    [
        // The certificate, licence or sanction order is made in her name; a refusal is a letter that names ground and rule.
        CaseEvent.ApplicationGranted, CaseEvent.ApplicationRefused,
        // A document that was good is good no longer, or another is made in its place.
        CaseEvent.CertificateRevoked,
        // A sanction ends for ever, and with it somebody's money.
        CaseEvent.BenefitStopped,
        // The order of the first appellate authority.
        CaseEvent.RefusalSetAside,
        // Her leave is all that stands between a citizen's file and somebody with no business in it, who may sit beside her.
        CaseEvent.EmergencyLookAllowed,
    ];

    /// <summary>Whether her last proof is young enough to sign in this case.</summary>
    public static bool IsProved(this CaseFile file, DeskSession session) => file.Signing.Holds(session.SinceProof);

    /// <summary>What stands against an act that is signed: that she is a delegate, or has not proved who she is. Null where nothing does, or it is not signed.</summary>
    public static Refusal? Unproved(this CaseFile file, DeskAct act) => All.Contains(act.Kind) ? file.Signing.Unsigned(act.Session) : null;

    /// <summary>What stands against her signing by these rules; null where nothing does.</summary>
    public static Refusal? Unsigned(this SigningRules rules, DeskSession session) =>
        session.IsDelegate ? HolderSigns : rules.Holds(session.SinceProof) ? null : ProveFirst;
}
