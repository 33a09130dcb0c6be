using System.Net;
using System.Text;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>The simulators first: each takes what is published, answers in the published form, and refuses what its gateway would.</summary>
public sealed class A_simulated_gateway_for_text_messages : IAsyncLifetime
{
    const string Number = "9876543210", Wide = "अर्ज MH7KQ42M9TXB3WC: मंजूर. दाखल्यासाठी साइन इन करा. -EKDWAR", Plain = "Application MH7KQ42M9TXB3WC: granted. Sign in for the document. -EKDWAR";

    Gateways gateways = null!;

    public async ValueTask InitializeAsync() => gateways = await Gateways.Open();

    public ValueTask DisposeAsync() => gateways.DisposeAsync();

    /// <summary>The number of the template "status_granted" in a language, read from the state's file.</summary>
    static string Template(string language) => Entry(language).Id;

    static (string Id, string Flow) Entry(string language)
    {
        var lines = Houserules.Repository.Text("services/mh/sms.yaml").Split('\n');
        var line = lines.SkipWhile(one => !one.EndsWith("text: status_granted", StringComparison.Ordinal)).First(one => one.TrimStart().StartsWith(language + ":", StringComparison.Ordinal)).Split('"');
        return (line[1], line[3]);
    }

    async Task<(HttpStatusCode Status, string Answer)> Ask(string path, HttpContent content, string? key = null, HttpMethod? method = null)
    {
        using var client = gateways.Client();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = content };
        if (key is not null) request.Headers.Add("authkey", key);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    static Dictionary<string, string> With(Dictionary<string, string> fields, string field, string? value)
    {
        fields.Remove(field);
        if (value is not null) fields[field] = value;
        return fields;
    }

    /// <summary>As the samples of the integration document fill it in; the hashes were made with sha1sum and sha512sum.</summary>
    static Dictionary<string, string> Cdac() => new()
    {
        ["username"] = "department", ["password"] = "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8", ["smsservicetype"] = "singlemsg", ["content"] = Plain, ["mobileno"] = Number, ["senderid"] = "EKDWAR",
        ["key"] = "b3bb3ac01c6449de255e9a95a5e4b5449a6544a08cadc1ad755bc1d84c79981b0d44414e603113963ddfc87e21f80ec6e7227e49aaab4000a4951f14a0e72c9c", ["templateid"] = Template("en"),
    };

    [Fact]
    public async Task of_Mobile_Seva_takes_the_published_request_and_answers_in_the_published_form()
    {
        var (status, answer) = await Ask("/esms/sendsmsrequestDLT", new FormUrlEncodedContent(Cdac()));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Matches("^402,MsgID = [0-9]+msdgsms$", answer);
        // The published answer has this form too.
        Assert.Matches("^402,MsgID = [0-9]+msdgsms$", "402,MsgID = 150620161466003974245msdgsms");
        Assert.Equal((Number, Plain), (gateways.Cdac.Messages.Single().To, gateways.Cdac.Messages.Single().Text));
    }

    [Theory]
    [InlineData("username", "somebody", "401")]
    [InlineData("password", "password", "401")]
    [InlineData("password", "5f4dcc3b5aa765d61d8327deb882cf99", "401")]
    [InlineData("key", null, "415")]
    [InlineData("key", "0376dc481aee06b2af3c1cbed7af7cc607d74ab7dba26afcfb2592d061a40a36c729718624afe94bb720816ada895b63a3f7cebe559ab45e29ef2c4b1b4d7cd7", "416")]
    [InlineData("content", Plain + " ", "416")]
    [InlineData("senderid", "OTHERS", "416")]
    [InlineData("mobileno", "12345", "406")]
    [InlineData("mobileno", "919876543210", "406")]
    [InlineData("mobileno", null, "406")]
    [InlineData("templateid", null, "414")]
    [InlineData("templateid", "110727000000000", "414")]
    [InlineData("templateid", "1107270000000009999", "414")]
    [InlineData("smsservicetype", "unicodemsg", "406")]
    [InlineData("smsservicetype", "fax", "404")]
    public async Task of_Mobile_Seva_refuses_a_malformed_request(string field, string? value, string code)
    {
        Assert.Equal(code, (await Ask("/esms/sendsmsrequestDLT", new FormUrlEncodedContent(With(Cdac(), field, value)))).Answer);
        Assert.Empty(gateways.Cdac.Messages);
    }

    [Fact]
    public async Task of_Mobile_Seva_takes_no_other_form_nor_another_text_under_the_number()
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Ask("/esms/sendsmsrequestDLT", new StringContent("{}", Encoding.UTF8, "application/json"))).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Ask("/esms/sendsmsrequestDLT", new FormUrlEncodedContent([]), method: HttpMethod.Get)).Status);
        Assert.Equal("414", (await Ask("/esms/sendsmsrequestDLT", new FormUrlEncodedContent(With(Cdac(), "templateid", Template("mr"))))).Answer);
    }

    static Dictionary<string, string> Nic(string text, string language) => new()
    {
        ["username"] = "department.sms", ["pin"] = "P@ss&word", ["message"] = text, ["mnumber"] = "91" + Number, ["signature"] = "EKDWAR",
        ["dlt_entity_id"] = "1001000000000000027", ["dlt_template_id"] = Template(language),
    };

    [Fact]
    public async Task of_NIC_takes_both_alphabets_by_their_own_ways_and_answers_in_the_published_form()
    {
        const string published = "Message Accepted for Request ID=12313946898506681731361~code=API000 & info=Platform accepted & Time =2014/03/13/11/20";
        foreach (var (path, text, language) in ((string, string, string)[])[("/failsafe/HttpLink", Plain, "en"), ("/failsafe/MLink", Wide, "mr")])
        {
            var (_, answer) = await Ask(path, new FormUrlEncodedContent(Nic(text, language)));
            Assert.Equal(Digits(published), Digits(answer));
        }
        Assert.Equal([Plain, Wide], gateways.Nic.Messages.Select(message => message.Text));

        static string Digits(string said) => System.Text.RegularExpressions.Regex.Replace(said, "ID=[0-9]+", "ID=#");
    }

    [Theory]
    [InlineData("username", "somebody", "API-2")]
    [InlineData("pin", "password", "API-2")]
    [InlineData("pin", null, "API-2")]
    [InlineData("mnumber", null, "API-3")]
    [InlineData("message", "", "API-4")]
    [InlineData("mnumber", Number, "API-410")]
    [InlineData("mnumber", "911234567890", "API-410")]
    [InlineData("signature", "OTHERS", "API-403")]
    [InlineData("dlt_entity_id", "1001000000000000028", "API-442")]
    [InlineData("dlt_entity_id", null, "API-442")]
    [InlineData("dlt_template_id", null, "API-442")]
    [InlineData("dlt_template_id", "1107270000000009999", "API-442")]
    [InlineData("message", "Application MH7KQ42M9TXB3WC: granted! Sign in for the document. -EKDWAR", "API-442")]
    [InlineData("message", Wide, "API-404")]
    [InlineData("concat", "1", "API-420")]
    public async Task of_NIC_refuses_a_malformed_request(string field, string? value, string code)
    {
        var (_, answer) = await Ask("/failsafe/HttpLink", new FormUrlEncodedContent(With(Nic(Plain, "en"), field, value)));
        Assert.StartsWith($"Message Rejected for Request ID= ~code={code}& info=REJECTED: ", answer);
        Assert.Empty(gateways.Nic.Messages);
    }

    static string Flow() => $$"""{"template_id":"{{Entry("en").Flow}}","short_url":"0","recipients":[{"mobiles":"91{{Number}}","VAR1":"MH7KQ42M9TXB3WC"}]}""";

    [Fact]
    public async Task of_MSG91_takes_the_published_request_and_fills_in_its_own_text()
    {
        var (status, answer) = await Ask("/api/v5/flow", new StringContent(Flow(), Encoding.UTF8, "application/json"), Msg91Simulator.Key);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Matches("""^\{"message":"[0-9a-f]{24}","type":"success"\}$""", answer);
        Assert.Equal(Plain, gateways.Msg91.Messages.Single().Text);
    }

    [Theory]
    [InlineData("\"template_id\"", "\"flow_id\"", "400")]
    [InlineData("e027", "ffff", "400")]
    [InlineData("\"short_url\":\"0\"", "\"short_url\":\"2\"", "400")]
    [InlineData("\"recipients\":[", "\"recipient\":[", "101")]
    [InlineData("\"mobiles\":\"91", "\"mobiles\":\"", "202")]
    [InlineData("\"mobiles\"", "\"mobile\"", "202")]
    [InlineData("VAR1", "VAR2", "400")]
    [InlineData("\"VAR1\":\"MH7KQ42M9TXB3WC\"", "\"VAR1\":\"MH-7KQ4\"", "400")]
    [InlineData("\"VAR1\":\"MH7KQ42M9TXB3WC\"", "\"VAR1\":\"\"", "400")]
    [InlineData("\"VAR1\":\"MH7KQ42M9TXB3WC\"", "\"VAR1\":\"M\",\"VAR2\":\"H\"", "400")]
    [InlineData("]}", "]", "400")]
    public async Task of_MSG91_refuses_a_malformed_request(string right, string wrong, string code)
    {
        var (status, answer) = await Ask("/api/v5/flow", new StringContent(Flow().Replace(right, wrong, StringComparison.Ordinal), Encoding.UTF8, "application/json"), Msg91Simulator.Key);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"\"type\":\"error\",\"code\":\"{code}\"", answer);
        Assert.Empty(gateways.Msg91.Messages);
    }

    [Fact]
    public async Task of_MSG91_asks_for_its_key_and_for_JSON()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask("/api/v5/flow", new StringContent(Flow(), Encoding.UTF8, "application/json"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask("/api/v5/flow", new StringContent(Flow(), Encoding.UTF8, "application/json"), "another")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask("/api/v5/flow", new FormUrlEncodedContent([]), Msg91Simulator.Key)).Status);
    }
}
