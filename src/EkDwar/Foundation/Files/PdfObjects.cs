namespace EkDwar.Foundation.Files;

/// <summary>
/// Finds the objects of a PDF the way a reader does: by the cross-reference entries, tables or streams, newest revision
/// first (ISO 32000-1, 7.5.4, 7.5.8). It repairs nothing: what it cannot follow is not read.
/// </summary>
sealed class PdfObjects(ReadOnlyMemory<byte> file, PdfWork work)
{
    readonly Dictionary<int, PdfPlace> places = [];

    /// <summary>Where each object in use stands, of its newest revision.</summary>
    public IEnumerable<KeyValuePair<int, PdfPlace>> Places => places.Where(p => p.Value.Kind != PdfPlaceKind.Free);

    /// <summary>The trailer of the newest revision.</summary>
    public PdfValue.Dictionary? Trailer { get; private set; }

    public bool IsEncrypted { get; private set; }

    public PdfPlace? PlaceOf(int number) => places.TryGetValue(number, out var place) ? place : null;

    /// <summary>Follows the cross-references from here through all older revisions; false when one is not where it should be.</summary>
    public bool Follow(long start)
    {
        var visited = new HashSet<long>();
        var next = new Queue<long>([start]);
        while (next.TryDequeue(out var at))
        {
            if (!visited.Add(at)) continue;
            if (work.IsUsedUp || at < 0 || at >= file.Length || Section((int)at) is not { } trailer) return false;
            Trailer ??= trailer;
            IsEncrypted |= trailer.Has("Encrypt");
            if (trailer.NumberOf("XRefStm") is { } hybrid) next.Enqueue(hybrid);
            if (trailer.NumberOf("Prev") is { } older) next.Enqueue(older);
        }
        return Trailer is not null;
    }

    /// <summary>The value of the object "number generation obj" that stands here; its stream, if any, begins at <paramref name="body"/>.</summary>
    public PdfValue? ObjectAt(int at, int? number, out int body)
    {
        body = 0;
        var reader = new PdfReader(file.Span, at);
        var found = reader.Whole();
        if (found is null || number is not null && found != number || reader.Whole() is null || !reader.Take("obj"u8)) return null;
        var value = reader.Value();
        if (value is PdfValue.Dictionary && reader.Take("stream"u8))
        {
            body = reader.At;
            if (body < file.Length && file.Span[body] == '\r') body++;
            if (body < file.Length && file.Span[body] == '\n') body++;
        }
        work.Spend(reader.At - at);
        return value;
    }

    /// <summary>The unpacked stream that begins here; null when packed in a way we do not know, or too far.</summary>
    public byte[]? Stream(PdfValue.Dictionary about, int body) => PdfStreams.Unpack(about, file[Math.Min(body, file.Length)..], work);

    PdfValue.Dictionary? Section(int at)
    {
        var reader = new PdfReader(file.Span, at);
        return reader.Take("xref"u8) ? Table(reader) : StreamSection(at);
    }

    PdfValue.Dictionary? Table(PdfReader reader)
    {
        var from = reader.At;
        while (!reader.Take("trailer"u8))
        {
            if (reader.Whole() is not { } first || reader.Whole() is not { } count) return null;
            for (var i = 0L; i < count; i++)
            {
                if (work.IsUsedUp || reader.Whole() is not { } offset || reader.Whole() is null) return null;
                var isUsed = reader.Take("n"u8);
                if (!isUsed && !reader.Take("f"u8)) return null;
                // Offset 0 is the header of the file: writers who mean "free" are known to leave it so.
                Add(first + i, isUsed && offset > 0 ? new PdfPlace(PdfPlaceKind.InFile, offset) : PdfPlace.Free);
            }
        }
        var trailer = reader.Value() as PdfValue.Dictionary;
        work.Spend(reader.At - from);
        return trailer;
    }

    PdfValue.Dictionary? StreamSection(int at)
    {
        if (ObjectAt(at, null, out var body) is not PdfValue.Dictionary about || !about.Says("Type", "XRef") || body == 0) return null;
        if (about["W"] is not PdfValue.List { Items: [PdfValue.Number w0, PdfValue.Number w1, PdfValue.Number w2] }) return null;
        if (w0.Value > 8 || w1.Value > 8 || w2.Value > 8 || Stream(about, body) is not { } rows) return null;
        var row = new PdfCrossReferenceRow((int)w0.Value, (int)w1.Value, (int)w2.Value);
        if (row.Length == 0) return null;
        var index = about["Index"] is PdfValue.List list ? list.Items : [new PdfValue.Number(0), new PdfValue.Number(about.NumberOf("Size") ?? 0)];
        var rest = rows.AsSpan();
        for (var i = 0; i + 1 < index.Count; i += 2)
        {
            if (index[i] is not PdfValue.Number first || index[i + 1] is not PdfValue.Number count) return null;
            for (var n = 0L; n < count.Value && rest.Length >= row.Length && !work.IsUsedUp; n++, rest = rest[row.Length..])
                Add(first.Value + n, row.Read(rest));
        }
        return about;
    }

    void Add(long number, PdfPlace place)
    {
        // A place kept costs some hundred bytes of memory.
        work.Spend(100);
        if (number is > 0 and <= int.MaxValue) places.TryAdd((int)number, place);
    }
}
