using System.Net;
using EkDwar.Applying;
using EkDwar.Catalogue.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Applying;

/// <summary>Several questions on one page: each answered, kept and changed for itself, and the page asked only where its rule holds.</summary>
public sealed class A_page_of_several_questions(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Artists = "foreign-artists-permission", Mutation = "mutation-attestation";
    const string Contact = "/mh/en/apply/foreign-artists-permission/email";

    readonly TestHouse house = shared.House;

    [Fact]
    public async Task asks_all_of_them_under_its_heading_in_the_reader_s_language()
    {
        var citizen = await AtContact();
        var page = await citizen.Browser.Open(Contact);
        Assert.Equal("How to reach you", page.Heading);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.StartsWith("How to reach you", page.Title, StringComparison.Ordinal);
        Assert.Equal(["answer-email", "answer-phone"], page.Form("#question").Names().Where(name => name.StartsWith("answer", StringComparison.Ordinal)));
        Assert.Equal("Your mobile number", page["label[for=answer-phone]"].TextContent.Trim());
        var marathi = await citizen.Browser.Open(Contact.Replace("/en/", "/mr/", StringComparison.Ordinal));
        Assert.Equal(("तुमच्याशी संपर्क", "ई-मेल"), (marathi.Heading, marathi["label[for=answer-email]"].TextContent.Trim()));
        // A link to any question of the page opens it.
        Assert.Equal(Contact, (await citizen.Browser.Open(Contact.Replace("email", "phone", StringComparison.Ordinal))).Path);
        Assert.EndsWith("/organiser", page["a.govuk-back-link"].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task keeps_what_is_accepted_and_shows_what_is_refused_as_it_was_typed()
    {
        var citizen = await AtContact();
        var page = await (await citizen.Browser.Open(Contact)).Form("#question").With("answer-email", "asha@example.org").With("answer-phone", "12").Press();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, Contact), (page.Status, page.Path));
        Assert.Single(page.Problems);
        Assert.Equal("#answer-phone", page[".govuk-error-summary__list a"].GetAttribute("href"));
        Assert.Equal(("asha@example.org", "12"), Typed(page));
        var answers = await Answers(citizen, "mh", Artists);
        Assert.Equal("asha@example.org", answers.Text("email"));
        Assert.False(answers.Has("phone"));
        // Whoever comes back finds it so, also by the link that leads to the next question.
        page = await citizen.Browser.Open($"/mh/en/apply/{Artists}");
        Assert.Equal(Contact, page.Path);
        Assert.Equal(("asha@example.org", "12"), Typed(page));
        page = await page.Form("#question").With("answer-phone", "98900 12345").Press();
        Assert.EndsWith("/village", page.Path, StringComparison.Ordinal);
        Assert.EndsWith("/email", page["a.govuk-back-link"].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task takes_nothing_where_all_is_refused_and_names_each()
    {
        var citizen = await AtContact();
        var page = await (await citizen.Browser.Open(Contact)).Form("#question").Press();
        Assert.Equal(["#answer-email", "#answer-phone"], page.Document.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")));
        Assert.False((await Answers(citizen, "mh", Artists)).Has("email"));
    }

    [Fact]
    public async Task keeps_what_was_typed_at_each_when_the_language_changes()
    {
        var citizen = await AtContact();
        var page = await (await citizen.Browser.Open(Contact)).Form("#question").With("answer-email", "asha@").With("answer-phone", "98").Press();
        var form = page.Form("#question").With("answer-email", "asha@example").With("answer-phone", "989");
        var request = form.Request();
        var fields = System.Web.HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken));
        fields["switch_language"] = "mr";
        request.Content = new FormUrlEncodedContent(fields.AllKeys.Select(key => KeyValuePair.Create(key!, fields[key]!)));
        var marathi = await citizen.Browser.Send(request);
        Assert.Equal((Contact.Replace("/en/", "/mr/", StringComparison.Ordinal), "तुमच्याशी संपर्क"), (marathi.Path, marathi.Heading));
        Assert.Equal(("asha@example", "989"), Typed(marathi));
    }

    [Fact]
    public async Task holds_an_answer_against_one_before_it_on_the_page_and_leads_back_to_the_check_when_it_is_changed()
    {
        var citizen = await house.SignedInCitizen();
        var service = await house.Use((EkDwar.Catalogue.PublishedServices services) => services.Current("mh", Artists));
        await house.Use(async (IServiceProvider services) => await services.GetRequiredService<Drafts>().OpenOrStart(citizen.Session, "mh", Artists));
        await Catalogue.Every_service_of_the_catalogue.Answered(house, citizen, service!);
        var check = await citizen.Browser.Open($"/mh/en/apply/{Artists}/check-answers");
        var links = check.Document.QuerySelectorAll("main .govuk-summary-list a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(2, links.Count(link => link.EndsWith("/starts_at", StringComparison.Ordinal)));
        Assert.DoesNotContain(links, link => link.EndsWith("/ends_at", StringComparison.Ordinal));

        var page = await citizen.Browser.Open(links.Find(link => link.EndsWith("/starts_at", StringComparison.Ordinal))!);
        Assert.Equal("Time of the programme", page.Heading);
        var year = int.Parse(page.Form("#question").Value("answer-starts_at-year"), System.Globalization.CultureInfo.InvariantCulture);
        page = await page.Form("#question").With("answer-starts_at-year", $"{year + 1}").Press();
        Assert.Equal("It must end after it begins.", Assert.Single(page.Problems));
        Assert.StartsWith("#answer-ends_at", page[".govuk-error-summary__list a"].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal($"{year + 1}", page.Form("#question").Value("answer-starts_at-year"));
        page = await page.Form("#question").With("answer-ends_at-year", $"{year + 2}").Press();
        Assert.Equal($"/mh/en/apply/{Artists}/check-answers", page.Path);
        Assert.Contains($"{year + 2}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task in_two_tabs_takes_each_as_it_was_sent_and_loses_nothing()
    {
        var citizen = await AtContact();
        var (first, second) = (await citizen.Browser.Open(Contact), await citizen.Browser.Open(Contact));
        await first.Form("#question").With("answer-email", "asha@example.org").With("answer-phone", "98900 12345").Press();
        var late = await second.Form("#question").With("answer-email", "asha@example.in").With("answer-phone", "98").Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        var answers = await Answers(citizen, "mh", Artists);
        Assert.Equal("asha@example.in", answers.Text("email"));
        Assert.True(answers.Has("phone"));
    }

    [Fact]
    public async Task is_passed_over_where_its_rule_does_not_hold_and_takes_its_answers_along()
    {
        var citizen = await house.SignedInCitizen();
        await house.Use(async (IServiceProvider services) => await services.GetRequiredService<Drafts>().OpenOrStart(citizen.Session, "pb", Mutation));
        await Say(citizen, "name", ("local", "ਹਰਜੀਤ ਕੌਰ"), ("latin", "Harjit Kaur"));
        var places = await house.Use(async (Drafts drafts) => (await drafts.Open(citizen.Session, "pb", Mutation))!);
        await Say(citizen, "village", ("", places.Facts.Offered(places.Service.Question("village")).First().Key));
        var basis = await citizen.Browser.Open($"/pb/en/apply/{Mutation}/basis");
        var deceased = await basis.Form("#question").With("answer", "inheritance").Press();
        Assert.EndsWith("/deceased_name", deceased.Path, StringComparison.Ordinal);
        Assert.Equal("From whom the land comes", deceased.Heading);
        var heirs = await deceased.Form("#question").With("answer-deceased_name", "ਗੁਰਮੀਤ ਸਿੰਘ").With("answer-died_on-day", "4").With("answer-died_on-month", "2").With("answer-died_on-year", "2025")
            .With("answer-will_made", "no").Press();
        Assert.EndsWith("/heirs", heirs.Path, StringComparison.Ordinal);

        var deed = await (await citizen.Browser.Open($"/pb/en/apply/{Mutation}/basis")).Form("#question").With("answer", "sale").Press();
        Assert.EndsWith("/deed_no", deed.Path, StringComparison.Ordinal);
        var next = await deed.Form("#question").With("answer", "1234, 4 2 2025").Press();
        Assert.EndsWith("/khewat_no", next.Path, StringComparison.Ordinal);
        var answers = await Answers(citizen, "pb", Mutation);
        Assert.All((string[])["deceased_name", "died_on", "will_made"], gone => Assert.False(answers.Has(gone)));
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.Browser.Open($"/pb/en/apply/{Mutation}/died_on")).Status);
    }

    [Fact]
    public async Task keeps_all_that_was_typed_when_the_session_has_ended()
    {
        await using var own = await TestHouse.Open();
        var citizen = await own.SignedInCitizen();
        var form = (await Contacted(citizen)).Form("#question").With("answer-email", "asha@example.org").With("answer-phone", "98");
        own.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.EndsWith("/sign-in", (await form.Press()).Path, StringComparison.Ordinal);
        var draft = (await own.Use((Drafts drafts) => drafts.Open(citizen.Session, "mh", Artists)))!;
        Assert.Equal(("asha@example.org", "98"), (Drafts.TypedAt(draft, "email")![""], Drafts.TypedAt(draft, "phone")![""]));
        Assert.Null(Drafts.TypedAt(draft, "venue"));
    }

    async Task<TestCitizen> AtContact()
    {
        var citizen = await house.SignedInCitizen();
        Assert.Equal(Contact, (await Contacted(citizen)).Path);
        return citizen;
    }

    static async Task<Page> Contacted(TestCitizen citizen)
    {
        var page = await citizen.Browser.Open($"/mh/en/apply/{Artists}");
        page = await page.Form("#question").With("answer-local", "आशा पाटील").With("answer-latin", "Asha Patil").Press();
        return await page.Form("#question").With("answer", "कलामंडळ").Press();
    }

    static (string, string) Typed(Page page) => (page.Form("#question").Value("answer-email"), page.Form("#question").Value("answer-phone"));

    Task<Answers> Answers(TestCitizen citizen, string state, string service) => house.Use(async (Drafts drafts) => (await drafts.Open(citizen.Session, state, service))!.Answers);

    Task Say(TestCitizen citizen, string question, params (string Part, string Text)[] parts) => house.Use(async (IServiceProvider services) =>
    {
        var draft = (await services.GetRequiredService<Drafts>().Open(citizen.Session, "pb", Mutation))!;
        var said = await services.GetRequiredService<AnswerQuestion>().Run(draft, draft.Service.Question(question), new(parts.ToDictionary(part => part.Part, part => part.Text)));
        Assert.True(said.IsDone, string.Join(", ", said.Refusals));
    });
}
