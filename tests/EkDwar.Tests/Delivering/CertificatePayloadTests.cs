using System.Security.Cryptography;
using System.Text;
using EkDwar.Delivering;
using FsCheck;
using FsCheck.Fluent;

namespace EkDwar.Tests.Delivering;

public class A_certificate_payload
{
    static readonly CertificatePayload Payload = SampleCertificates.Payload();

    [Fact]
    public void states_what_was_signed() =>
        Assert.Equal(Payload, CertificatePayload.Verify(Payload.Sign(SampleCertificates.Key), SampleCertificates.Pinned));

    [Fact]
    public void is_short() => Assert.InRange(Payload.Sign(SampleCertificates.Key).Length, 150, 330);

    [Fact]
    public void differs_when_any_one_thing_differs()
    {
        Assert.NotEqual(Payload, Payload with { HolderName = "ज्ञानेश्वर ऱ्हाळकर" });
        Assert.NotEqual(Payload, Payload with { IssuedOn = Payload.IssuedOn.AddDays(1) });
        Assert.NotEqual(Payload, Payload with { Facts = [new("income", "₹1,42,001"), .. Payload.Facts.Skip(1)] });
    }

    [Fact]
    public void is_nothing_with_any_character_changed()
    {
        var text = Payload.Sign(SampleCertificates.Key);
        for (var i = 0; i < text.Length; i++)
            foreach (var other in "Aa_9 =")
                if (text[i] != other)
                    Assert.Null(CertificatePayload.Verify(text[..i] + other + text[(i + 1)..], SampleCertificates.Pinned));
    }

    [Fact]
    public void is_nothing_with_any_bit_of_its_bytes_changed()
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(Payload.Sign(SampleCertificates.Key));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.Null(CertificatePayload.Verify(System.Buffers.Text.Base64Url.EncodeToString(bytes), SampleCertificates.Pinned));
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Fact]
    public void is_nothing_under_another_key()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Null(CertificatePayload.Verify(Payload.Sign(other), SampleCertificates.Pinned));
    }

    [Fact]
    public void is_read_under_an_old_key_still_pinned()
    {
        using var newer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var both = new PinnedKeys(newer.ExportSubjectPublicKeyInfo(), SampleCertificates.Key.ExportSubjectPublicKeyInfo());
        Assert.Equal(Payload, CertificatePayload.Verify(Payload.Sign(SampleCertificates.Key), both));
        Assert.Equal(Payload, CertificatePayload.Verify(Payload.Sign(newer), both));
    }

    [Theory, InlineData(""), InlineData("A"), InlineData("AQ"), InlineData("!!!!"), InlineData("नाही")]
    public void is_nothing_when_it_is_rubbish(string text) => Assert.Null(CertificatePayload.Verify(text, SampleCertificates.Pinned));

    [Fact]
    public void is_not_cut_to_fit()
    {
        Assert.Throws<PayloadTooLong>(() => (Payload with { HolderName = new string('क', 256) }).Sign(SampleCertificates.Key));
        Assert.Throws<PayloadTooLong>(() => (Payload with { HolderName = new string('क', 250) }).Sign(SampleCertificates.Key));
    }

    [Fact]
    public void that_fits_stays_as_it_is() => Assert.Same(Payload, Payload.Fitting());

    [Fact]
    public void that_is_too_long_says_what_fits_and_that_there_is_more()
    {
        var tooLong = Payload with { Facts = [new("village", new string('क', 300)), .. Payload.Facts, new("valid_until", "1 April 2029")] };
        Assert.Throws<PayloadTooLong>(() => tooLong.Sign(SampleCertificates.Key));
        var read = CertificatePayload.Verify(tooLong.Fitting().Sign(SampleCertificates.Key), SampleCertificates.Pinned)!;
        Assert.Equal(Payload.HolderName, read.HolderName);
        Assert.Equal([.. Payload.Facts, new("valid_until", "1 April 2029")], read.Facts.SkipLast(1));
        Assert.Equal(CertificatePayload.Rest, read.Facts[^1].Key);
        Assert.NotEqual(read.Facts[^1], (tooLong with { Facts = [new("village", new string('ख', 300)), .. tooLong.Facts.Skip(1)] }).Fitting().Facts[^1]);
    }

    [Fact]
    public void of_any_names_fits_once_it_is_made_to() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((name, value) =>
        {
            var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name.Get + string.Concat(Enumerable.Repeat("र्‍हाळकर ", name.Get.Length * 3))));
            var payload = Payload with { HolderName = whole, Facts = [.. Payload.Facts, new("more", string.Concat(Enumerable.Repeat("😀", value.Get.Length * 4)))] };
            return payload.Fitting().Sign(SampleCertificates.Key).Length <= CertificatePayload.LongestText;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void keeps_every_text_as_it_was() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
            var mixed = whole + "र्‍हा ਸ੍ਰੀ ₹ \u200C\U0001F600";
            var page = PagedText.PageOf([mixed]);
            return PagedText.Decode(PagedText.Encode(mixed, page), page) == mixed;
        }).QuickCheckThrowOnFailure();
}
