using EkDwar.Catalogue;
using EkDwar.Catalogue.Checks;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>What a service says is there in the two languages it must have, what is missing in the others is remarked on, and the services of this repository lack nothing.</summary>
public sealed class A_text_of_a_service
{
    const string Income = "income-certificate.yaml";

    [Theory]
    [InlineData("\nsummary:\n", "\nzzzzzzzz:\n", "a summary is needed")]
    [InlineData("\nsynonyms:\n", "\nzzzzzzzz:\n", "synonyms are needed")]
    [InlineData("synonyms:\n  mr: [उत्पन्न प्रमाणपत्र, उत्पन्न दाखला, मिळकतीचा दाखला, तहसीलदार दाखला]\n", "¦synonyms:\n", "'synonyms' has no 'mr'")]
    [InlineData("  en: [income proof, income certificate, salary proof, utpanna dakhla, tehsildar certificate]\n", "  ¦en: []\n", "'synonyms' is empty in 'en'")]
    [InlineData("  en: [income proof, ", "  ¦en: [\"\", ", "'synonyms' is empty in 'en'")]
    [InlineData("short_names:\n  mr: उत्पन्न दाखला\n", "¦short_names:\n", "'short_names' has no 'mr'")]
    [InlineData("names:\n  mr: उत्पन्नाचा दाखला\n  en: Income certificate\n", "¦names:\n  mr: उत्पन्नाचा दाखला\n", "'names' has no 'en'")]
    public void that_must_be_there_is_told_where_it_is_not(string right, string wrong, string problem)
    {
        var planted = Planted.In(Income, right, wrong);
        var found = Planted.Faults(planted.Text, Income).Where(fault => fault.Problem == problem).ToList();
        Assert.NotEmpty(found);
        if (planted.Line > 0) Assert.Equal((planted.Line, planted.Column), (found[0].At.Line, found[0].At.Column));
    }

    [Fact]
    public void in_a_language_that_is_there_nowhere_is_remarked_on_once()
    {
        // Punjabi is told by its letters, wherever a text stands alone on its line or among others.
        var text = System.Text.RegularExpressions.Regex.Replace(StateFiles.Text("mh", Income), @"(?m)^ +pa: .*\n|, pa: (""[^""]*""|[^}]*)(?=})", "");
        var found = Assert.Single(Planted.Check(text).Faults.All);
        Assert.Equal((true, "no text has 'pa'"), (found.IsRemark, found.Problem));
    }

    [Fact]
    public void of_its_synonyms_alone_is_remarked_on()
    {
        var found = Assert.Single(Planted.Check(Planted.In(Income, "  hi: [आय प्रमाणपत्र, आमदनी प्रमाण पत्र, aay praman patra]\n", "").Text).Faults.All);
        Assert.True(found.IsRemark);
        Assert.Matches("^1 of [0-9]+ texts have no 'hi', this 'synonyms' first$", found.Problem);
    }

    [Fact]
    public void is_there_in_four_languages_in_every_file_of_this_repository()
    {
        var files = CheckServices.Files([Path.Combine(Repository.Root, "services")]);
        Assert.True(files.Count >= 73, $"{files.Count} services");
        Assert.All(files, file =>
        {
            var sheet = Sheets.Open<ServiceDefinition>(file, file);
            var service = sheet.Value;
            var certificate = TextCheck.Certificate(service.Certificate);
            Assert.All((LocalText[])[service.Names, service.ShortNames, service.Summary], text => Assert.Equal(LanguageCode.All.Count, text.Count));
            Assert.Equal([], LanguageCode.All.Select(language => language.Code).Except(service.Synonyms.Where(words => words.Value.Count > 0).Select(words => words.Key)));
            Assert.Equal([], from one in sheet.Texts where !certificate.Contains(one.Text) from language in LanguageCode.All where string.IsNullOrWhiteSpace(one.Text.GetValueOrDefault(language.Code)) select $"{one.Key} has no {language.Code}");
        });
    }
}
