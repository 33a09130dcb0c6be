using EkDwar.Catalogue;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue;

public sealed class A_service_s_file
{
    static readonly string Text = StateFiles.Text("mh", "income-certificate.yaml");

    [Fact]
    public void is_read_into_what_it_says()
    {
        var service = ServiceFile.Load(Text, "income-certificate.yaml");
        Assert.Equal(("income-certificate", 1, new DateOnly(2026, 1, 1), 15), (service.Id, service.Version, service.EffectiveOn, service.Limit.Days));
        Assert.Equal("Income certificate", service.Names["en"]);
        Assert.Contains("salary proof", service.Synonyms["en"]);
        Assert.Equal([5000L, 900, 1000], service.Fee.Heads.Select(head => head.AmountMinor));
        Assert.Equal(["member", "source", "amount"], service.Question("income").Columns.Select(column => column.Id));
        Assert.Equal(12, service.Question("income").MaxRows);
        Assert.Null(service.Question("name").MaxRows);
        Assert.True(service.Stage("decision").May("refuse"));
    }

    [Theory]
    [InlineData("id: income-certificate", "id: income-certificate\ncolour: red", "2:1: ")]
    [InlineData("id: income-certificate", "id: income-certificate\nid: other", "2:1: ")]
    [InlineData("id: income-certificate", "id: income-certificate # ours", "1:24: comments, anchors and tags")]
    [InlineData("id: income-certificate", "id: [", "")]
    public void is_not_read_when_it_says_what_nobody_knows(string right, string wrong, string message)
    {
        Assert.StartsWith(right, Text);
        var thrown = Assert.Throws<FaultyFilesException>(() => ServiceFile.Load(wrong + Text[right.Length..], "income-certificate.yaml"));
        Assert.StartsWith("income-certificate.yaml:" + message, thrown.Message);
    }

    [Fact]
    public void is_not_published_with_any_fault_and_each_is_told()
    {
        var thrown = Assert.Throws<FaultyFilesException>(() =>
            PublishService.Checked(Text.Replace("type: money", "type: gold").Replace("days: 15", "days: 0"), "income-certificate.yaml", Planted.Maharashtra));
        Assert.Equal(2, thrown.Faults.Count);
        Assert.Equal(2, thrown.Message.Split('\n').Length);
    }

    [Theory, InlineData(""), InlineData("- a list"), InlineData("text"), InlineData("{{{{"), InlineData("\t\0")]
    public void is_nothing_else(string text) => Assert.Throws<FaultyFilesException>(() => ServiceFile.Load(text, "x.yaml"));
}
