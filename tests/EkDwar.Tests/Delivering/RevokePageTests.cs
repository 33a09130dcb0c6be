using System.Net;
using EkDwar.Cases;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Delivering;

public sealed class Taking_a_certificate_back
{
    [Fact]
    public async Task needs_a_reason_and_a_way_and_makes_it_anew()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Certified();
        var browser = await house.AtDesk("tahsildar");
        var page = await browser.Case(c, "/certificate");
        Assert.Equal(["Choose what should happen.", "Write your reasons in words."], (await page.Form().Press()).Problems);
        var done = await page.Form().With("way", "anew").With("words", "नावात चूक").Press();
        Assert.Contains("A new one is being made.", done.TextOf(".govuk-notification-banner"));
        await house.OutboxDrained();
        Assert.Equal([CertificateStatus.Replaced, CertificateStatus.Valid], (await c.Certificates()).Select(certificate => certificate.Status));
        var after = await browser.Case(c, "/certificate");
        Assert.StartsWith("Valid", after.TextOf(".ek-door .ek-tag"));
        var pdf = await after.Follow($"main a[href$='/certificates/1.pdf']");
        Assert.Equal("application/pdf", pdf.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF"u8, pdf.Bytes.AsSpan(0, 4));
        Assert.Equal(1, await house.Db(db => db.Set<Look>().CountAsync(look => look.What == "certificate 1")));
    }

    [Fact]
    public async Task leaves_none_when_that_was_asked_and_tells_who_comes_second()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Certified();
        var page = await (await house.AtDesk("tahsildar")).Case(c, "/certificate");
        await page.Form().With("way", "only").With("words", "खोटी माहिती").Press();
        await house.OutboxDrained();
        Assert.Equal([CertificateStatus.Revoked], (await c.Certificates()).Select(certificate => certificate.Status));
        var second = await page.Form().With("way", "anew").With("words", "पुन्हा").Press();
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.False(second.Has("main form"));
    }

    [Fact]
    public async Task is_for_the_post_that_decided()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Certified();
        var clerk = await (await house.AtDesk("clerk")).Case(c, "/certificate");
        Assert.Contains($"{c.Reference}-1", clerk.Text);
        Assert.False(clerk.Has("main form"));
    }
}
