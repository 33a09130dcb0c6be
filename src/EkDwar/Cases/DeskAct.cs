using EkDwar.People;

namespace EkDwar.Cases;

/// <summary>An act asked for at a desk: by whom, on which case, the version she saw, and what the ledger will say of it.</summary>
public sealed record DeskAct(DeskSession Session, long CaseId, long SeenVersion, string Action, CaseEvent Kind, LedgerBody Body)
{
    public Actor Actor => Actor.Post(Session.PostId, Session.OfficialId);

    /// <summary>Whether a ledger entry is this very act: by this official, with the same words. The fee, the offices and what was replaced are what came of them.</summary>
    public bool Is(LedgerBody written) =>
        (written with { CertificateSeq = null, Fee = null, Office = null, OfficeBefore = null, Replaced = null }).ToText() == (Body with { OfficialId = Session.OfficialId }).ToText();
}
