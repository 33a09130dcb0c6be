using EkDwar.Applying;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Applying;

static class SampleSlips
{
    public static SlipContent Complete() => new()
    {
        Language = LanguageCode.Marathi,
        Heading = "अर्जाची पावती",
        ActAndForm = "महाराष्ट्र लोकसेवा हक्क अधिनियम, 2015 – नमुना 1",
        Reference = "MH-7KQ4-2M9T-XB3W-C",
        ReceivedAt = "5 जानेवारी 2026, दुपारी 4:05",
        Service = "उत्पन्नाचा दाखला",
        Applicant = "ज्ञानेश्वर र्‍हाळकर",
        Officers =
        [
            new("पदनिर्देशित अधिकारी", "तहसीलदार, हवेली"),
            new("प्रथम अपील", "उपविभागीय अधिकारी, पुणे"),
            new("द्वितीय अपील", "अपर जिल्हाधिकारी, पुणे"),
        ],
        PapersReceived = ["आधार", "रेशनकार्ड", "वेतन दाखला"],
        PapersMissing = [],
        Fees = [new("सेवा शुल्क", "₹20.00"), new("GST", "₹3.60"), new("शासन शुल्क", "₹10.00")],
        FeeTotal = "₹33.60",
        FeeNote = "याशिवाय काहीही देऊ नका",
        Due = new("27 जानेवारी 2026", "15 कामकाजाचे दिवस, पावतीच्या दुसऱ्या दिवसापासून"),
        Centre = "आपले सरकार सेवा केंद्र 271104, वाघोली",
        StatusWays = ["https://ekdwar.example/t/MH-7KQ4-2M9T-XB3W-C", "SMS: EK MH7KQ42M9TXB3WC, 51969 वर", "हेल्पलाइन 1800-120-8040"],
        QrText = "https://ekdwar.example/t/MH-7KQ4-2M9T-XB3W-C",
        MadeAt = new DateTime(2026, 1, 5, 10, 35, 0, DateTimeKind.Utc),
    };

    public static SlipContent Owing() => Complete() with { Due = null, WaitsForFee = true };

    public static SlipContent Incomplete() => Complete() with
    {
        PapersReceived = ["आधार"],
        PapersMissing = ["रेशनकार्ड किंवा रहिवासी पुरावा (यापैकी कोणताही एक)", "वेतन दाखला किंवा तलाठ्याचा उत्पन्न अहवाल"],
        Due = null,
    };
}
