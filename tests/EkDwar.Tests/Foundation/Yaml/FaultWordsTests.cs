using EkDwar.Foundation.Yaml;
using EkDwar.Places;

namespace EkDwar.Tests.Foundation.Yaml;

/// <summary>The words of a fault are put together only where there is one: a file without faults is most of what is read.</summary>
public sealed class The_words_of_a_fault
{
    static Sheet<QuietRules> Sheet() => Sheets.Read<QuietRules>("from_hour: 21\nuntil_hour: 8\n", "quiet.yaml");

    static string Never() => throw new InvalidOperationException("it was looked for");

    [Fact]
    public void are_not_looked_for_where_there_is_none()
    {
        var sheet = Sheet();
        Assert.True(sheet.Needs(true, sheet.Value, "from_hour", $"{Never()} is no hour", $"{Never()}"));
        Assert.Empty(sheet.Faults.All);
        Assert.Throws<InvalidOperationException>(() => sheet.Needs(false, sheet.Value, "from_hour", $"{Never()} is no hour", "write another"));
    }

    [Fact]
    public void are_told_as_they_stand_with_numbers_in_digits_of_no_country()
    {
        var sheet = Sheet();
        Assert.False(sheet.Needs(false, sheet.Value, "until_hour", $"{8} is {1234567.5m:N1}", "write another"));
        Assert.False(sheet.Needs(false, sheet.Value, "from_hour", "plain words", $"between {21} and {{}}"));
        Assert.Equal([("plain words", "between 21 and {}"), ("8 is 1,234,567.5", "write another")], sheet.Faults.All.Select(fault => (fault.Problem, fault.Mend)));
    }
}
