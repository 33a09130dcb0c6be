using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Delivering;
using EkDwar.Processing;
using EkDwar.Tests.Applying.Parties;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Delivering;

/// <summary>What only the office's register knows stands on the certificate as the office found it, and nothing is claimed that it did not find.</summary>
public sealed class What_only_the_register_knows(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    [Fact]
    public async Task of_a_birth_stands_on_its_certificate()
    {
        var said = await Certified("birth-certificate-village", [], ["gram_panchayat_adhikari"],
            ("entry_no", "41/1985"), ("registered_on", "9 4 1985"), ("register_born_on", "26 3 1985"), ("register_name", "गणेश मारुती"), ("register_mother", "सीमा कदम"), ("register_father", "मारुती कदम"));
        foreach (var found in (string[])["entered under number 41/1985 of 9 April 1985", "name गणेश मारुती, born on 26 March 1985, mother सीमा कदम, father मारुती कदम", "नोंद क्रमांक / Registration number 41/1985"]) Assert.Contains(found, said);
    }

    [Fact]
    public async Task of_a_birth_that_was_told_late_stands_on_its_certificate_with_the_father()
    {
        var said = await Certified("delayed-birth-registration", new() { ["father_name"] = "मारुती कदम", ["delay"] = "up_to_30_days" }, ["gram_panchayat_clerk", "gram_panchayat_adhikari"], ("entry_no", "12/2026"), ("registered_on", "2 3 2026"));
        foreach (var found in (string[])["number 12/2026 of 2 March 2026", "/ Father मारुती कदम", "Date of registration 2 मार्च 2026 / 2 March 2026"]) Assert.Contains(found, said);
    }

    [Fact]
    public async Task of_a_marriage_stands_on_its_certificate_with_the_witnesses()
    {
        var wife = await house.Citizen(name: "सीमा जगताप");
        await Wedding.Drafted(house, wife, "9700000012", "", "", "");
        var c = new TestCase(house, wife, await Wedding.Sent(house, wife));
        await Wedding.AllSign(house, c.CaseId);
        var said = await Granted(c, ["gram_panchayat_adhikari"], ("entry_no", "7/2026"), ("registered_on", "2 3 2026"));
        foreach (var found in (string[])["under number 7/2026 of 2 March 2026", "साक्षीदार / Witnesses", "साक्षीदार अ", "साक्षीदार ब", "साक्षीदार क"]) Assert.Contains(found, said);
        Assert.Equal("questions.must", await Refused());
    }

    /// <summary>An entry from before the wedding is none of it.</summary>
    async Task<string> Refused()
    {
        var wife = await house.Citizen(name: "लता जगताप");
        await Wedding.Drafted(house, wife, "9700000014", "", "", "");
        var c = new TestCase(house, wife, await Wedding.Sent(house, wife));
        await Wedding.AllSign(house, c.CaseId);
        return (await c.FindsSo("gram_panchayat_adhikari", Found(("entry_no", "7/2026"), ("registered_on", "1 1 1950")))).Refusals.Single().Code;
    }

    const string Tax = "property-tax-extract";

    [Theory]
    [InlineData("extract", "2310.50", "Property tax extract")]
    [InlineData("both", "2310.50", "Property tax extract")]
    [InlineData("no_dues", "1", "Property tax extract")]
    [InlineData("extract", "0", "Property tax extract")]
    public async Task of_a_tax_is_stated_and_nothing_is_said_to_be_paid_where_it_is_owed_or_was_not_asked(string what, string dues, string title)
    {
        var said = await Certified(Tax, new() { ["what"] = what }, ["tax_clerk", "tax_superintendent"], Assessment(dues));
        Assert.Contains(title, said);
        foreach (var found in (string[])["S/1/0512", "₹18,400.00", "Tax collected up to 30 September 2025", $"Dues on the day of this extract: {EkDwar.Foundation.Languages.IndianNumber.Rupees((long)(decimal.Parse(dues, System.Globalization.CultureInfo.InvariantCulture) * 100))}"]) Assert.Contains(found, said);
        foreach (var claim in (string[])["is paid", "nothing is due", "भरलेला", "No-dues certificate for", "extract and no-dues"]) Assert.DoesNotContain(claim, said);
    }

    [Theory]
    [InlineData("no_dues", "No-dues certificate for property tax")]
    [InlineData("both", "Property tax extract and no-dues certificate")]
    public async Task of_a_tax_without_dues_is_said_under_the_title_that_was_asked_for(string what, string title)
    {
        var said = await Certified(Tax, new() { ["what"] = what }, ["tax_clerk", "tax_superintendent"], Assessment("0"));
        foreach (var found in (string[])[title, "S/1/0512", "paid up to 30 September 2025", "nothing is due"]) Assert.Contains(found, said);
    }

    static (string, string)[] Assessment(string dues) => [("assessment_no", "S/1/0512"), ("assessed_value", "18,400"), ("dues", dues), ("paid_up_to", "30 9 2025")];

    async Task<string> Certified(string service, Dictionary<string, string> own, string[] posts, params (string Id, string Typed)[] found)
    {
        var citizen = await house.Citizen(name: "पार्वतीबाई कदम");
        await Every_service_of_the_catalogue.Answered(house, citizen, (await house.Use((PublishedServices services) => services.Current("mh", service)))!, own);
        return await Granted(new(house, citizen, (await house.Sends(citizen, service)).Value), posts, found);
    }

    async Task<string> Granted(TestCase c, string[] posts, params (string Id, string Typed)[] found)
    {
        if ((await house.Use((CaseFiles files) => files.Open(c.CaseId)))!.OwesFee) await c.Pays();
        var done = await c.FindsSo(posts[0], Found(found));
        Assert.True(done.IsDone, string.Join(", ", done.Refusals));
        if (posts.Length > 1)
        {
            var (desk, version) = (await c.DeskOf(posts[0]), (await c.Row()).Version);
            Assert.True((await house.Use((ForwardCase forward) => forward.Run(desk, c.CaseId, version, "पाहिले"))).IsDone);
        }
        var granted = await c.Grants(posts[^1]);
        Assert.True(granted.IsDone, string.Join(", ", granted.Refusals));
        await house.OutboxDrained();
        var file = (await house.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        return Tool.OneLine(await house.Use(async (CertificateFiles files) => files.Read((await c.Certificates()).Single(), file.Seal)));
    }

    /// <summary>As somebody types it: a day in three boxes, anything else in one.</summary>
    static Dictionary<string, RawAnswer> Found(params (string Id, string Typed)[] found) => found.ToDictionary(one => one.Id, one => new RawAnswer(one.Typed.Split(' ') is [var day, { Length: <= 2 } month, { Length: 4 } year]
        ? new Dictionary<string, string> { ["day"] = day, ["month"] = month, ["year"] = year } : new Dictionary<string, string> { [""] = one.Typed }));
}
