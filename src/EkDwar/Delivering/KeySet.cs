using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Delivering;

/// <summary>
/// The public keys certificates are checked with, as a JWK Set (RFC 7517): the key of a code under the id that stands in the
/// code, in hexadecimal digits; a seal with its X.509 certificates. Nothing private is in it.
/// </summary>
/// <remarks>
/// A withdrawn key is not among <c>keys</c> but in a list of its own, <c>withdrawn</c>, which a reader who knows the RFC alone
/// passes over (section 5): what it signed proves nothing by itself, whatever day it states, for that day is the forger's too.
/// </remarks>
public sealed class KeySet(IReadOnlyList<KnownKey> codes, IReadOnlyList<KnownKey> seals)
{
    public const string ContentType = "application/jwk-set+json";

    /// <summary>The SubjectPublicKeyInfo in a PEM file.</summary>
    public static byte[] PublicKeyOf(string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.ExportSubjectPublicKeyInfo();
    }

    public string Json() => new JsonObject
    {
        ["keys"] = List(key => key.WithdrawnOn is null),
        ["withdrawn"] = List(key => key.WithdrawnOn is not null),
    }.ToJsonString();

    JsonArray List(Func<KnownKey, bool> which) => [.. codes.Where(which).Select(Code), .. seals.Where(which).Select(Seal)];

    static JsonNode Code(KnownKey known)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(known.Pem);
        return Written(known, key, Convert.ToHexStringLower(PinnedKeys.IdOf(key.ExportSubjectPublicKeyInfo())));
    }

    static JsonNode Seal(KnownKey known)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(known.Pem);
        using var key = chain[0].GetECDsaPublicKey()!;
        var written = Written(known, key, known.Name);
        written["x5c"] = new JsonArray([.. chain.Select(certificate => (JsonNode)Convert.ToBase64String(certificate.RawData))]);
        written["x5t#S256"] = Base64Url.EncodeToString(chain[0].GetCertHash(HashAlgorithmName.SHA256));
        foreach (var certificate in chain) certificate.Dispose();
        return written;
    }

    static JsonObject Written(KnownKey known, ECDsa key, string kid)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var written = new JsonObject
        {
            ["kid"] = kid, ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["alg"] = "ES256",
            ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y),
        };
        if (known.WithdrawnOn is { } day) written["withdrawn_on"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return written;
    }
}
