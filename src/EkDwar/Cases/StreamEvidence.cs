namespace EkDwar.Cases;

/// <summary>
/// All that is known of one stream: its entries, the case's row, what checkpoints state of it and what still waits for
/// one. Judged as a whole, without a database.
/// </summary>
public sealed record StreamEvidence(
    string Kind, long StreamId, Case? Row, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<StatedHead> Stated, IReadOnlyList<UnanchoredHead> Waiting)
{
    public void Judge(LedgerFaults faults)
    {
        if (Entries.Count == 0 || (Kind == Ledger.CaseStream && Row is null))
        {
            faults.Entry("case_missing", this, 0);
            return;
        }
        JudgeChain(faults);
        if (Row is not null) JudgeRow(Row, faults);
        JudgeStated(faults);
        JudgeWaiting(faults);
    }

    /// <summary>Every date rests on a law that can be read again.</summary>
    public void JudgeLaws(IReadOnlySet<string> laws, LedgerFaults faults)
    {
        foreach (var entry in Entries)
            if (entry.Facts.Contains("\"law\"", StringComparison.Ordinal) && TryParse(entry.Facts)?.Law is { } law && !laws.Contains(law))
                faults.Entry("law_missing", this, entry.Seq);
    }

    /// <summary>A case has its key unless the list says that it was erased.</summary>
    public void JudgeKey(bool isErased, LedgerFaults faults)
    {
        if (Row is null || isErased == Row.WrappedKey is null) return;
        faults.Entry(isErased ? "key_back" : "key_missing", this, 0);
    }

    void JudgeChain(LedgerFaults faults)
    {
        LedgerEntry? before = null;
        foreach (var entry in Entries)
        {
            var expected = (before?.Seq ?? 0) + 1;
            Gap("missing", expected, entry.Seq - 1, faults);
            var isJoined = entry.PreviousHash.AsSpan().SequenceEqual(before?.Hash ?? LedgerHash.Start);
            if (!LedgerHash.Of(entry).AsSpan().SequenceEqual(entry.Hash)) faults.Entry("altered", this, entry.Seq);
            else if (!isJoined && entry.Seq == expected) faults.Entry("reordered", this, entry.Seq);
            before = entry;
        }
    }

    void JudgeRow(Case row, LedgerFaults faults)
    {
        var last = Entries[^1];
        Gap("removed", last.Seq + 1, row.LedgerSeq, faults);
        if (row.LedgerSeq > last.Seq) return;
        var facts = TryParse(last.Facts);
        var fits = row.LedgerSeq == last.Seq && row.LedgerHash.AsSpan().SequenceEqual(last.Hash) && facts is not null
            && (row.Status, row.DueOn, row.IsPaused) == (facts.Status, facts.DueOn, facts.IsPaused);
        if (!fits) faults.Entry("row_differs", this, last.Seq);
    }

    void JudgeStated(LedgerFaults faults)
    {
        // Of a chain that was rewritten every stated entry differs: the last one names how far.
        var rewritten = 0;
        foreach (var head in Stated)
        {
            var entry = Entries.FirstOrDefault(entry => entry.Seq == head.Seq);
            if (entry is null && head.Seq > Math.Max(Entries[^1].Seq, Row?.LedgerSeq ?? 0)) faults.Entry("removed", this, head.Seq);
            else if (entry is not null && !head.Fits(entry.Hash)) rewritten = head.Seq;
        }
        if (rewritten > 0) faults.Entry("rewritten", this, rewritten);
    }

    void JudgeWaiting(LedgerFaults faults)
    {
        var anchored = Stated.Where(head => head.IsAnchor).Select(head => head.Seq).DefaultIfEmpty(0).Max();
        var waiting = Waiting.ToDictionary(head => head.Seq, head => head.Hash);
        foreach (var entry in Entries.Where(entry => entry.Seq > anchored))
        {
            if (waiting.TryGetValue(entry.Seq, out var hash) && hash.AsSpan().SequenceEqual(entry.Hash)) continue;
            // A checkpoint of the file that took it off the waiting list, and is not in the database, was there once.
            var taken = Stated.Where(head => head.Seq >= entry.Seq).Select(head => head.CheckpointNo).DefaultIfEmpty(0).Max();
            if (taken > 0) faults.Checkpoint("checkpoint_removed", taken);
            else faults.Entry("unanchored", this, entry.Seq);
        }
        Gap("removed", Math.Max(Entries[^1].Seq, Row?.LedgerSeq ?? 0) + 1, waiting.Keys.DefaultIfEmpty(0).Max(), faults);
    }

    // A number somebody wrote into a row may be anything; a hundred names are enough.
    void Gap(string what, int from, int to, LedgerFaults faults)
    {
        for (var seq = from; seq <= to && seq - from < 100; seq++) faults.Entry(what, this, seq);
    }

    static LedgerFacts? TryParse(string facts)
    {
        try
        {
            return LedgerFacts.Parse(facts);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
