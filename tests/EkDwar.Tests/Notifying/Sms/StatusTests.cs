using System.Net;
using EkDwar.Notifying.Sms;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>"STATUS MH7KQ42M9TXB3WC" by text message: answered with where the case stands, to whoever has the slip.</summary>
public sealed class A_question_by_text_message(SharedGateways shared) : IClassFixture<SharedGateways>, IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await shared.House("nic", limits => limits.AnswersADay = 3);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    string Number() => shared.Number();

    /// <summary>What came back to the number, the newest last.</summary>
    async Task<List<string>> Asked(string from, string text, string secret = Gateways.Secret, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var client = house.Client();
        using var answer = await client.PostAsync($"/sms/mh/nic/{secret}/inbound", new FormUrlEncodedContent([new("mobile", from), new("message", text)]), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        await house.OutboxDrained();
        return [.. shared.All.Nic.Messages.Where(message => message.To == from[^10..]).Select(message => message.Text)];
    }

    static string Indic(string text) => string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? (char)('०' + letter - '0') : letter));

    [Fact]
    public async Task is_answered_in_any_case_with_Indic_digits_and_with_or_without_dashes()
    {
        var c = await house.Case().Submitted();
        var due = EkDwar.Foundation.Languages.LongDate.Of((await c.Row()).DueOn!.Value, EkDwar.Foundation.Languages.LanguageCode.Marathi);
        foreach (var text in (string[])[$"STATUS {c.Reference}", $"status {c.Reference.Compact.ToLowerInvariant()}", $" Status\n{Indic(c.Reference.ToString())} ", $"STATUS:{c.Reference.Compact}"])
            Assert.Equal([$"अर्ज {c.Reference.Compact}: कार्यालयात आहे. निर्णय {due} पर्यंत. -EKDWAR"], await Asked("91" + Number(), text));
    }

    [Fact]
    public async Task is_answered_with_what_has_become_of_it_and_nothing_of_the_applicant()
    {
        foreach (var (told, c) in ((string, TestCase)[])[("मंजूर", await house.Case().Granted()), ("नामंजूर", await house.Case().Refused()), ("थांबला", await house.Case().WithoutPaper().Submitted())])
        {
            var answer = Assert.Single(await Asked(Number(), "STATUS " + c.Reference));
            Assert.Contains(told, answer);
            foreach (var hers in (string[])[c.Citizen.Name, c.Citizen.Latin, c.Citizen.Mobile, "उत्पन्न", "दाखला "]) Assert.DoesNotContain(hers, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task about_a_reference_there_is_not_is_answered_once_a_day_and_tells_nothing()
    {
        var from = Number();
        Assert.Equal([EkDwar.Foundation.Languages.Texts.Get(EkDwar.Foundation.Languages.LanguageCode.Marathi, "notifying.status_unknown")], await Asked(from, "STATUS MH-7KQ4-2M9T-XB3W-C"));
        Assert.Single(await Asked(from, "STATUS 12345"));
        Assert.Single(await Asked(from, "STATUS MH-8888-2M9T-XB3W-C"));
        house.Clock.AdvanceDays(1);
        Assert.Equal(2, (await Asked(from, "STATUS 12345")).Count);
        // A reference that is there, with another state before it, is none.
        var c = await house.Case().Submitted();
        Assert.Single(await Asked(Number(), "STATUS PB" + c.Reference.Compact[2..]));
    }

    [Fact]
    public async Task said_twice_in_a_minute_is_answered_once_and_so_often_in_a_day_no_more()
    {
        var (c, from) = (await house.Case().Submitted(), Number());
        Assert.Single(await Asked(from, "STATUS " + c.Reference));
        Assert.Single(await Asked(from, "STATUS " + c.Reference));
        for (var time = 0; time < 4; time++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(2));
            await Asked(from, "STATUS " + c.Reference);
        }
        Assert.Equal(3, (await Asked(from, "STATUS " + c.Reference)).Count);
    }

    [Theory]
    [InlineData("STATUSES MH7KQ42M9TXB3WC")]
    [InlineData("Hello")]
    [InlineData("STATUS")]
    [InlineData("")]
    public async Task that_is_none_is_not_answered(string text) => Assert.Empty(await Asked(Number(), text));

    [Fact]
    public async Task not_brought_by_the_gateway_is_not_heard()
    {
        var c = await house.Case().Submitted();
        var asks = await house.Db(db => db.Set<StatusAsk>().CountAsync());
        Assert.Empty(await Asked(Number(), "STATUS " + c.Reference, "guessed", HttpStatusCode.NotFound));
        using var client = house.Client();
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"/sms/mh/nic/{Gateways.Secret}/inbound", new FormUrlEncodedContent([new("message", "STATUS")]), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(asks, await house.Db(db => db.Set<StatusAsk>().CountAsync()));
    }

    [Fact]
    public async Task leaves_no_number_behind_that_could_be_read()
    {
        var (c, from) = (await house.Case().Submitted(), Number());
        await Asked(from, "STATUS " + c.Reference);
        var body = await house.Db(db => db.Set<EkDwar.Foundation.Outbox.OutboxMessage>().AsNoTracking().Where(message => message.Kind == AskStatus.OutboxKind).OrderByDescending(message => message.Id).Select(message => message.Body).FirstAsync());
        Assert.DoesNotContain(from, body);
        Assert.DoesNotContain(from, (await house.Db(db => db.Set<StatusAsk>().AsNoTracking().OrderByDescending(ask => ask.AskedAt).FirstAsync())).FromHash);
    }
}
