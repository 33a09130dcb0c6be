using EkDwar.Foundation.Database;

namespace EkDwar.Cases;

/// <summary>
/// Writes what happened into a case's chain, in the same save as the change itself. The row's status, dates and pause
/// are set from the entry's facts and from nowhere else, so the ledger read again gives the row.
/// </summary>
public static class Ledger
{
    public const string CaseStream = "case";

    public static void Append(EkDwarDb db, Case c, CaseSeal seal, LedgerWord word)
    {
        var seq = c.LedgerSeq + 1;
        var entry = new LedgerEntry
        {
            StreamKind = CaseStream, StreamId = c.CaseId, Seq = seq, Kind = word.Kind.ToString(), At = word.At,
            Actor = word.Actor.Kind, PostId = word.Actor.PostId, Facts = word.Facts.ToText(),
            Body = seal.Seal((word.Body with { OfficialId = word.Actor.OfficialId }).ToText(), "ledger", seq),
            PreviousHash = seq == 1 ? LedgerHash.Start : c.LedgerHash,
        };
        var hash = LedgerHash.Of(entry);
        db.Add(entry.With(hash));
        db.Add(new UnanchoredHead { StreamKind = CaseStream, StreamId = c.CaseId, Seq = seq, Hash = hash });
        (c.LedgerSeq, c.LedgerHash) = (seq, hash);
        (c.Status, c.DueOn, c.IsPaused, c.ClosesOn, c.LimitPassedOn) = (word.Facts.Status, word.Facts.DueOn, word.Facts.IsPaused, word.Facts.ClosesOn, word.Facts.LimitPassedOn);
    }
}

/// <summary>One thing to be written into the ledger.</summary>
public sealed record LedgerWord(CaseEvent Kind, DateTime At, Actor Actor, LedgerFacts Facts, LedgerBody Body);
