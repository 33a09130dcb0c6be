using System.Security.Cryptography;

namespace EkDwar.Foundation.Outbox;

/// <summary>The id of a message that follows from something: always the same for the same, so that it is written once. Not a secret.</summary>
public static class DerivedId
{
    const int Length = 16;

    public static Guid Of(Guid parent) => Of(parent.ToByteArray(bigEndian: true));

    public static Guid Of(string text) => Of(System.Text.Encoding.UTF8.GetBytes(text));

    static Guid Of(byte[] bytes) => new(SHA256.HashData(bytes).AsSpan(0, Length), bigEndian: true);
}
