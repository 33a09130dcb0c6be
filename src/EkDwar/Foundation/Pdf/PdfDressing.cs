using EkDwar.Foundation.Languages;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// Adds what cairo cannot write and screen readers need: the language of the document and of parts in another, the words
/// for figures, what a heading cell heads, and the title in the window. The pages stay as drawn.
/// </summary>
static class PdfDressing
{
    public static byte[] Dress(byte[] pdf, LanguageCode language, IReadOnlyList<PdfTag> tags)
    {
        var objects = new PdfObjects(pdf);
        var catalog = objects.OpenDictionary(objects.Root);
        var changed = DressedElements(objects, PdfObjects.References(catalog, "/StructTreeRoot")[0], language, tags);
        changed[objects.Root] = catalog + $" /Lang ({language.Code}) /ViewerPreferences << /DisplayDocTitle true >>";
        return Rewrite(objects, changed, pdf.Length);
    }

    // Elements and tags are matched kind by kind, in the order both have them, so that an element cairo may add does no harm.
    static Dictionary<int, string> DressedElements(PdfObjects objects, int tree, LanguageCode language, IReadOnlyList<PdfTag> tags)
    {
        var tagsOfKind = tags.GroupBy(tag => tag.Name).ToDictionary(kind => kind.Key, kind => new Queue<PdfTag>(kind));
        var changed = new Dictionary<int, string>();
        foreach (var (number, dictionary) in Elements(objects, tree))
        {
            if (!tagsOfKind.TryGetValue(Kind(dictionary), out var waiting)) continue;
            if (!waiting.TryDequeue(out var tag)) throw new InvalidOperationException("cairo wrote more elements than were drawn");
            var entries = Entries(tag, language);
            if (entries.Length > 0) changed[number] = dictionary + entries;
        }
        if (tagsOfKind.Values.Any(waiting => waiting.Count > 0)) throw new InvalidOperationException("cairo left out elements that were drawn");
        return changed;
    }

    static IEnumerable<(int Number, string Dictionary)> Elements(PdfObjects objects, int number)
    {
        var dictionary = objects.OpenDictionary(number);
        if (dictionary.Contains("/StructElem", StringComparison.Ordinal)) yield return (number, dictionary);
        foreach (var child in PdfObjects.References(dictionary, "/K"))
            foreach (var element in Elements(objects, child))
                yield return element;
    }

    static string Kind(string element)
    {
        var name = element[(element.IndexOf("/S /", StringComparison.Ordinal) + "/S /".Length)..];
        return name[..name.IndexOfAny(['\n', ' ', '/'])];
    }

    static string Entries(PdfTag tag, LanguageCode document)
    {
        var entries = tag.Language is { } language && language != document ? $" /Lang ({language.Code})" : "";
        if (tag.Alternative is not null) entries += $" /Alt {PdfSyntax.Text(tag.Alternative)}";
        if (tag.IsRowHeading) entries += " /A << /O /Table /Scope /Row >>";
        if (tag.IsColumnHeading) entries += " /A << /O /Table /Scope /Column >>";
        return entries;
    }

    static byte[] Rewrite(PdfObjects objects, Dictionary<int, string> changed, int length)
    {
        using var file = new MemoryStream(length + 8192);
        var offsets = new long[objects.Count];
        file.Write(objects.Header);
        foreach (var number in objects.InFileOrder)
        {
            offsets[number] = file.Position;
            if (changed.TryGetValue(number, out var dictionary)) file.Write($"{number} 0 obj\n{dictionary} >>\nendobj\n");
            else file.Write(objects.Raw(number));
        }
        var table = file.Position;
        file.Write($"xref\n0 {objects.Count}\n0000000000 65535 f \n");
        foreach (var offset in offsets.Skip(1)) file.Write(PdfSyntax.InUse(offset));
        file.Write($"trailer\n<< /Size {objects.Count} /Root {objects.Root} 0 R /Info {objects.Info} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }
}
