using EkDwar.Foundation.Secrets;
using FsCheck;
using FsCheck.Fluent;

namespace EkDwar.Tests.Foundation.Secrets;

public class A_sealed_value
{
    static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    static readonly byte[] Place = Sealing.Context("ledger", 42, 1);

    [Fact]
    public void opens_to_what_was_sealed() => Prop.ForAll<byte[], byte[]>((plain, context) =>
        Sealing.Open(Sealing.Seal(plain, Key, context), Key, context).AsSpan().SequenceEqual(plain)).QuickCheckThrowOnFailure();

    [Fact]
    public void keeps_a_name_byte_for_byte()
    {
        using var cipher = Sealing.Cipher(Key);
        Assert.Equal("ज्ञानेश्वर र्‍हाळकर", Sealing.OpenText(Sealing.SealText("ज्ञानेश्वर र्‍हाळकर", cipher, Place), cipher, Place));
        Assert.Equal("", Sealing.OpenText(Sealing.SealText("", cipher, Place), cipher, Place));
    }

    [Fact]
    public void is_version_nonce_tag_and_ciphertext()
    {
        var one = Sealing.Seal("abc"u8, Key, Place);
        var two = Sealing.Seal("abc"u8, Key, Place);
        Assert.Equal(1 + 12 + 16 + 3, one.Length);
        Assert.Equal(1, one[0]);
        Assert.NotEqual(one[1..13], two[1..13]);
    }

    [Fact]
    public void with_any_bit_changed_does_not_open()
    {
        var whole = Sealing.Seal("abc"u8, Key, Place);
        for (var bit = 0; bit < 8 * whole.Length; bit++)
        {
            var changed = whole.ToArray();
            changed[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.Throws<SealBrokenException>(() => Sealing.Open(changed, Key, Place));
        }
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<SealBrokenException>(() => Sealing.Open(whole.AsSpan(0, length), Key, Place));
    }

    [Fact]
    public void moved_to_another_row_does_not_open()
    {
        var value = Sealing.Seal("abc"u8, Key, Place);
        foreach (var other in (byte[][])[Sealing.Context("ledger", 42, 2), Sealing.Context("ledger", 43, 1), Sealing.Context("answer", 42, 1), Sealing.Context("ledger", 42), []])
            Assert.Throws<SealBrokenException>(() => Sealing.Open(value, Key, other));
    }
}
