using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EkDwar.Tests.People;

/// <summary>
/// A device with one passkey, written from https://www.w3.org/TR/webauthn-3/ and sharing no code with the house. It can
/// be told to answer as no honest device and browser would.
/// </summary>
sealed class TestAuthenticator
{
    const byte Present = 1, Verified = 4, HasKey = 64;
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] CredentialId { get; set; } = RandomNumberGenerator.GetBytes(32);
    public byte[] UserHandle { get; set; } = [];
    public string Origin { get; set; } = "http://localhost";
    public string Domain { get; set; } = "localhost";
    public bool CrossOrigin { get; set; }
    public bool VerifiesUser { get; set; } = true;
    public uint Count { get; set; }

    /// <summary>The answer to <c>navigator.credentials.create</c>; from now on the passkey is this user's.</summary>
    public string Create(string options)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        UserHandle = Base64Url.DecodeFromChars(asked.GetProperty("user").GetProperty("id").GetString());
        var data = ClientData("webauthn.create", asked);
        var point = key.ExportParameters(false).Q;
        // A COSE key: EC2, ES256, P-256, x, y.
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] about = [.. Head(HasKey), .. new byte[16], 0, (byte)CredentialId.Length, .. CredentialId, .. cose];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x59, (byte)(about.Length >> 8), (byte)about.Length, .. about];
        return Answer(new { clientDataJSON = Written(data), attestationObject = Written(attestation), transports = (string[])["internal"] });
    }

    /// <summary>The answer to <c>navigator.credentials.get</c>; it counts one further.</summary>
    public string Get(string options)
    {
        Count++;
        var data = ClientData("webauthn.get", JsonDocument.Parse(options).RootElement);
        byte[] about = Head(0), signed = [.. about, .. SHA256.HashData(data)];
        var signature = key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { clientDataJSON = Written(data), authenticatorData = Written(about), signature = Written(signature), userHandle = Written(UserHandle) });
    }

    string Answer(object response) =>
        JsonSerializer.Serialize(new { id = Written(CredentialId), rawId = Written(CredentialId), type = "public-key", response, clientExtensionResults = new { } });

    byte[] ClientData(string type, JsonElement asked) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = CrossOrigin });

    byte[] Head(byte more)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.ASCII.GetBytes(Domain)), (byte)(Present | (VerifiesUser ? Verified : 0) | more), .. count];
    }

    static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    static string Written(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
