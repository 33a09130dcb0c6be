using System.Globalization;
using System.Text;

namespace EkDwar.Foundation.Drawing;

/// <summary>
/// A picture on a sheet of PDF of its own size, its compressed bytes as they are stored, so that one program draws photos
/// and documents alike. Only for that program; nobody else ever sees it.
/// </summary>
/// <param name="Width">pixels as stored, before orientation</param>
/// <param name="Height">pixels as stored, before orientation</param>
/// <param name="About">entries of the image's dictionary (ISO 32000-1, 8.9.5) that say how its bytes are read</param>
/// <param name="Orientation">as EXIF counts: 1 is upright; 5 to 8 lie on their side</param>
sealed record PictureSheet(int Width, int Height, string About, IReadOnlyList<ReadOnlyMemory<byte>> Data, int Orientation)
{
    // Annex C: no side of a page is longer.
    const double LongestSide = 14400;

    /// <summary>The program of a colour space that <see cref="About"/> names as 6 0 R, with its dictionary's entries; null where it needs none.</summary>
    public (string About, string Program)? Tint { get; init; }

    public byte[] ToPdf()
    {
        var scale = Math.Min(1, LongestSide / Math.Max(Width, Height));
        var (w, h) = Orientation >= 5 ? (Height * scale, Width * scale) : (Width * scale, Height * scale);
        List<Action<MemoryStream>> objects =
        [
            body => Write(body, "<</Type/Catalog/Pages 2 0 R>>"),
            body => Write(body, "<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            body => Write(body, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {Number(w)} {Number(h)}]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>"),
            body => WriteStream(body, "", [Encoding.ASCII.GetBytes($"{Matrix(w, h)} cm /I Do")]),
            body => WriteStream(body, $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}{About}", Data),
        ];
        if (Tint is var (about, program)) objects.Add(body => WriteStream(body, "/FunctionType 4" + about, [Encoding.ASCII.GetBytes(program)]));
        return Numbered(objects);
    }

    /// <summary>Where the corners of the stored picture come to lie (EXIF 2.3, orientation).</summary>
    string Matrix(double w, double h)
    {
        double[] m = Orientation switch
        {
            2 => [-w, 0, 0, h, w, 0],
            3 => [-w, 0, 0, -h, w, h],
            4 => [w, 0, 0, -h, 0, h],
            5 => [0, -h, -w, 0, w, h],
            6 => [0, -h, w, 0, 0, h],
            7 => [0, h, w, 0, 0, 0],
            8 => [0, h, -w, 0, w, 0],
            _ => [w, 0, 0, h, 0, 0],
        };
        return string.Join(' ', m.Select(Number));
    }

    static byte[] Numbered(List<Action<MemoryStream>> objects)
    {
        var body = new MemoryStream();
        Write(body, "%PDF-1.5\n");
        var places = new List<long>();
        foreach (var write in objects)
        {
            places.Add(body.Position);
            Write(body, $"{places.Count} 0 obj\n");
            write(body);
            Write(body, "\nendobj\n");
        }
        var table = body.Position;
        Write(body, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}");
        Write(body, $"trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return body.ToArray();
    }

    static void WriteStream(MemoryStream body, string about, IReadOnlyList<ReadOnlyMemory<byte>> data)
    {
        Write(body, $"<<{about}/Length {data.Sum(part => part.Length)}>>\nstream\n");
        foreach (var part in data) body.Write(part.Span);
        Write(body, "\nendstream");
    }

    static void Write(MemoryStream body, string text) => body.Write(Encoding.ASCII.GetBytes(text));

    static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
