using System.Security.Cryptography;
using EkDwar.Delivering;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Tests.Delivering;

/// <summary>Whole certificates as a state would issue them, to be varied by <c>with</c>.</summary>
static class SampleCertificates
{
    public const string MarathiName = "ज्ञानेश्वर र्‍हाळकर";
    public const string PunjabiName = "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਸ੍ਰੀਵਾਸਤਵ";

    public static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly PinnedKeys Pinned = new(Key.ExportSubjectPublicKeyInfo());
    public static readonly Uri Address = new("https://ekdwar.example/v/MH-7KQ4-2M9T-XB3W-C");

    public static CertificatePayload Payload(string name = MarathiName) => new(
        "mh", "income-certificate", "MH-7KQ4-2M9T-XB3W-C", "MH-PUN-HAV-T", new DateOnly(2026, 1, 27), name,
        [new("income", "₹1,42,000"), new("year", "2024-25"), new("village", "वाघोली, ता. हवेली, जि. पुणे")]);

    static string Qr(string name) => CertificatePayload.QrText(Address, Payload(name).Sign(Key));

    // One QR text for the life of the tests: an ECDSA signature is never the same twice.
    static readonly string MarathiQr = Qr(MarathiName);
    static readonly string PunjabiQr = Qr(PunjabiName);

    public static CertificateContent Marathi(string name = MarathiName, string village = "वाघोली") => new()
    {
        Language = LanguageCode.Marathi,
        Government = new("महाराष्ट्र शासन", "Government of Maharashtra"),
        Department = new("महसूल व वन विभाग", "Revenue and Forest Department"),
        Office = new("तहसीलदार कार्यालय, हवेली, जि. पुणे", "Office of the Tahsildar, Haveli, Pune district"),
        Title = new("उत्पन्नाचा दाखला", "Income Certificate"),
        Number = "MH-7KQ4-2M9T-XB3W-C",
        IssuedOn = new("27 जानेवारी 2026", "27 January 2026"),
        Body =
        [
            new("प्रमाणित करण्यात येते की, "), new(name, true), new(", राहणार "), new(village, true),
            new(", तालुका हवेली, जिल्हा पुणे, यांच्या कुटुंबाचे सर्व मार्गांनी मिळणारे सन 2024-25 या आर्थिक वर्षातील वार्षिक उत्पन्न "),
            new("₹1,42,000 (एक लाख बेचाळीस हजार रुपये)", true), new(" इतके आहे. सादर केलेली कागदपत्रे व मंडळ अधिकारी यांच्या चौकशी अहवालाच्या आधारे हा दाखला देण्यात येत आहे."),
        ],
        EnglishBody =
        [
            new("This is to certify that the annual income of the family of "), new("Dnyaneshwar Rhalkar", true), new(", resident of "), new("Wagholi", true),
            new(", taluka Haveli, district Pune, from all sources in the financial year 2024-25 is "),
            new("₹1,42,000 (rupees one lakh forty-two thousand)", true), new(". It is issued on the documents produced and the report of the Circle Officer."),
        ],
        Facts =
        [
            new(new("अर्जदाराचे नाव", "Name of applicant"), new(name, "Dnyaneshwar Rhalkar")),
            new(new("वार्षिक उत्पन्न", "Annual income"), new("₹1,42,000", "₹1,42,000")),
            new(new("आर्थिक वर्ष", "Financial year"), new("2024-25", "2024-25")),
            new(new("गाव", "Village"), new(village, "Wagholi")),
            new(new("अर्ज क्रमांक व दिनांक", "Application number and date"), new("MH-7KQ4-2M9T-XB3W-C · 5 जानेवारी 2026", "")),
        ],
        Validity = new("31 मार्च 2027 पर्यंत", "until 31 March 2027"),
        SignatoryName = new("सुनीता देशमुख", "Sunita Deshmukh"),
        SignatoryPost = new("तहसीलदार, हवेली", "Tahsildar, Haveli"),
        VerificationUrl = Address,
        ShortCode = "7KQ42M9TXB",
        QrText = MarathiQr,
        MadeAt = new DateTime(2026, 1, 27, 5, 30, 0, DateTimeKind.Utc),
    };

    public static CertificateContent Punjabi() => Marathi() with
    {
        Language = LanguageCode.Punjabi,
        Government = new("ਪੰਜਾਬ ਸਰਕਾਰ", "Government of Punjab"),
        Department = new("ਮਾਲ ਵਿਭਾਗ", "Department of Revenue"),
        Office = new("ਦਫ਼ਤਰ ਤਹਿਸੀਲਦਾਰ, ਲੁਧਿਆਣਾ", "Office of the Tahsildar, Ludhiana"),
        Title = new("ਆਮਦਨ ਸਰਟੀਫ਼ਿਕੇਟ", "Income Certificate"),
        IssuedOn = new("27 ਜਨਵਰੀ 2026", "27 January 2026"),
        Body =
        [
            new("ਤਸਦੀਕ ਕੀਤਾ ਜਾਂਦਾ ਹੈ ਕਿ "), new(PunjabiName, true), new(", ਵਾਸੀ "), new("ਪਿੰਡ ਦਾਖਾ, ਜ਼ਿਲ੍ਹਾ ਲੁਧਿਆਣਾ", true),
            new(", ਦੇ ਪਰਿਵਾਰ ਦੀ ਸਾਰੇ ਸਰੋਤਾਂ ਤੋਂ ਸਾਲਾਨਾ ਆਮਦਨ "), new("₹1,42,000", true),
            new(" ਹੈ। ਇਹ ਸਰਟੀਫ਼ਿਕੇਟ ਪੇਸ਼ ਕੀਤੇ ਦਸਤਾਵੇਜ਼ਾਂ ਦੀ ਪੜਤਾਲ ਤੋਂ ਬਾਅਦ ਦਿੱਤਾ ਜਾਂਦਾ ਹੈ।"),
        ],
        EnglishBody =
        [
            new("This is to certify that the annual income of the family of "), new("Gurpreet Singh Srivastava", true),
            new(", resident of village Dakha, district Ludhiana, from all sources is "), new("₹1,42,000", true), new("."),
        ],
        Facts =
        [
            new(new("ਬਿਨੈਕਾਰ ਦਾ ਨਾਮ", "Name of applicant"), new(PunjabiName, "Gurpreet Singh Srivastava")),
            new(new("ਸਾਲਾਨਾ ਆਮਦਨ", "Annual income"), new("₹1,42,000", "₹1,42,000")),
        ],
        Validity = new("31 ਮਾਰਚ 2027 ਤੱਕ", "until 31 March 2027"),
        SignatoryName = new("ਹਰਜੀਤ ਕੌਰ", "Harjit Kaur"),
        SignatoryPost = new("ਤਹਿਸੀਲਦਾਰ, ਲੁਧਿਆਣਾ", "Tahsildar, Ludhiana"),
        QrText = PunjabiQr,
    };

    public static byte[] Signed(byte[] pdf) => PdfSigner.Sign(
        pdf, Seal, new SignatureFacts("सुनीता देशमुख, तहसीलदार", "Certificate issued", "Haveli", new DateTime(2026, 1, 27, 5, 30, 0, DateTimeKind.Utc)));

    static readonly System.Security.Cryptography.X509Certificates.X509Certificate2 Seal =
        SealCertificate.SelfSigned("Office of the Tahsildar, Haveli", DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
}
