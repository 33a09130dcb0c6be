using EkDwar.Catalogue.Texting;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>A register of texts with a fault: told where it stands, by check-services and before anything is served.</summary>
public sealed class A_register_of_text_messages
{
    const string Right = """
        entity: "1001000000000000027"
        header: EKDWAR
        telemarketer: "1002000000000000027"
        gateways: [cdac, nic]
        domains: [ekdwar.maharashtra.example]
        texts:
          - text: FeePaid
            category: government
            bodies:
              en: {id: "1107270000000000151", approved_from: 2025-12-15, body: "{#alphanumeric#}: the fee of {#alphanumeric#} is paid. Sign in for the receipt. -EKDWAR"}
        source: example

        """;

    static IReadOnlyList<FileFault> Faults(string text)
    {
        var folder = Directory.CreateTempSubdirectory("ekdwar-sms-");
        try
        {
            var file = Path.Combine(folder.FullName, "sms.yaml");
            File.WriteAllText(file, text);
            return TextRegister.Open(file).Faults.All;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void that_is_right_has_none() => Assert.Empty(Faults(Right));

    [Theory]
    [InlineData("\"1001000000000000027\"", "\"100100000000000002\"", "1:9", "the entity has 19 digits")]
    [InlineData("\"1002000000000000027\"", "\"10020000000000000x7\"", "3:15", "the telemarketer has 19 digits")]
    [InlineData("EKDWAR\n", "EkDwar\n", "2:9", "capital letters")]
    [InlineData("[cdac, nic]", "[cdac, nci]", "4:18", "'nci' is no gateway")]
    [InlineData("[cdac, nic]", "[cdac, cdac]", "4:18", "stands here twice")]
    [InlineData("[cdac, nic]", "[]", "4:1", "no gateway carries")]
    [InlineData("[ekdwar.maharashtra.example]", "[\"https://ekdwar.example/\"]", "5:11", "is no host name")]
    [InlineData("FeePaid", "FeePayed", "7:11", "'FeePayed' is no text of the house")]
    [InlineData("government", "goverment", "8:15", "'goverment' is no category")]
    [InlineData("      en:", "      eng:", "10:7", "'eng' is not one of our languages")]
    [InlineData("1107270000000000151", "110727000000000015", "10:16", "the number of a template has 19 digits")]
    [InlineData("approved_from: 2025-12-15, ", "", "10:7", "since when")]
    [InlineData("2025-12-15", "15-12-2025", "10:54", "must be a date")]
    [InlineData("{#alphanumeric#}: the", "{#alphanumerical#}: the", "10:72", "is no tag of TRAI")]
    [InlineData("source: example", "", "1:1", "a register needs its source")]
    [InlineData("header:", "heder:", "2:1", "is not a key")]
    [InlineData("-EKDWAR\"}", "-EKDWAR\"}\n  - {text: consent_asked, category: government, bodies: {}}", "11:49", "no body is registered for this text")]
    [InlineData("{#alphanumeric#}: the fee of {#alphanumeric#} is paid. Sign in for the receipt. -EKDWAR", "", "10:72", "a body has 1 to 2,000 characters")]
    public void with_a_fault_is_told_where_it_stands(string right, string wrong, string at, string problem)
    {
        Assert.Contains(right, Right);
        var faults = Faults(Right.Replace(right, wrong, StringComparison.Ordinal));
        Assert.True(faults.Any(fault => fault.Problem.Contains(problem, StringComparison.Ordinal) && $"{fault.At.Line}:{fault.At.Column}" == at), string.Join('\n', faults.Select(fault => $"{fault.At.Line}:{fault.At.Column} {fault.Problem}")));
    }

    [Fact]
    public void whose_host_makes_a_link_too_long_for_two_text_messages_is_remarked()
    {
        var host = string.Join('.', Enumerable.Repeat(new string('a', 60), 4));
        var faults = Faults(StateFiles.Text("mh", "sms.yaml").Replace("ekdwar.maharashtra.example", host, StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.IsRemark && fault.Problem.StartsWith("with the longest values this takes ", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => !fault.IsRemark);
    }

    [Fact]
    public void with_one_text_or_one_number_twice_is_told()
    {
        var again = Right.Replace("source:", Right[Right.IndexOf("  - text", StringComparison.Ordinal)..Right.IndexOf("source:", StringComparison.Ordinal)] + "source:", StringComparison.Ordinal);
        Assert.Equal(["'1107270000000000151' is the number of another template too", "'FeePaid' stands here twice"], Faults(again).Select(fault => fault.Problem).Order());
    }

    [Fact]
    public void whose_words_the_house_has_changed_since_is_remarked_and_not_refused()
    {
        var fault = Assert.Single(Faults(Right.Replace("is paid", "was paid", StringComparison.Ordinal)));
        Assert.True(fault.IsRemark);
        Assert.StartsWith("the house says something else in English", fault.Problem);
    }

    [Fact]
    public void is_read_with_its_state_by_check_services()
    {
        var folder = Directory.CreateTempSubdirectory("ekdwar-sms-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "sms.yaml"), Right.Replace("EKDWAR\n", "EkDwar\n", StringComparison.Ordinal));
            Assert.Contains(StateFolder.Read(folder.FullName).Faults, fault => fault.File.EndsWith("sms.yaml", StringComparison.Ordinal) && fault.At.Line == 2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void that_has_not_a_services_own_words_is_remarked_at_these()
    {
        var planted = EkDwar.Tests.Catalogue.Checks.Planted.In("cultural-programme-licence.yaml", "      en: \"{service}: the licence {reference} is ready. Keep", "      en: ¦\"{service}: your licence {reference} is ready. Keep");
        var fault = Assert.Single(EkDwar.Tests.Catalogue.Checks.Planted.Check(planted.Text, "cultural-programme-licence.yaml").Faults.All);
        Assert.Equal((planted.Line, planted.Column, true), (fault.At.Line, fault.At.Column, fault.IsRemark));
        Assert.Equal("these words are not registered as a text message", fault.Problem);
    }

    [Theory]
    [InlineData("{#numeric#} days", "12 days", "12")]
    [InlineData("{#numeric#} days", "twelve days", null)]
    [InlineData("{#numeric#} days", "१२ days", null)]
    [InlineData("At {#alphanumeric#} {#alphanumeric#}.", "At Income certificate MH7K.", "Income certificate|MH7K")]
    [InlineData("At {#alphanumeric#}.", "At a/b.", null)]
    [InlineData("See {#url#}", "See https://a.example/mh/mr/visit/x_Y-9", "https://a.example/mh/mr/visit/x_Y-9")]
    [InlineData("See {#url#}", "See https://b.example/", null)]
    [InlineData("See {#url#}", "See https://a.example.evil.example/", null)]
    [InlineData("See {#url#}", "See http://a.example/", null)]
    [InlineData("Call {#cbn#}", "Call 18001208040", "18001208040")]
    [InlineData("Write {#email#}", "Write help@a.example", "help@a.example")]
    [InlineData("Dear {#var#}", "Dear A. B. (c)", "A. B. (c)")]
    [InlineData("Dear {#var#}", "Dear somebody with far more than thirty letters", null)]
    [InlineData("Paid (50%) + {#numeric#}", "Paid (50%) + 5", "5")]
    [InlineData("Paid.", "Paidx", null)]
    [InlineData("Paid.", "Paid.\n", null)]
    public void compares_a_message_as_operators_do(string body, string message, string? values) =>
        Assert.Equal(values, new BodyPattern(body, ["a.example"]).Values(message) is { } found ? string.Join('|', found) : null);

    [Fact]
    public void has_no_body_before_the_day_it_was_approved()
    {
        var register = TextRegister.Open(Path.Combine(Repository.Root, "services/mh/sms.yaml")).Value;
        Assert.Empty(register.Bodies("FeePaid", "", LanguageCode.Marathi, new(2025, 12, 14)));
        Assert.Single(register.Bodies("FeePaid", "", LanguageCode.Marathi, new(2025, 12, 15)));
    }
}
