using EkDwar.Delivering;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;
using EkDwar.Tests.Foundation.Pdf;

namespace EkDwar.Tests.Delivering;

public class A_certificate
{
    const int LargestFile = 120 * 1024;

    public static TheoryData<string> States => ["mr", "pa"];

    static CertificateContent Content(string state) => state == "mr" ? SampleCertificates.Marathi() : SampleCertificates.Punjabi();

    static byte[] Issued(CertificateContent content) => SampleCertificates.Signed(CertificateLayout.Make(content));

    static string Pages(byte[] pdf) => Tool.On(pdf, "pdfinfo").Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal))[6..].Trim();

    [Theory, MemberData(nameof(States))]
    public void is_one_small_valid_clean_page(string state)
    {
        var pdf = Issued(Content(state));
        Assert.Equal("1", Pages(pdf));
        Assert.True(pdf.Length <= LargestFile, $"{pdf.Length} bytes");
        Assert.Contains("Signature is Valid", Tool.On(pdf, "pdfsig", "-nocert"), StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors", Tool.On(pdf, "qpdf", "--check"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(States))]
    public void states_everything_it_was_given(string state)
    {
        var content = Content(state);
        var text = Tool.OneLine(CertificateLayout.Make(content)).Replace(" ", "", StringComparison.Ordinal);
        var stated = content.Facts.SelectMany(fact => new[] { fact.Label.Local, fact.Label.English, fact.Value.Local, fact.Value.English })
            .Concat([content.Title.Local, content.Title.English, content.Number, content.IssuedOn.Local, content.IssuedOn.English])
            .Concat([content.Validity!.Local, content.SignatoryName.Local, content.SignatoryPost.English, content.ShortCode])
            .Concat([content.VerificationUrl.AbsoluteUri, "Verify before you accept", content.Government.Local, content.Office.English])
            .Concat(content.Body.Concat(content.EnglishBody).Select(run => run.Text));
        Assert.All(stated, part => Assert.Contains(part.Replace(" ", "", StringComparison.Ordinal), text, StringComparison.Ordinal));
    }

    [Theory, InlineData("mr", SampleCertificates.MarathiName), InlineData("pa", SampleCertificates.PunjabiName)]
    public void keeps_the_name_byte_for_byte(string state, string name) =>
        Assert.Contains(name, Tool.OneLine(Issued(Content(state))), StringComparison.Ordinal);

    [Theory, MemberData(nameof(States))]
    public void carries_a_code_that_a_scanner_reads_and_that_verifies(string state)
    {
        var content = Content(state);
        var scanned = Tool.Scan(Issued(content));
        Assert.Equal(content.QrText, scanned);
        var name = state == "mr" ? SampleCertificates.MarathiName : SampleCertificates.PunjabiName;
        Assert.Equal(SampleCertificates.Payload(name), CertificatePayload.Verify(scanned[(scanned.IndexOf('#') + 1)..], SampleCertificates.Pinned));
    }

    [Fact]
    public void carries_the_longest_payload_scannably()
    {
        var payload = SampleCertificates.Payload(string.Concat(Enumerable.Repeat("ज्ञानेश्वर ", 13))).Fitting().Sign(SampleCertificates.Key);
        Assert.InRange(payload.Length, CertificatePayload.LongestText - 60, CertificatePayload.LongestText);
        var text = CertificatePayload.QrText(SampleCertificates.Address, payload);
        Assert.Equal(text, Tool.Scan(CertificateLayout.Make(SampleCertificates.Marathi() with { QrText = text })));
    }

    [Fact]
    public void is_the_same_bytes_before_signing() =>
        Assert.Equal(CertificateLayout.Make(SampleCertificates.Marathi()), CertificateLayout.Make(SampleCertificates.Marathi()));

    [Theory, InlineData("<b>&\"</b> <script>"), InlineData("{name} %s \\ (x) >> endobj")]
    public void takes_hostile_text_as_text(string name)
    {
        var pdf = Issued(SampleCertificates.Marathi(name));
        Assert.Contains(name, Tool.OneLine(pdf), StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", Tool.On(pdf, "pdfsig", "-nocert"), StringComparison.Ordinal);
    }

    [Fact]
    public void goes_on_to_a_second_page_and_loses_nothing()
    {
        var rows = Enumerable.Range(1, 30).Select(i => new CertificateFact(new($"सदस्य {i}", $"Member {i}"), new($"रमेश पवार {i}", $"Ramesh Pawar {i}")));
        var content = SampleCertificates.Marathi() with { Facts = [.. rows] };
        var pdf = Issued(content);
        Assert.Equal("2", Pages(pdf));
        var text = Tool.OneLine(pdf);
        Assert.All(content.Facts, fact => Assert.Contains($"{fact.Value.Local} / {fact.Value.English}", text, StringComparison.Ordinal));
        Assert.Contains($"{content.Number} · पृष्ठ 2", text, StringComparison.Ordinal);
        Assert.Equal(content.QrText, Tool.Scan(pdf, page: 2));
    }

    [Fact]
    public void sets_a_long_table_over_pages_and_tells_its_columns_to_screen_readers()
    {
        var rows = Enumerable.Range(1, 90).Select(i => (IReadOnlyList<string>)[$"{i}", $"श्रीकृष्ण र्‍हाळकर {i}", i % 2 == 0 ? "" : "0.81.00"]).ToList();
        var table = new PrintedTable(new("भोगवटादार", "Occupants"), [new(new("खाते क्र.", "Account"), 1), new(new("नाव", "Name"), 3), new(new("क्षेत्र", "Area"), 1)], rows);
        var made = CertificateLayout.Make(SampleCertificates.Marathi() with { Tables = [table, table with { Rows = [] }], RecordAsOf = new("5 जानेवारी 2026, सकाळी 10:00", "5 January 2026, 10:00 am") });
        Assert.Matches("^[3-9]$", Pages(made));
        var text = Tool.OneLine(made);
        Assert.All(rows, row => Assert.Contains(row[1], text, StringComparison.Ordinal));
        Assert.Contains("नोंद नाही", text, StringComparison.Ordinal);
        Assert.Contains("5 जानेवारी 2026, सकाळी 10:00 / 5 January 2026, 10:00 am", text, StringComparison.Ordinal);
        Assert.True(Tool.StaysOnPaper(made, margin: 28));
        Assert.Contains("No syntax or stream encoding errors", Tool.On(made, "qpdf", "--check"), StringComparison.Ordinal);
        // Once a table: the names repeated on the next page are for the eye alone.
        Assert.Equal(6, System.Text.Encoding.Latin1.GetString(made).Split("/Scope /Column").Length - 1);
    }

    [Fact]
    public void keeps_ten_thousand_characters_on_the_paper()
    {
        var pdf = CertificateLayout.Make(SampleCertificates.Marathi(village: string.Concat(Enumerable.Repeat("वाघोली ", 1430)))
            with { SignatoryPost = new(new string('क', 3000), "Tahsildar") });
        Assert.Matches("^[0-9]{1,2}$", Pages(pdf));
        Assert.True(Tool.StaysOnPaper(pdf, margin: 28));
        // Once in the paragraph and once in the table.
        Assert.Equal(2 * 1430, Tool.OneLine(pdf).Split("वाघोली").Length - 1);
        Assert.Contains("No syntax or stream encoding errors", Tool.On(pdf, "qpdf", "--check"), StringComparison.Ordinal);
    }

    [Fact]
    public void shows_its_colours() => Assert.False(Tool.IsBlackOnly(CertificateLayout.Make(SampleCertificates.Marathi())));

    [Fact]
    public void is_refused_with_a_name_our_fonts_lack() =>
        Assert.Throws<GlyphsMissing>(() => CertificateLayout.Make(SampleCertificates.Marathi(name: "தமிழ்ச்செல்வி")));

    [Fact]
    public void says_things_once_where_the_state_writes_english()
    {
        var english = SampleCertificates.Marathi() with { Language = LanguageCode.English, Title = new("Income Certificate", "Income Certificate") };
        var text = Tool.OneLine(CertificateLayout.Make(english));
        Assert.Equal(text.IndexOf("Income Certificate", StringComparison.Ordinal), text.LastIndexOf("Income Certificate", StringComparison.Ordinal));
    }
}
