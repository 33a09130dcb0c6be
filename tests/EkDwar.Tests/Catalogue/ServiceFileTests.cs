using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue;

public sealed class A_service_s_file
{
    static readonly string Text = StateFiles.Text("mh", "income-certificate.yaml");

    [Theory]
    [InlineData("id: income-certificate", "id: income-certificate\ncolour: red", "line 2: ")]
    [InlineData("id: income-certificate", "id: income-certificate\nid: other", "line 2: ")]
    [InlineData("id: income-certificate", "id: income-certificate # ours", "line 1: comments, anchors and tags")]
    [InlineData("id: income-certificate", "id: &it income-certificate", "line 1: comments, anchors and tags")]
    [InlineData("id: income-certificate", "id: !text income-certificate", "line 1: comments, anchors and tags")]
    [InlineData("id: income-certificate", "id: [", "line ")]
    public void names_file_and_line_of_a_mistake(string right, string wrong, string message)
    {
        Assert.StartsWith(right, Text);
        var thrown = Assert.Throws<DataFileException>(() => ServiceFile.Load(wrong + Text[right.Length..], "income-certificate.yaml"));
        Assert.StartsWith("income-certificate.yaml, line ", thrown.Message);
        Assert.Contains(message, thrown.Message);
    }

    [Theory, InlineData(""), InlineData("- a list"), InlineData("text"), InlineData("{{{{"), InlineData("\t\0")]
    public void is_nothing_else(string text) => Assert.Throws<DataFileException>(() => ServiceFile.Load(text, "x.yaml"));
}
