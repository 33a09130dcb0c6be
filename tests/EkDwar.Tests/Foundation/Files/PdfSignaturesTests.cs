using System.Text;
using EkDwar.Foundation.Files;
using EkDwar.Tests.Foundation.Pdf;

namespace EkDwar.Tests.Foundation.Files;

/// <summary>Held against poppler's pdfsig, which reads the same files.</summary>
public sealed class A_signature_in_a_paper
{
    static readonly byte[] Signed = SignedPapers.By("A \u202Ebank");

    [Fact]
    public void is_intact_and_its_name_turns_no_writing_round()
    {
        Assert.Equal([new(PdfSignatureState.Intact, "DEMO A bank")], PdfSignatures.In(Signed));
        Assert.Contains("Signature is Valid", Tool.On(Signed, "pdfsig", "-nocert"));
    }

    [Theory, InlineData(0.1), InlineData(0.5), InlineData(0.7)]
    public void does_not_fit_a_file_that_was_changed(double place)
    {
        var pdf = Signed.ToArray();
        pdf[(int)(pdf.Length * place * 0.9)] ^= 1;
        Assert.Equal([PdfSignatureState.Changed], PdfSignatures.In(pdf).Select(signature => signature.State));
        Assert.DoesNotContain("Signature is Valid", Tool.On(pdf, "pdfsig", "-nocert"));
    }

    [Fact]
    public void says_that_something_was_added_behind_it() =>
        Assert.Equal([PdfSignatureState.AddedTo], PdfSignatures.In((byte[])[.. Signed, .. "9 0 obj\n<< >>\nendobj\n"u8]).Select(signature => signature.State));

    [Theory]
    [InlineData("/ByteRange [0 10 20 30] /Contents <00ff>", PdfSignatureState.Unknown)]
    [InlineData("/ByteRange [5 10 20 30]", PdfSignatureState.Unknown)]
    [InlineData("/ByteRange [0 2147483647 2147483647 2147483647]", PdfSignatureState.Unknown)]
    [InlineData("/ByteRange [0 9 8 1]", PdfSignatureState.Unknown)]
    [InlineData("/ByteRange [0 -9 8 1]", null)]
    [InlineData("/ByteRange [0 99999999999 8 1]", null)]
    [InlineData("/ByteRange [0 1 2]", null)]
    [InlineData("/ByteRange", null)]
    [InlineData("/ByteRange [", null)]
    [InlineData("/ByteRange nothing [0 1 2 3]", null)]
    public void that_is_none_is_none_of_ours(string text, PdfSignatureState? state) =>
        Assert.Equal(state is { } said ? [said] : [], PdfSignatures.In(Encoding.ASCII.GetBytes(text)).Select(signature => signature.State));

    [Fact]
    public void that_leaves_the_beginning_out_proves_nothing()
    {
        var range = Encoding.ASCII.GetString(Signed).LastIndexOf("/ByteRange [0 ", StringComparison.Ordinal);
        var pdf = Signed.ToArray();
        pdf[range + "/ByteRange [".Length] = (byte)'1';
        Assert.Equal([PdfSignatureState.Unknown], PdfSignatures.In(pdf).Select(signature => signature.State));
    }

    [Fact]
    public void of_any_bytes_ends_in_an_answer()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var pdf = Signed.ToArray();
            for (var change = 0; change < 40; change++) pdf[random.Next(pdf.Length)] = (byte)random.Next(256);
            Assert.DoesNotContain(PdfSignatures.In(pdf), signature => signature.State == PdfSignatureState.Intact);
        }
    }

    [Fact]
    public void is_read_at_most_ten_times() =>
        Assert.Equal(10, PdfSignatures.In(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("/ByteRange [0 9 8 1] ", 50)))).Count);
}
