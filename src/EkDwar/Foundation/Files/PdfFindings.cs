namespace EkDwar.Foundation.Files;

/// <summary>
/// What the objects of a PDF would do when opened: run a program or a script, hand over other files. Links, forms,
/// their field scripts and signatures are usual and allowed.
/// </summary>
sealed class PdfFindings
{
    readonly HashSet<int> harmless = [];
    readonly HashSet<int> openers = [];
    readonly Dictionary<int, int> pageCounts = [];
    readonly Dictionary<int, PdfValue.Dictionary> catalogues = [];
    bool hasScript;
    bool startsProgram;
    bool startsOfItself;

    public bool HoldsOtherFiles { get; private set; }

    public bool RunsByItself => startsProgram || hasScript && (startsOfItself || openers.Any(number => !harmless.Contains(number)));

    public int? PagesUnder(int number) => pageCounts.TryGetValue(number, out var pages) ? pages : null;

    /// <summary>The document's root; null when the trailer names none that has pages.</summary>
    public PdfValue.Dictionary? Catalogue(PdfValue.Dictionary trailer) =>
        trailer["Root"] is PdfValue.Reference root ? catalogues.GetValueOrDefault(root.ObjectNumber) : null;

    public void See(int number, PdfValue value)
    {
        if (IsOnlyAPlace(value)) harmless.Add(number);
        if (value is PdfValue.Dictionary pages && pages.Says("Type", "Pages") && pages.NumberOf("Count") is { } count and <= int.MaxValue)
            pageCounts[number] = (int)count;
        if (value is PdfValue.Dictionary root && root.Says("Type", "Catalog") && root.Has("Pages")) catalogues[number] = root;
        See(value);
    }

    void See(PdfValue value)
    {
        switch (value)
        {
            case PdfValue.List list:
                list.Items.ForEach(See);
                break;
            case PdfValue.Dictionary dictionary:
                SeeEntries(dictionary);
                foreach (var entry in dictionary.Entries.Values) See(entry);
                break;
        }
    }

    void SeeEntries(PdfValue.Dictionary dictionary)
    {
        startsProgram |= dictionary.Says("S", "Launch");
        hasScript |= dictionary.Says("S", "JavaScript") || dictionary.Says("S", "Rendition") && dictionary.Has("JS");
        // A name tree of scripts runs whole when the document opens (ISO 32000-1, 12.6.4.16).
        if (dictionary["JavaScript"] is PdfValue.Dictionary or PdfValue.Reference) hasScript = startsOfItself = true;
        HoldsOtherFiles |= dictionary.Says("Type", "EmbeddedFile") || dictionary.Has("EmbeddedFiles")
            || dictionary.Has("EF") && (dictionary.Has("F") || dictionary.Has("UF"));
        var isCatalogue = dictionary.Says("Type", "Catalog");
        startsOfItself |= dictionary.Has("AA") && (isCatalogue || dictionary.Says("Type", "Page"));
        if (!isCatalogue) return;
        if (dictionary["OpenAction"] is PdfValue.Reference opener) openers.Add(opener.ObjectNumber);
        else startsOfItself |= dictionary["OpenAction"] is { } action && !IsOnlyAPlace(action);
    }

    static bool IsOnlyAPlace(PdfValue value) =>
        value is PdfValue.List || value is PdfValue.Dictionary action && action.Says("S", "GoTo") && !action.Has("Next");
}
