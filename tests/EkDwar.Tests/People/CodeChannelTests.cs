using EkDwar.Foundation.Outbox;
using EkDwar.Notifying;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.People;

/// <summary>A code that comes by telephone or WhatsApp, for whom no text message comes or who cannot read one.</summary>
public sealed class A_code_by_another_way(SharedHouse shared) : IClassFixture<SharedHouse>
{
    static int mobiles;

    readonly TestHouse house = shared.House;
    readonly string mobile = $"96{Interlocked.Increment(ref mobiles):D8}";

    static readonly Dictionary<string, string[]> Digits = new()
    {
        ["en"] = "zero one two three four five six seven eight nine".Split(' '), ["mr"] = "शून्य एक दोन तीन चार पाच सहा सात आठ नऊ".Split(' '),
        ["hi"] = "शून्य एक दो तीन चार पाँच छह सात आठ नौ".Split(' '), ["pa"] = "ਸਿਫ਼ਰ ਇੱਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ".Split(' '),
    };

    async Task<Page> Asked(string language = "en")
    {
        var page = await (await house.Browser().Open($"/mh/{language}/sign-in")).Form().With("mobile", mobile).Press();
        Assert.Equal($"/mh/{language}/sign-in/code", page.Path);
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        return page;
    }

    static Task<Page> By(Page page, string? way) => page.Form("form[action*='handler=again']").Press(way is null ? null : "by=" + way);

    async Task<List<PhoneText>> Came()
    {
        await house.OutboxDrained();
        return [.. (await house.Phone()).Where(message => message.To == mobile)];
    }

    /// <summary>What a call says, heard as digits.</summary>
    static string Heard(PhoneText call)
    {
        var words = call.Text.Split([' ', ',', '.', ':', '।'], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => Array.IndexOf(Digits[call.Language], word)).Where(digit => digit >= 0));
    }

    /// <summary>Typed as her keyboard writes digits, a code of a text message is the same code; another is as wrong as ever.</summary>
    [Theory, InlineData("mr", '०'), InlineData("hi", '०'), InlineData("pa", '੦')]
    public async Task is_taken_in_the_digits_of_her_own_script(string language, char zero)
    {
        var page = await Asked(language);
        var code = await house.CodeFor(mobile);
        string Own(string digits) => string.Concat(digits.Select(digit => (char)(zero + (digit - '0'))));
        var wrong = await page.Form().With("code", Own(code == "000000" ? "000001" : "000000")).Press();
        Assert.Single(wrong.Problems);
        Assert.Equal($"/mh/{language}/sign-in/person", (await wrong.Form().With("code", Own(code)).Press()).Path);
    }

    [Theory, InlineData("en"), InlineData("mr"), InlineData("hi"), InlineData("pa")]
    public async Task is_spoken_digit_by_digit_and_twice_in_her_language(string language)
    {
        var page = await By(await Asked(language), "voice");
        Assert.Empty(page.Problems);
        Assert.Contains($"{mobile[^2..]}", page.TextOf(".govuk-notification-banner"));
        var call = (await Came()).Single(message => message.Channel == "voice");
        Assert.Equal(language, call.Language);
        Assert.DoesNotContain(call.Text, letter => char.IsDigit(letter));
        var heard = Heard(call);
        Assert.Equal(12, heard.Length);
        Assert.Equal(heard[..6], heard[6..]);
        // And the code that was heard lets her in; the older one, of the text message, would have too.
        Assert.Equal($"/mh/{language}/sign-in/person", (await page.Form().With("code", heard[..6]).Press()).Path);
    }

    [Fact]
    public async Task comes_on_WhatsApp_and_ends_no_code_before_it()
    {
        var asked = await Asked();
        var first = (await Came()).Single().Text[..6];
        var page = await By(asked, "whatsapp");
        var second = (await Came()).Single(message => message.Channel == "whatsapp");
        Assert.Matches("^[0-9]{6} is your EkDwar code", second.Text);
        Assert.Equal("/mh/en/sign-in/person", (await page.Form().With("code", first).Press()).Path);
    }

    [Fact]
    public async Task that_leaves_together_with_an_older_one_stands_before_it()
    {
        await By(await Asked(), "voice");
        Assert.Equal(["voice", "sms"], (await Came()).Select(message => message.Channel));
    }

    [Fact]
    public async Task counts_with_all_others_of_its_number()
    {
        var page = await Asked();
        foreach (var way in (string?[])["voice", "whatsapp", null])
        {
            Assert.Empty((page = await By(page, way)).Problems);
            // Another one at once waits, by whatever way.
            Assert.Equal(["A code was sent just now. Wait 30 seconds, then ask again."], (await By(page, "whatsapp")).Problems);
            house.Clock.Advance(TimeSpan.FromSeconds(31));
        }
        Assert.Empty((page = await By(page, "voice")).Problems);
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        foreach (var way in (string?[])["voice", "whatsapp", null]) Assert.Equal(["Too many codes were sent to this number. Try again in an hour."], (await By(page, way)).Problems);
        Assert.Equal(5, (await Came()).Count);
    }

    [Fact]
    public async Task says_the_same_of_a_number_nobody_knows()
    {
        var unknown = await By(await Asked(), "voice");
        house.Clock.Advance(TimeSpan.FromHours(2));
        await house.Citizen(mobile);
        house.Clock.Advance(TimeSpan.FromHours(2));
        var known = await By(await Asked(), "voice");
        Assert.Equal((unknown.Status, unknown.Text), (known.Status, known.Text));
    }

    [Fact]
    public async Task is_offered_only_where_the_house_has_it()
    {
        var configuration = house.Services.GetRequiredService<IConfiguration>();
        (configuration["Codes:Voice"], configuration["Codes:WhatsApp"]) = ("false", "false");
        try
        {
            var page = await Asked();
            Assert.False(page.Has("[name=by]"));
            // A form of an earlier page, or of nobody's.
            using var request = page.Form("form[action*='handler=again']").Request();
            var body = await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (var way in (string[])["voice", "carrier-pigeon"])
            {
                using var forged = new HttpRequestMessage(HttpMethod.Post, request.RequestUri) { Content = new StringContent($"{body}&by={way}", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded") };
                Assert.Equal(["A code cannot come that way here. Ask for a text message."], (await page.Browser.Send(forged)).Problems);
            }
            Assert.Single(await Came());
        }
        finally
        {
            (configuration["Codes:Voice"], configuration["Codes:WhatsApp"]) = (null, null);
        }
    }

    [Fact]
    public async Task is_no_more_to_be_read_on_its_way_than_a_written_one()
    {
        await By(await Asked(), "voice");
        var call = (await Came()).Single(message => message.Channel == "voice");
        var code = Heard(call)[..6];
        Assert.DoesNotContain(await house.Db(db => db.Set<OutboxMessage>().Where(message => message.Kind == OneTimeCodes.OutboxKind).Select(message => message.Body).ToListAsync()), body => body.Contains(code) || body.Contains(mobile));
        var shown = (await house.Browser().Open("/dev/phone?lang=en")).Document.QuerySelectorAll("main section").First(section => section.TextContent.Contains(mobile));
        Assert.Contains("phone call, as it would be spoken", shown.TextContent);
    }
}
