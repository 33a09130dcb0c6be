namespace EkDwar.Foundation.Files;

enum PdfPlaceKind { Free, InFile, InStream }

/// <summary>Where an object of a PDF stands: at an offset of the file, or inside the object stream of that number.</summary>
readonly record struct PdfPlace(PdfPlaceKind Kind, long Where)
{
    public static readonly PdfPlace Free = new(PdfPlaceKind.Free, 0);
}
