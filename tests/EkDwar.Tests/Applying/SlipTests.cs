using EkDwar.Applying;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Foundation.Pdf;

namespace EkDwar.Tests.Applying;

public class An_acknowledgement_slip
{
    static string Text(SlipContent content) => Tool.OneLine(SlipLayout.Make(content));

    [Fact]
    public void is_one_clean_A5_page_with_a_code_that_scans()
    {
        var pdf = SlipLayout.Make(SampleSlips.Complete());
        var facts = Tool.On(pdf, "pdfinfo");
        Assert.Matches("Pages: +1\n", facts);
        Assert.Contains("419.528 x 595.276", facts, StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors", Tool.On(pdf, "qpdf", "--check"), StringComparison.Ordinal);
        Assert.Equal(SampleSlips.Complete().QrText, Tool.Scan(pdf));
    }

    [Fact]
    public void says_everything_it_was_given()
    {
        var content = SampleSlips.Complete();
        var text = Text(content);
        string[] said =
        [
            content.Heading, content.ActAndForm, content.Reference, content.ReceivedAt, content.Service, content.Applicant,
            "निर्णयाची शेवटची तारीख / Decision due by", content.Due!.DateText, content.Due.CountedAs!, "कागदपत्रे पूर्ण: होय",
            content.FeeTotal!, content.FeeNote!, content.Centre!, .. content.Officers.Select(officer => $"{officer.Label} {officer.Value}"),
            .. content.Fees.Select(fee => $"{fee.Label} {fee.Value}"), .. content.PapersReceived, .. content.StatusWays,
        ];
        Assert.All(said, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void with_a_fee_the_clock_waits_for_says_so_and_promises_no_date()
    {
        var text = Text(SampleSlips.Owing());
        Assert.Contains("भरायचे शुल्क / Fee to pay ₹33.60 शुल्क भरल्यावर कालमर्यादा सुरू होईल.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("निर्णयाची शेवटची तारीख", text, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SlipLayout.Make(SampleSlips.Complete() with { WaitsForFee = true }));
    }

    [Fact]
    public void with_papers_missing_lists_them_and_promises_no_date()
    {
        var content = SampleSlips.Incomplete();
        var text = Text(content);
        Assert.All(content.PapersMissing, paper => Assert.Contains(paper, text, StringComparison.Ordinal));
        Assert.Contains("कालमर्यादा सुरू होईल", text, StringComparison.Ordinal);
        Assert.DoesNotContain("शेवटची तारीख", text, StringComparison.Ordinal);
        Assert.DoesNotContain("due by", text, StringComparison.Ordinal);
        Assert.DoesNotContain("27 जानेवारी", text, StringComparison.Ordinal);
    }

    [Fact]
    public void cannot_have_both_a_date_and_missing_papers_or_neither()
    {
        Assert.Throws<ArgumentException>(() => SlipLayout.Make(SampleSlips.Complete() with { PapersMissing = ["आधार"] }));
        Assert.Throws<ArgumentException>(() => SlipLayout.Make(SampleSlips.Complete() with { Due = null }));
    }

    [Fact]
    public void is_black_only() => Assert.True(Tool.IsBlackOnly(SlipLayout.Make(SampleSlips.Complete())));

    [Fact]
    public void flows_on_when_papers_and_names_are_many_and_long()
    {
        var many = Enumerable.Range(1, 40).Select(i => $"कागदपत्र {i}: रहिवासी पुरावा किंवा शिधापत्रिका यापैकी एक").ToList();
        var content = SampleSlips.Incomplete() with { PapersMissing = many, Applicant = string.Concat(Enumerable.Repeat("ज्ञानेश्वर ", 400)) };
        Assert.True(Tool.StaysOnPaper(SlipLayout.Make(content), margin: 20));
        var text = Text(content);
        Assert.All(many, paper => Assert.Contains(paper, text, StringComparison.Ordinal));
        Assert.Equal(400, text.Split("ज्ञानेश्वर").Length - 1);
    }

    [Theory, InlineData("mr"), InlineData("hi"), InlineData("pa"), InlineData("en")]
    public void speaks_every_language(string code)
    {
        var language = LanguageCode.Parse(code);
        var text = Text(SampleSlips.Complete() with { Language = language });
        Assert.Contains(Texts.Get(language, "applying.slip.due_by"), text, StringComparison.Ordinal);
        Assert.Contains("Decision due by", text, StringComparison.Ordinal);
        Assert.DoesNotContain('[', text);
    }
}
