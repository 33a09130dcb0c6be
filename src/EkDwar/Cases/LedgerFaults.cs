using EkDwar.Foundation.Languages;

namespace EkDwar.Cases;

/// <summary>The faults found so far, each one sentence. Beyond a thousand they are counted and no longer named.</summary>
public sealed class LedgerFaults
{
    const int Named = 1000;

    readonly List<string> sentences = [];
    readonly HashSet<(string, long)> checkpoints = [];

    public IReadOnlyList<string> Sentences => sentences;
    public long Count { get; private set; }

    /// <param name="what">The end of the text's key.</param>
    /// <param name="evidence">The stream it is about; one without a row is named by the twelve symbols of its reference.</param>
    public void Entry(string what, StreamEvidence evidence, int seq) =>
        Add(what, ("stream", evidence.Kind), ("id", evidence.Row?.Reference.ToString() ?? CaseReference.Of("XX", evidence.StreamId).ToString()[3..17]), ("seq", $"{seq}"));

    public void Person(string what, Guid personId) => Add(what, ("stream", "person"), ("id", $"{personId}"));

    /// <summary>A checkpoint's fault is named once, whatever shows it.</summary>
    public void Checkpoint(string what, long no)
    {
        if (checkpoints.Count < Named && checkpoints.Add((what, no))) Add(what, ("checkpoint", $"{no}"));
    }

    void Add(string what, params ReadOnlySpan<(string, string)> values)
    {
        Count++;
        if (sentences.Count < Named) sentences.Add(Say(what, values));
    }

    public static string Say(string what, params ReadOnlySpan<(string, string)> values) =>
        Texts.Get(LanguageCode.English, "cases.ledger." + what, values);
}
