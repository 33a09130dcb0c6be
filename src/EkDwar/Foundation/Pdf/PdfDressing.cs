using EkDwar.Foundation.Languages;

namespace EkDwar.Foundation.Pdf;

static class PdfDressing
{
    public static byte[] Dress(byte[] pdf, LanguageCode language, IReadOnlyList<PdfTag> tags) => pdf;
}
