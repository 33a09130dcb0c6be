using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace EkDwar.People.SignOn.Emulator;

/// <summary>A key of the emulated provider: signs a token by hand (RFC 7515), and shows its public half (RFC 7517).</summary>
public sealed class EmulatedKey : IDisposable
{
    readonly RSA? rsa;
    readonly ECDsa? ec;

    EmulatedKey(string algorithm, int bits)
    {
        Algorithm = algorithm;
        if (algorithm == "ES256") ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        else rsa = RSA.Create(bits);
        Id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(8));
    }

    public string Algorithm { get; }
    public string Id { get; }

    public static EmulatedKey New(string algorithm, int bits = 2048) => new(algorithm, bits);

    public JsonObject ToJson()
    {
        var key = new JsonObject { ["kid"] = Id, ["use"] = "sig", ["alg"] = Algorithm };
        if (ec is not null)
        {
            var point = ec.ExportParameters(false).Q;
            (key["kty"], key["crv"], key["x"], key["y"]) = ("EC", "P-256", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
            return key;
        }
        var half = rsa!.ExportParameters(false);
        (key["kty"], key["n"], key["e"]) = ("RSA", Base64Url.EncodeToString(half.Modulus), Base64Url.EncodeToString(half.Exponent));
        return key;
    }

    /// <summary>The public half as the PEM file somebody would take for a secret.</summary>
    public byte[] PublicBytes() => Encoding.ASCII.GetBytes(ec?.ExportSubjectPublicKeyInfoPem() ?? rsa!.ExportSubjectPublicKeyInfoPem());

    public byte[] Signature(string signed)
    {
        var bytes = Encoding.ASCII.GetBytes(signed);
        if (ec is not null) return ec.SignData(bytes, HashAlgorithmName.SHA256);
        return rsa!.SignData(bytes, HashAlgorithmName.SHA256, Algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
    }

    public void Dispose()
    {
        rsa?.Dispose();
        ec?.Dispose();
    }
}
