namespace EkDwar.Foundation.Files;

/// <summary>
/// A value in a PDF as far as a check needs it (ISO 32000-1, 7.3). Texts are read past and not kept: what a document
/// says is none of our business here.
/// </summary>
abstract record PdfValue
{
    /// <summary>A text, a boolean, null or a keyword: something we only step over.</summary>
    public sealed record Other : PdfValue
    {
        public static readonly Other Instance = new();
    }

    public sealed record Number(long Value) : PdfValue;

    public sealed record Name(string Text) : PdfValue;

    public sealed record Reference(int ObjectNumber) : PdfValue;

    public sealed record List(List<PdfValue> Items) : PdfValue;

    public sealed record Dictionary(Dictionary<string, PdfValue> Entries) : PdfValue
    {
        public PdfValue? this[string name] => Entries.GetValueOrDefault(name);

        public bool Has(string name) => Entries.ContainsKey(name);

        public bool Says(string name, string value) => this[name] is Name found && found.Text == value;

        public long? NumberOf(string name) => this[name] is Number number ? number.Value : null;
    }
}
