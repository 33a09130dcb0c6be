using EkDwar.Foundation.Languages;
using EkDwar.Notifying;
using EkDwar.Notifying.Sms;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>What leaves the house by a gateway, and what does not; each gateway's own words understood.</summary>
public sealed class A_text_message(SharedGateways shared) : IClassFixture<SharedGateways>
{
    readonly Gateways gateways = shared.All;
    readonly string number = shared.Number();

    /// <summary>What the gateways took for this test's number.</summary>
    List<Taken> Arrived => [.. gateways.Cdac.Messages.Concat(gateways.Nic.Messages).Concat(gateways.Msg91.Messages).Where(message => message.To == number)];

    static Task<PhoneMessage?> Kept(TestHouse house, Outgoing message) => house.Db(db => db.Set<PhoneMessage>().AsNoTracking().SingleOrDefaultAsync(sent => sent.MessageId == message.Key));

    /// <summary>Why it never leaves.</summary>
    static async Task<string?> Refused(TestHouse house, Outgoing message)
    {
        await HandOver(house, message);
        return (await Kept(house, message))!.Reason;
    }

    static Task HandOver(TestHouse house, Outgoing message) => house.Use((Deliveries deliveries) => deliveries.HandOver(message));

    [Theory]
    [InlineData("cdac")]
    [InlineData("nic")]
    [InlineData("msg91")]
    public async Task about_a_case_leaves_by_the_gateway_of_its_state_to_the_letter(string gateway)
    {
        var house = await shared.House(gateway);
        var c = await house.Case().Submitted();
        await house.OutboxDrained();
        var taken = gateways.Cdac.Messages.Concat(gateways.Nic.Messages).Concat(gateways.Msg91.Messages).ToList();
        var told = taken.Single(message => message.Text.Contains(c.Reference.Compact, StringComparison.Ordinal));
        Assert.Equal(Texts.Get(LanguageCode.Marathi, "notifying.ApplicationSubmitted", ("service", "उत्पन्न दाखला"), ("reference", c.Reference.Compact), ("due", LongDate.Of((await c.Row()).DueOn!.Value, LanguageCode.Marathi))), told.Text);
        var kept = await house.Db(db => db.Set<PhoneMessage>().AsNoTracking().SingleAsync(sent => sent.ProviderId == told.Id));
        Assert.Equal((gateway, "sent", "notices", ShortSegments(told.Text)), (kept.Provider, kept.Outcome, kept.Purse, kept.Segments));
        // Her code too, without which she could not have signed in.
        Assert.Contains(taken, message => message.Text.Contains("कोड", StringComparison.Ordinal));
        Assert.All(await house.Db(db => db.Set<PhoneMessage>().AsNoTracking().ToListAsync()), message => Assert.Equal(gateway, message.Provider));

        static int ShortSegments(string text) => text.Length <= 70 ? 1 : 2;
    }

    [Fact]
    public async Task of_each_kind_is_sent_by_Mobile_Seva_as_the_service_it_belongs_to()
    {
        var house = await shared.House("cdac");
        foreach (var language in (string[])["mr", "en"])
        {
            await HandOver(house, Gateways.Received(number, language, language == "en" ? "Income certificate" : "उत्पन्न दाखला"));
            await HandOver(house, Gateways.Message("one_time_code", number, language, ("code", "482913")));
        }
        Assert.Equal(4, Arrived.Count);
        Assert.Equal("&#2357;&#2367;&#2325;&#2366;&#2360;", CdacSender.Entities("विकास"));
        Assert.Equal("5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8", CdacSender.Password("password"));
        Assert.Equal("0376dc481aee06b2af3c1cbed7af7cc607d74ab7dba26afcfb2592d061a40a36c729718624afe94bb720816ada895b63a3f7cebe559ab45e29ef2c4b1b4d7cd7", CdacSender.Key("department", "EKDWAR", "Welcome to mobile Seva", "1a2b3c4d-0000-4000-8000-000000000000"));
        Assert.Equal("584c079234c9a98a5e6a4b87dad8d8e6f844a907f2d9190c79046ace1cb1a3b68350b358027ed47a038c1a368f5260cacda38abb9620233e5f3335a1de6d13e1", CdacSender.Key("department", "EKDWAR", CdacSender.Entities("विकास"), "1a2b3c4d-0000-4000-8000-000000000000"));
    }

    [Theory]
    [InlineData("cdac", "406", "no_such_number")]
    [InlineData("cdac", "414", "refused_by_operator")]
    [InlineData("cdac", "403", null)]
    [InlineData("cdac", "407,Network", null)]
    [InlineData("cdac", "<html>Sorry</html>", null)]
    [InlineData("cdac", "", null)]
    [InlineData("nic", "Message Rejected for Request ID= ~code=API-3& info=REJECTED: Empty mnumber& Time = 2014/11/27/19/47", "no_such_number")]
    [InlineData("nic", "Message Rejected for Request ID= ~code=API-418& info=REJECTED", "number_blocks")]
    [InlineData("nic", "Message Rejected for Request ID= ~code=API-2& info=REJECTED", null)]
    [InlineData("nic", "Message Rejected for Request ID= ~code=API-478& info=REJECTED", null)]
    [InlineData("nic", "OK", null)]
    [InlineData("msg91", """{"message":"Invalid mobile","type":"error","code":"202"}""", "no_such_number")]
    [InlineData("msg91", """{"message":"Balance","type":"error","code":301}""", null)]
    [InlineData("msg91", """{"message":"","type":"success"}""", null)]
    [InlineData("msg91", "[]", null)]
    [InlineData("msg91", "not json", null)]
    public async Task that_is_refused_is_refused_for_good_or_for_now_and_says_nothing_of_whose(string gateway, string says, string? reason)
    {
        var house = await shared.House(gateway);
        (gateways.Cdac.Says, gateways.Nic.Says, gateways.Msg91.Says) = (says, says, says);
        var message = Gateways.Received(number);
        var refused = await Record.ExceptionAsync(() => HandOver(house, message));
        // Refused for good it is kept as failed, and why; for now, it is tried again.
        Assert.Equal(reason, (await Kept(house, message))?.Reason);
        if (reason is not null)
        {
            Assert.Null(refused);
            return;
        }
        Assert.IsType<GatewayRefused>(refused);
        foreach (var secret in (string[])[number, CdacSimulator.SecureKey, CdacSimulator.Password, NicSimulator.Pin, Msg91Simulator.Key, "दाखला", "MH7KQ42M9TXB3WC"]) Assert.DoesNotContain(secret, refused.ToString(), StringComparison.Ordinal);
        Assert.Null(await Kept(house, message));
        // And by the same code when it is well again.
        (gateways.Cdac.Says, gateways.Nic.Says, gateways.Msg91.Says) = (null, null, null);
        await HandOver(house, message);
        Assert.Equal("sent", (await Kept(house, message))!.Outcome);
    }

    [Fact]
    public async Task that_cannot_be_handed_over_says_only_that()
    {
        await using var house = await gateways.House(["nic"], settings: ("Sms:nic:Url", "http://127.0.0.1:9/failsafe/"));
        var refused = await Assert.ThrowsAsync<GatewayRefused>(() => HandOver(house, Gateways.Received(number)));
        Assert.Equal("nic did not take a text message: not reached", refused.Message);
        Assert.Null(refused.InnerException);
    }

    [Fact]
    public async Task leaves_by_the_first_gateway_that_has_an_account()
    {
        await using var house = await gateways.House(["msg91", "cdac", "nic"], settings: ("Sms:msg91:Key", ""));
        await HandOver(house, Gateways.Received(number));
        Assert.Single(gateways.Cdac.Messages, message => message.To == number);
        Assert.Single(Arrived);
    }

    [Fact]
    public async Task of_a_state_without_an_account_is_shown_on_the_phone_page_and_leaves_nowhere()
    {
        await using var house = await gateways.House(["cdac"], settings: ("Sms:cdac:Key", ""));
        await HandOver(house, Gateways.Received(number));
        Assert.Empty(Arrived);
        Assert.Contains(await house.Phone(), message => message.To == number);
    }

    [Theory]
    [InlineData("Digital 7/12 extract", "Digital 7 12 extract")]
    [InlineData("जन्म/मृत्यू प्रत (गाव)", "जन्म मृत्यू प्रत गाव")]
    [InlineData("Patwari's copy", "Patwaris copy")]
    [InlineData("ਚਾਲ-ਚਲਣ ਪੜਤਾਲ", "ਚਾਲ ਚਲਣ ਪੜਤਾਲ")]
    [InlineData("र्‍हाळकर १२", "र्‍हाळकर 12")]
    [InlineData(" - ", "")]
    public void names_a_service_in_letters_digits_and_spaces(string name, string plain) => Assert.Equal(plain, PlainValue.Of(name));

    [Theory]
    [InlineData("उत्पन्न: दाखला")]
    [InlineData("उत्पन्न  दाखला")]
    [InlineData("")]
    [InlineData("उत्पन्न https://elsewhere.example")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmno")]
    public async Task with_a_value_its_tag_does_not_allow_never_leaves(string service)
    {
        var house = await shared.House("cdac");
        Assert.Equal("not_as_registered", await Refused(house, Gateways.Received(number, service: service)));
        Assert.Empty(Arrived);
    }

    [Fact]
    public async Task that_is_registered_nowhere_never_leaves()
    {
        var house = await shared.House("cdac");
        var message = Gateways.Received(number) with { Template = "NothingOfTheKind" };
        Assert.Equal("not_registered", await Refused(house, message));
        // Nor under a number whose text it is not.
        Assert.Equal("not_as_registered", await Refused(house, Gateways.Received(number) with { Template = "FeePaid" }));
    }

    [Fact]
    public async Task in_a_services_own_words_leaves_in_these_where_they_are_registered_and_else_in_the_houses()
    {
        var house = await shared.House("cdac");
        var plain = Gateways.Received(number);
        const string registered = "कार्यक्रम अर्ज MH7KQ42M9TXB3WC मिळाला. निर्णय 5 मार्च 2026 पर्यंत. परवान्याशिवाय कार्यक्रम करू नका. -EKDWAR";
        foreach (var (words, left) in ((string, string)[])[(registered, registered), ("परवाना MH7KQ42M9TXB3WC मिळेल. -EKDWAR", plain.Text)])
        {
            await HandOver(house, plain with { Key = Guid.CreateVersion7(), Text = words, TextIn = _ => words, Service = "cultural-programme-licence", HouseTextIn = plain.TextIn });
            Assert.Equal(left, Arrived[^1].Text);
            Assert.Equal(left, (await house.Phone()).First(sent => sent.To == number).Text);
        }
    }

    [Fact]
    public async Task not_registered_in_the_wanted_language_is_said_in_the_states_own_and_kept_as_it_was_said()
    {
        var house = await shared.House("nic");
        // As a service's own words that exist in Marathi alone.
        var marathi = Gateways.Received(number, "mr").Text;
        var message = Gateways.Received(number, "pa") with { Text = "ਕੁਝ ਹੋਰ", TextIn = language => language == LanguageCode.Marathi ? marathi : "something else" };
        await HandOver(house, message);
        Assert.Equal(marathi, Arrived.Single().Text);
        var shown = Assert.Single(await house.Phone(), sent => sent.To == number);
        Assert.Equal((marathi, "mr"), (shown.Text, shown.Language));
    }
}
