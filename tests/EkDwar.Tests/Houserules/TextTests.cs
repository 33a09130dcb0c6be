namespace EkDwar.Tests.Houserules;

public class The_texts
{
    /// <summary>Keys of which the code writes only the room, and finds the rest: names of refusals, of parts of dates, of events told.</summary>
    static readonly string[] Computed =
    [
        "files.", "foundation.day-", "foundation.month-", "foundation.year-", "notifying.",
        "finding.accessibility.", "finding.help.", "finding.privacy.",
    ];

    /// <summary>Made-up people of the gallery, who are called the same in every language.</summary>
    static readonly string[] NamesOfNobody = ["Design/GalleryPage.cshtml: Ramesh Vitthal Pawar"];

    static readonly Dictionary<string, string> Files = Repository.Walk(Path.Combine(Repository.Root, "src/EkDwar"))
        .Where(file => Path.GetFileName(file) == "Texts.json").ToDictionary(file => file, Repository.Text);

    static readonly HashSet<string> Keys = [.. Files.Values.SelectMany(TextRules.Keys)];

    [Fact]
    public void are_whole_in_all_four_languages() => Rules.Hold(Files.SelectMany(file => TextRules.Faults(file.Key, file.Value)));

    [Fact]
    public void show_numbers_in_one_kind_of_digits() => Assert.Empty(
        from file in Files.Keys.Concat(Repository.Walk(Path.Combine(Repository.Root, "services")).Where(file => file.EndsWith(".yaml", StringComparison.Ordinal)))
        from line in Repository.Text(file).Split('\n')
        where line.Any(letter => char.IsDigit(letter) && !char.IsAsciiDigit(letter))
        select $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}");

    [Fact]
    public void of_a_link_to_a_file_name_its_kind_and_its_size_where_it_is_known() => Rules.Hold(TextRules.Unsaid(SourceFile.All, Files.Values));

    [Fact]
    public void are_caught_where_a_link_hides_a_file()
    {
        const string texts = """{"a.hidden": {"en": "Get it"}, "a.kind": {"en": "Get it (PDF)"}, "a.size": {"en": "Get it (PDF, {size} KB)"}}""";
        SourceFile Link(string key, string file) => new($"A/{key}Page.cshtml", $"<a href=\"@Model.At($\"cases/1/{file}\")\">@T[\"a.{key}\"]</a>");
        Assert.Equal(["A/hiddenPage.cshtml: a.hidden says no PDF", "A/kindPage.cshtml: a.kind says no size"],
            TextRules.Unsaid([Link("hidden", "slip.pdf"), Link("kind", "certificate.pdf"), Link("size", "certificate.pdf")], [texts]));
    }

    [Fact]
    public void have_each_key_once() => Assert.Equal(Keys.Count, Files.Values.Sum(json => TextRules.Keys(json).Count()));

    [Fact]
    public void exist_for_every_key_written() => Rules.Hold(TextRules.Missing(SourceFile.All, Keys));

    [Fact]
    public void are_all_said_somewhere() => Rules.Hold(TextRules.Unused(SourceFile.All, Keys, Computed));

    [Fact]
    public void are_never_written_into_a_page() => Rules.Hold(MarkupWords.Violations(SourceFile.All), NamesOfNobody);

    [Fact]
    public void are_caught_when_a_language_or_a_blank_is_missing()
    {
        const string planted = """
            { "a.b": { "en": "{n} days", "mr": "{n} दिवस", "hi": " ", "pa": "{m} ਦਿਨ" }, "a.c": { "en": "x", "mr": "x", "hi": "x" } }
            """;
        Assert.Equal(
            ["T a.b has no hi", "T a.b has other {blanks} in hi than in en", "T a.b has other {blanks} in pa than in en", "T a.c has no pa"],
            TextRules.Faults("T", planted));
    }

    [Fact]
    public void are_caught_when_a_key_does_not_exist_or_nobody_says_it()
    {
        HashSet<string> keys = ["cases.one", "cases.two", "cases.stage.open", "cases.stage-x.y", "cases.forgotten", "cases.short", "cases.joined"];
        SourceFile[] planted =
        [
            new("Cases/A.cs", """class A { string B => T("cases.one") + T("cases.gone") + T("cases.stage." + b) + T($"cases.stage-{b}") + T("cases." + (c ? "joined" : d)) + Pass("submit.done"); }"""),
            new("Cases/A.cshtml", """<p>@T["cases.two"] @T["cases.lost"] @T["cases." + c]</p>"""),
        ];
        Assert.Equal(["Cases/A.cs cases.gone", "Cases/A.cshtml cases.lost"], TextRules.Missing(planted, keys));
        Assert.Equal(["cases.forgotten"], TextRules.Unused(planted, keys, ["cases.short"]));
    }

    [Theory]
    [InlineData("<p>Pay the fee at the counter</p>", "Pay the fee at the counter")]
    [InlineData("<p class=\"a\">@Model.Name has to pay</p>", "has to pay")]
    [InlineData("<img alt=\"A door that is open\" src=\"a\">", "A door that is open")]
    public void are_caught_in_a_page(string markup, string found) => Assert.Equal([$"A.cshtml: {found}"], MarkupWords.Violations([new("A.cshtml", markup)]));

    [Theory]
    [InlineData("<p>@T[\"cases.one\"] <b>@Model.Name(a, b)</b></p>")]
    [InlineData("@{ List<string> a = new List<string>(); var b = a.Count > 0 && a.Count < 5; }")]
    [InlineData("@* a note to the reader of the page *@<p>EkDwar</p>")]
    public void are_not_seen_where_none_are(string markup) => Assert.Empty(MarkupWords.Violations([new("A.cshtml", markup)]));
}
