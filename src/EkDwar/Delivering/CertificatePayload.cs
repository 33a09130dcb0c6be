using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EkDwar.Delivering;

/// <summary>One thing a certificate states, such as <c>income</c> and what was found.</summary>
public sealed record PayloadFact(string Key, string Value);

/// <summary>
/// What a certificate states, small enough for its QR code and signed, so that it can be read and checked without a
/// network. Not the certificate: whether it was revoked since only the verification page knows.
/// </summary>
/// <remarks>
/// The QR code holds <c>&lt;verification address&gt;#&lt;payload&gt;</c>; browsers never send what follows the #. The payload
/// is base64url (RFC 4648, without padding, at most 440 characters) of these bytes:
/// <code>
/// 1   version, 1
/// 4   key id: first bytes of SHA-256 over the key's SubjectPublicKeyInfo
/// 1   page of the texts, see PagedText
/// 3   issued on: year - 2000, month, day
/// ..  texts, each one byte of length and PagedText: state, service, reference, office code, holder's name,
///     then key and value of each fact
/// 64  ECDSA P-256 signature with SHA-256, r and s (IEEE P1363), over "EkDwar certificate 1" and all bytes before
/// </code>
/// </remarks>
public sealed record CertificatePayload(
    string State,
    string ServiceId,
    string Reference,
    string OfficeCode,
    DateOnly IssuedOn,
    string HolderName,
    IReadOnlyList<PayloadFact> Facts)
{
    public const int LongestText = 440;

    /// <summary>
    /// The key of what stands for the facts that found no room: the first sixteen hexadecimal digits of SHA-256 over all facts,
    /// each key and each value in UTF-8 with a zero byte behind it. No question has such an id.
    /// </summary>
    public const string Rest = "+";

    const byte Version = 1;
    const int RestDigits = 16;
    const int MostBytes = LongestText / 4 * 3;
    const int HeadLength = 9;
    const int SignatureLength = 64;
    const int FirstYear = 2000;

    static ReadOnlySpan<byte> Domain => "EkDwar certificate 1"u8;

    /// <summary>
    /// The same where it fits. Else the most facts that do, and <see cref="Rest"/>; where not even those fit, the beginning of
    /// the name and three dots. Nobody goes without a certificate because her names are long.
    /// </summary>
    public CertificatePayload Fitting()
    {
        if (Fits) return this;
        var fitting = this with { Facts = [new(Rest, Fingerprint(Facts))] };
        for (var letters = new StringInfo(HolderName).LengthInTextElements - 1; !fitting.Fits && letters > 0; letters--)
            fitting = fitting with { HolderName = new StringInfo(HolderName).SubstringByTextElements(0, letters) + "..." };
        var kept = new HashSet<PayloadFact>();
        foreach (var fact in Facts.OrderBy(fact => fact.Value.Length))
        {
            var more = fitting with { Facts = [.. Facts.Where(one => one == fact || kept.Contains(one)), fitting.Facts[^1]] };
            if (more.Fits && kept.Add(fact)) fitting = more;
        }
        return fitting;
    }

    /// <summary>Throws <see cref="PayloadTooLong"/> when the texts do not fit; see <see cref="Fitting"/>.</summary>
    public string Sign(ECDsa key)
    {
        var page = PagedText.PageOf(Texts);
        byte[] head =
        [
            Version, .. PinnedKeys.IdOf(key.ExportSubjectPublicKeyInfo()), page,
            (byte)(IssuedOn.Year - FirstYear), (byte)IssuedOn.Month, (byte)IssuedOn.Day,
        ];
        byte[] body = [.. head, .. Texts.SelectMany(text => Field(text, page))];
        byte[] signature = key.SignData([.. Domain, .. body], HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var encoded = Base64Url.EncodeToString([.. body, .. signature]);
        return encoded.Length <= LongestText ? encoded : throw new PayloadTooLong(encoded.Length);
    }

    /// <summary>What a payload states, or null when it was not signed with a pinned key or is not whole to the last bit.</summary>
    public static CertificatePayload? Verify(string payload, PinnedKeys pinned)
    {
        if (payload.Length > LongestText || !TryDecode(payload, out var bytes)) return null;
        if (bytes.Length < HeadLength + SignatureLength || bytes[0] != Version) return null;
        var body = bytes.AsSpan(..^SignatureLength);
        return pinned.HasSigned(body[1..5], [.. Domain, .. body], bytes.AsSpan(^SignatureLength..)) ? Read(body) : null;
    }

    /// <summary>Which key it says it was signed with; null when it is rubbish.</summary>
    public static byte[]? KeyIdOf(string payload) => payload.Length <= LongestText && TryDecode(payload, out var bytes) && bytes.Length >= HeadLength ? bytes[1..5] : null;

    /// <summary>What the QR code of the certificate holds.</summary>
    public static string QrText(Uri verification, string payload) => $"{verification.AbsoluteUri}#{payload}";

    public bool Equals(CertificatePayload? other) =>
        other is not null && IssuedOn == other.IssuedOn && Texts.SequenceEqual(other.Texts, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(IssuedOn, Reference, HolderName);

    IEnumerable<string> Texts =>
        [State, ServiceId, Reference, OfficeCode, HolderName, .. Facts.SelectMany(fact => (string[])[fact.Key, fact.Value])];

    bool Fits
    {
        get
        {
            var page = PagedText.PageOf(Texts);
            var lengths = Texts.Select(text => PagedText.Encode(text, page).Length).ToList();
            return lengths.TrueForAll(length => length <= byte.MaxValue) && HeadLength + SignatureLength + lengths.Sum(length => 1 + length) <= MostBytes;
        }
    }

    static string Fingerprint(IReadOnlyList<PayloadFact> facts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(facts.Select(fact => $"{fact.Key}\0{fact.Value}\0")))))[..RestDigits];

    static byte[] Field(string text, byte page)
    {
        var bytes = PagedText.Encode(text, page);
        return bytes.Length <= byte.MaxValue ? [(byte)bytes.Length, .. bytes] : throw new PayloadTooLong(bytes.Length);
    }

    static bool TryDecode(string payload, out byte[] bytes)
    {
        bytes = [];
        if (!Base64Url.IsValid(payload)) return false;
        bytes = Base64Url.DecodeFromChars(payload);
        // Spaces and unused last bits are read over by the decoder; a changed character must never pass.
        return Base64Url.EncodeToString(bytes) == payload;
    }

    static CertificatePayload Read(ReadOnlySpan<byte> body)
    {
        var texts = new List<string>();
        for (var rest = body[HeadLength..]; rest.Length > 0; rest = rest[(1 + rest[0])..])
            texts.Add(PagedText.Decode(rest.Slice(1, rest[0]), body[5]));
        var issuedOn = new DateOnly(FirstYear + body[6], body[7], body[8]);
        var facts = texts.Skip(5).Chunk(2).Select(pair => new PayloadFact(pair[0], pair[1])).ToList();
        return new CertificatePayload(texts[0], texts[1], texts[2], texts[3], issuedOn, texts[4], facts);
    }
}
