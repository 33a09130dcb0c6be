using System.Net;
using EkDwar.Cases;
using EkDwar.Cases.Registers.Emulator;
using EkDwar.Delivering;
using EkDwar.Foundation.Outbox;
using EkDwar.Tests.Cases.Registers;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Paying;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Journeys;

/// <summary>A service that a register gives: from the first question to the signed copy without anybody's desk, and what happens when the register has nothing, or says nothing.</summary>
public sealed class A_service_from_a_register
{
    static async Task<string> Kinds(TestCase c) => string.Join(' ', (await c.Ledger()).Select(entry => entry.Kind));

    static async Task<Page> Answered(Browser browser, string survey)
    {
        var page = await browser.Open($"/mh/mr/apply/{InstantCases.Service}");
        page = await page.Form("main form").With("answer-local", "सखाराम हरगुडे").With("answer-latin", "Sakharam Hargude").Press();
        page = await page.Form("main form").With("answer", "pune.haveli").Press();
        page = await page.Form("main form").With("answer", "pune.haveli.kesnand").Press();
        page = await page.Form("main form").With("answer", survey).Press();
        page = await page.Form("main form").With("answer", "yes").Press();
        return await page.Form("main form").With("answer", "2").Press();
    }

    [Fact]
    public async Task is_asked_for_paid_and_in_hand_without_any_desk()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: "सखाराम हरगुडे");
        var service = await citizen.Browser.Open($"/mh/mr/services/{InstantCases.Service}");
        Assert.Contains("लगेच, विभागाच्या नोंदवहीतून", service.Text);
        Assert.Contains("₹15.00", service.Text);

        var check = await Answered(citizen.Browser, "१४९");
        var told = await check.Form().Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("विभागाच्या नोंदवहीत अशी नोंद नाही", told.Text);
        Assert.Equal(0, await house.Db(db => db.Set<Case>().CountAsync()));

        var number = await citizen.Browser.Open($"/mh/mr/apply/{InstantCases.Service}/survey_number");
        check = await number.Form("main form").With("answer", "१४२").Press();
        var sent = await check.Form().Press();
        Assert.Contains("शुल्क भरताच नोंदवहीतून प्रत लगेच तयार होते", sent.Text);
        var hosted = await (await (await sent.Follow("शुल्क भरा")).Form().Press()).Follow("main a[href*='/dev/gateway/pay/']");
        var receipt = await hosted.Form().Press("way=paid");
        Assert.EndsWith("/receipt", receipt.Path);
        Assert.Contains("तुमचा दस्तऐवज तयार आहे", receipt.Text);

        var c = new TestCase(house, citizen, (await house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync())).Reference);
        Assert.Equal("ApplicationSubmitted FeePaid ApplicationGranted CertificateIssued", await Kinds(c));
        Assert.Empty(await c.WorkItems());
        var copy = await receipt.Follow("main a[href$='certificate.pdf']");
        await Says(house, c, copy.Bytes);
    }

    static async Task Says(TestHouse house, TestCase c, byte[] copy)
    {
        var text = Tool.OneLine(copy);
        foreach (var said in (string[])["ज्ञानेश्वर र्‍हाळकर", "श्रीकृष्ण ज्ञानेश्वर र्‍हाळकर", "लक्ष्मीबाई दत्तात्रय कुंभारकर", "भोगवटादाराचे नाव / Occupant", "(2417)", "1.62.00", "4.35",
            "केसनंद विविध कार्यकारी सहकारी सोसायटी", "कांदा", "18 जून 2025", "सखाराम हरगुडे", "Sakharam Hargude", "As the register had it", "तलाठी"])
            Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", Tool.On(copy, "pdfsig", "-nocert"), StringComparison.Ordinal);
        var verified = await house.Browser().Open($"/mh/en/verify?number={c.Reference}-1");
        Assert.Contains("Digitally signed 7/12 extract", verified.Text);
        // What is in force stands under its officer's name, and he alone can take it back.
        var revoked = await house.Use(async (RevokeCertificate revoke) => await revoke.Run(await house.Desk("talathi"), c.CaseId, (await c.Row()).Version, "चुकीची नोंद.", reissue: false));
        Assert.True(revoked.IsDone);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task whose_register_is_away_is_taken_and_paid_for_when_it_answers()
    {
        await using var house = await TestHouse.Open();
        house.Registers().IsAway = true;
        var c = await house.Asked712("142", "1");
        var row = await c.Row();
        Assert.Equal(CaseStatus.AwaitingRegister, row.Status);
        // One working day: the next is Holi.
        Assert.Equal(new DateOnly(2026, 3, 4), row.DueOn);
        Assert.False((await c.StartsToPay()).IsDone);
        await house.OutboxDrained();
        Assert.Contains((await house.Phone()).Select(sms => sms.Text), text => text.Contains("नोंदवही उत्तर देत नाही"));

        // Asked again in vain: nothing is written, and it goes on.
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.OutboxDrained();
        Assert.Equal("ApplicationSubmitted", await Kinds(c));
        house.Registers().IsAway = false;
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await house.OutboxDrained();
        row = await c.Row();
        Assert.Equal((CaseStatus.AwaitingFee, true), (row.Status, row.IsPaused));
        await c.Pays();
        Assert.Equal("ApplicationSubmitted RecordFound FeePaid ApplicationGranted CertificateIssued", await Kinds(c));
        Assert.Equal(CaseStatus.Granted, (await c.Row()).Status);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task whose_register_goes_away_after_it_was_paid_comes_when_it_is_back()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Asked712("87");
        house.Registers().IsAway = true;
        await c.Pays();
        Assert.Equal(CaseStatus.AwaitingRegister, (await c.Row()).Status);
        Assert.NotNull((await c.Row()).DueOn);
        house.Registers().IsAway = false;
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.OutboxDrained();
        Assert.Equal("ApplicationSubmitted FeePaid RegisterAway ApplicationGranted CertificateIssued", await Kinds(c));
        var asked = await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == DeliverNow.AskRegister).Select(message => message.Body).ToListAsync());
        Assert.Equal([c.Reference.Compact, $"{c.Reference.Compact} 2"], asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task whose_record_is_gone_when_it_was_paid_is_refused_and_the_fee_comes_back()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Asked712("87");
        var link = await c.PaymentPage();
        var register = (List<EmulatedRecord>)house.Registers().Records("mh_land_records")!;
        register.RemoveAll(record => record.Key["survey_number"]!.GetValue<string>() == "87");
        Assert.Equal(200, await house.Simulator().CallBack(house.Simulator().Take(link)));
        Assert.Equal(CaseStatus.Refused, (await c.Row()).Status);
        Assert.Empty(await c.Certificates());
        await house.OutboxDrained();
        Assert.Equal(1500, link.Taken.Single().RefundedMinor);
        Assert.All(await c.Accounts(), account => Assert.Equal(0, account.Value));
        Assert.Equal("ApplicationSubmitted FeePaid ApplicationRefused FeeReturned", await Kinds(c));
        // Once: told again, nothing more happens.
        await house.Db(async db =>
        {
            db.Add(OutboxMessage.Of(CaseFile.ReturnFee, c.Reference.Compact, house.Clock.GetUtcNow().UtcDateTime));
            await db.Save();
        });
        await house.OutboxDrained();
        Assert.Equal(1500, link.Taken.Single().RefundedMinor);
        Assert.Equal(2, (await c.Postings()).Select(posting => posting.Kind).Distinct().Count());
        var letter = await house.Use(async (CaseFiles files) => (await files.Open(c.CaseId))!);
        Assert.False(letter.OwesFee);
    }

    [Fact]
    public async Task has_an_emulated_register_that_answers_those_with_its_key()
    {
        await using var house = await TestHouse.Open();
        var asked = await house.Client().PostAsync("/dev/registers/mh_land_records/records", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        Assert.Contains("survey_number 142", (await house.Browser().Open("/dev/registers")).Text);
        Assert.Null(house.Registers().Records("../state"));
    }
}
