namespace EkDwar.Bench;

/// <summary>A full set of accepted answers to the income certificate, as a citizen would have given them.</summary>
public static class SampleAnswers
{
    static readonly string[] Villages = ["kesnand", "perane", "tulapur", "fulgaon", "dongargaon", "wadki", "fursungi", "malkhed", "khanapur", "arvi"];
    static readonly (string Local, string Latin)[] Names =
    [
        ("ज्ञानेश्वर विठ्ठल र्‍हाळकर", "Dnyaneshwar Vitthal Rhalkar"), ("सुनीता रमेश कांबळे", "Sunita Ramesh Kamble"), ("इम्रान अब्दुल शेख", "Imran Abdul Shaikh"),
        ("मीरा दत्तात्रय भोसले", "Meera Dattatray Bhosale"), ("लक्ष्मी बाळासाहेब पवार", "Laxmi Balasaheb Pawar"), ("गणेश शंकर जाधव", "Ganesh Shankar Jadhav"),
    ];

    public static string Of(long number)
    {
        var (local, latin) = Names[(int)(number % Names.Length)];
        return Of(number, local, latin, "pune.haveli." + Villages[(int)(number / 7 % Villages.Length)]);
    }

    /// <summary>The stored file of the one paper, which no benchmark stores.</summary>
    public static string FileOf(long number) => $"{number:x16}a3c1f0d2b7e94586a3c1f0d2b7e94586a3c1f0d2b7e94586";

    public static string Of(long number, string local, string latin, string village)
    {
        var income = 60_000_00 + number % 900 * 100_00;
        return $$"""
            {"name":{"local":"{{local}}","latin":"{{latin}}"},"born_on":"1985-03-27","village":"{{village}}","address":"घर क्र. {{number % 900 + 1}}, मारुती मंदिराजवळ, {{village}}, पिन 412207","purpose":"education","income":[{"member":"{{local}}","source":"farming","amount":{{income}}},{"member":"सविता {{local}}","source":"wages","amount":4800000}],"income_proof":{"kind":"talathi_report","file":"{{FileOf(number)}}","key":"q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=","format":"pdf","length":183421},"identity_proof":null,"residence_proof":null,"photographs":null,"self_declarations":null,"declaration":"yes"}
            """;
    }
}
