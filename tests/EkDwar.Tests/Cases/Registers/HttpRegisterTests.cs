using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EkDwar.Cases.Registers;
using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EkDwar.Tests.Cases.Registers;

/// <summary>What a register answers is taken to the letter or not at all; that it has no record is believed only when it says so itself.</summary>
public sealed class A_register
{
    const string Name = "mh_land_records";

    static readonly List<RegisterField> Gives =
    [
        new() { Id = "tenure" }, new() { Id = "assessment", Type = "number" }, new() { Id = "entered_on", Type = "date" },
        new() { Id = "occupants", Type = "table", Columns = [new() { Id = "name" }, new() { Id = "area", Type = "number" }] },
    ];

    static readonly Dictionary<string, string?> Key = new() { ["village"] = "556225", ["survey_number"] = "142", ["sub_division"] = null };

    const string Record = """{"tenure":"भोगवटादार वर्ग - 1","assessment":2.60,"entered_on":"2025-06-18","occupants":[{"name":"ज्ञानेश्वर र्‍हाळकर","area":0.50},{"name":"श्रीकृष्ण","area":null}]}""";

    const string Answer = """{"register":"mh_land_records","key":{"village":"556225","survey_number":"142","sub_division":null},"found":true,"as_of":"2026-01-05T04:29:00Z","record":""" + Record + "}";

    sealed class Wire(Func<HttpRequestMessage, string, HttpResponseMessage> answers) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop) => answers(request, await request.Content!.ReadAsStringAsync(stop));
    }

    static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK, string type = "application/json") => new(status) { Content = new StringContent(body, Encoding.UTF8, type) };

    static Task<RegisterAnswer> Ask(Func<HttpRequestMessage, string, HttpResponseMessage> answers)
    {
        var options = new RegistersOptions();
        options.Known[Name] = new() { BaseUrl = "https://register.example/land/", Key = "the key" };
        var clock = new TestClock();
        clock.Set(new(2026, 1, 5, 4, 30, 0, TimeSpan.Zero));
        var http = new HttpClient(new Wire(answers)) { MaxResponseContentBufferSize = HttpRegister.LongestAnswer };
        return new HttpRegister(http, Options.Create(options), clock, NullLogger<HttpRegister>.Instance).Ask(new(Name, Key, Gives));
    }

    static Task<RegisterAnswer> Ask(string answer) => Ask((_, _) => Json(answer));

    [Fact]
    public async Task is_asked_for_one_key_in_words_it_knows_us_by()
    {
        HttpRequestMessage? asked = null;
        var said = "";
        var answer = await Ask((request, body) =>
        {
            (asked, said) = (request, body);
            return Json(Answer);
        });
        Assert.Equal(RegisterState.Found, answer.State);
        Assert.Equal(("POST", "https://register.example/land/records", "Bearer the key"), (asked!.Method.Method, asked.RequestUri!.AbsoluteUri, asked.Headers.Authorization!.ToString()));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"register":"mh_land_records","key":{"village":"556225","survey_number":"142","sub_division":null}}"""), JsonNode.Parse(said)));
    }

    [Fact]
    public async Task gives_a_record_byte_for_byte_also_after_it_was_kept()
    {
        var record = (await Ask(Answer)).Record!;
        var kept = RegisterRecord.Parse(record.ToText());
        Assert.Equal(new DateTime(2026, 1, 5, 4, 29, 0, DateTimeKind.Utc), kept.AsOf);
        Assert.Equal(["भोगवटादार वर्ग - 1", "2.60", "18 June 2025"], Gives.Take(3).Select(field => kept.Show(field, LanguageCode.English)));
        Assert.Equal([["0.50", "ज्ञानेश्वर र्‍हाळकर"], ["", "श्रीकृष्ण"]], kept.Rows(Gives[3], ["area", "name"], LanguageCode.Marathi));
    }

    [Fact]
    public async Task that_says_it_has_no_record_is_believed()
    {
        var answer = await Ask(Answer.Replace("true", "false").Replace(",\"record\":" + Record, ""));
        Assert.Equal(RegisterAnswer.NotFound, answer);
    }

    [Theory]
    [InlineData("\"register\":\"mh_land_records\"", "\"register\":\"mh_other\"")]
    [InlineData("\"village\":\"556225\"", "\"village\":\"556213\"")]
    [InlineData("\"sub_division\":null", "\"sub_division\":\"1\"")]
    [InlineData(",\"sub_division\":null", "")]
    [InlineData("\"found\":true", "\"found\":\"true\"")]
    [InlineData("\"found\":true", "\"found\":false")]
    [InlineData("\"found\":true,", "")]
    [InlineData("\"as_of\":\"2026-01-05T04:29:00Z\",", "")]
    [InlineData("2026-01-05T04:29:00Z", "2026-01-05T04:36:00Z")]
    [InlineData("2026-01-05T04:29:00Z", "2026-01-05 04:29")]
    [InlineData("\"found\":true", "\"found\":true,\"more\":1")]
    [InlineData("\"tenure\":\"भोगवटादार वर्ग - 1\"", "\"tenure\":1")]
    [InlineData("\"tenure\":\"भोगवटादार वर्ग - 1\"", "\"tenure\":\"a\\u0007b\"")]
    [InlineData("\"tenure\":\"भोगवटादार वर्ग - 1\",", "")]
    [InlineData("\"tenure\":", "\"owner\":\"x\",\"tenure\":")]
    [InlineData("\"assessment\":2.60", "\"assessment\":\"2.60\"")]
    [InlineData("2025-06-18", "18-06-2025")]
    [InlineData("\"area\":0.50", "\"area\":0.50,\"area\":0.90")]
    [InlineData("\"name\":\"श्रीकृष्ण\",", "")]
    [InlineData("[{\"name\"", "{\"name\"")]
    public async Task that_answers_anything_else_has_not_answered(string right, string wrong)
    {
        Assert.Contains(right, Answer);
        Assert.Equal(RegisterState.Away, (await Ask(Answer.Replace(right, wrong))).State);
    }

    [Fact]
    public async Task that_nobody_configured_whole_is_not_connected()
    {
        var options = new RegistersOptions();
        foreach (var place in new RegisterPlace?[] { null, new() { BaseUrl = "https://register.example" }, new() { Key = "k" }, new() { BaseUrl = "file:///etc", Key = "k" } })
        {
            if (place is not null) options.Known[Name] = place;
            var register = new HttpRegister(new(new Wire((_, _) => Json(Answer))), Options.Create(options), new TestClock(), NullLogger<HttpRegister>.Instance);
            Assert.False(register.IsConnected(Name));
            Assert.Equal(RegisterAnswer.NotConnected, await register.Ask(new(Name, Key, Gives)));
        }
    }

    [Fact]
    public async Task that_cannot_be_reached_or_shows_a_page_of_another_has_not_answered()
    {
        var answers = new Func<HttpRequestMessage, string, HttpResponseMessage>[]
        {
            (_, _) => throw new HttpRequestException("no route"), (_, _) => throw new TaskCanceledException("too late"),
            (_, _) => Json(Answer, HttpStatusCode.NotFound), (_, _) => Json(Answer, HttpStatusCode.InternalServerError), (_, _) => Json(Answer, HttpStatusCode.Unauthorized),
            (_, _) => Json("<html>not found</html>", type: "text/html"), (_, _) => Json(Answer, type: "text/plain"), (_, _) => Json(""), (_, _) => Json("[]"), (_, _) => Json(Answer[..^1]),
            (_, _) => Json(Answer.Replace("श्रीकृष्ण", new string('x', 501))), (_, _) => Json(Answer + new string(' ', HttpRegister.LongestAnswer)),
        };
        foreach (var wire in answers) Assert.Equal(RegisterState.Away, (await Ask(wire)).State);
    }
}
