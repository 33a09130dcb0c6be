using EkDwar.Cases;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Deciding;

public sealed class Granting_on_the_page
{
    [Fact]
    public async Task names_what_will_be_issued_and_happens_once()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Reported();
        var browser = await house.AtDesk("tahsildar");
        var confirm = await browser.Case(c, "/grant");
        Assert.Contains("Income certificate", confirm.TextOf("main dl"));
        Assert.Contains("Dnyaneshwar Rhalkar", confirm.TextOf("main dl"));
        var inbox = await confirm.Form().Press();
        Assert.Contains($"{c.Reference} was granted.", inbox.TextOf(".govuk-notification-banner"));
        var second = await confirm.Form().Press();
        Assert.Contains($"{c.Reference} was granted.", second.TextOf(".govuk-notification-banner"));
        Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.ApplicationGranted));
    }
}

public sealed class Refusing_on_the_page
{
    const string Words = "वेतन दाखला अपूर्ण आहे.\r\nनवीन दाखला द्या.";

    [Fact]
    public async Task needs_ground_and_words_and_keeps_what_was_typed()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Reported();
        var browser = await house.AtDesk("tahsildar");
        var form = await browser.Case(c, "/refuse");
        Assert.Equal(["Choose the ground of refusal.", "Write your reasons in words."], (await form.Form().Press()).Problems);
        var noGround = await form.Form().With("words", Words).Press();
        Assert.Equal(["Choose the ground of refusal."], noGround.Problems);
        Assert.Equal(Words, noGround.Form().Value("words"));
        var request = form.Form().With("words", Words).Request();
        request.RequestUri = new(request.RequestUri!.ToString().Replace("Preview", "Send"));
        Assert.NotEmpty((await browser.Send(request)).Problems);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
    }

    [Fact]
    public async Task previews_the_very_letter_that_is_sent()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Reported();
        var browser = await house.AtDesk("tahsildar");
        var preview = await (await browser.Case(c, "/refuse")).Form().With("ground", "income_not_proved").With("words", Words).Press();
        Assert.Equal("mr", preview[".ek-letter"].GetAttribute("lang"));
        var shown = preview.TextOf(".ek-letter");
        foreach (var said in new[] { c.Reference.ToString(), "उत्पन्नाचा दाखला", "कलम 5", "नवीन दाखला द्या.", "उपविभागीय अधिकारी, पुणे", "30 दिवसांत" }) Assert.Contains(said, shown);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);

        var changed = await preview.Form().Press("Change the letter");
        Assert.Equal((Words, "income_not_proved"), (changed.Form().Value("words"), changed.Form().Value("ground")));
        Assert.Empty(changed.Problems);

        var inbox = await preview.Form().Press("Refuse and send this letter");
        Assert.Contains($"{c.Reference} was refused", inbox.TextOf(".govuk-notification-banner"));
        var sent = await Sent(house, c);
        foreach (var line in sent.Facts.Concat(sent.Reasons).Select(line => line.Value).Concat(sent.Appeal).Append(sent.Heading).Append(sent.Opening))
            Assert.Contains(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), shown);
        Assert.Equal(preview.Document.QuerySelectorAll(".ek-letter dd").Length, sent.Facts.Count + sent.Reasons.Count);
    }

    static async Task<RefusalLetter> Sent(TestHouse house, TestCase c)
    {
        return await house.Use(async (IServiceProvider services) =>
        {
            var file = (await ((CaseFiles)services.GetService(typeof(CaseFiles))!).Open(c.CaseId))!;
            var entries = await ((Timeline)services.GetService(typeof(Timeline))!).Of(file);
            return (await ((RefusalLetters)services.GetService(typeof(RefusalLetters))!).Sent(file, entries))!;
        });
    }
}
