using System.Buffers.Binary;
using System.Security.Cryptography;
using EkDwar.Cases;
using EkDwar.Onboarding;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.BrowserTests;

/// <summary>What officials do with their browser; each signs in with login, password and authenticator, and out again.</summary>
public sealed class DeskWalk(Visitor visitor, CaseReference reference)
{
    public Visitor Visitor => visitor;

    string Case => $"/desk/{visitor.Language}/cases/{reference}";

    /// <summary>Signs in and finds the case in the inbox.</summary>
    public async Task OpensCase(string login)
    {
        await SignIn(login);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = reference.ToString() }).ClickAsync();
        Assert.Equal(Case, visitor.Path);
    }

    /// <summary>Opens a case that is no longer in the inbox, by its address.</summary>
    public async Task OpensCaseAgain(string login)
    {
        await SignIn(login);
        await visitor.Go(Case);
    }

    /// <param name="post">the post to act from, of an official who holds several</param>
    public async Task SignIn(string login, Guid? post = null)
    {
        // A code works once: the next needs the next half minute.
        visitor.House.Clock.Advance(TimeSpan.FromSeconds(31));
        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.Go($"/desk/{visitor.Language}/inbox");
        Assert.Equal($"/desk/{visitor.Language}/sign-in", visitor.Path);
        await visitor.Type("login", login);
        await visitor.Type("password", SeedDemo.DemoPassword);
        await visitor.Type("code", await AuthenticatorCode(login));
        await visitor.Press("people.desk_sign_in.button");
        if (post is { } held)
        {
            await visitor.Choose("post", held.ToString());
            await visitor.Press("people.desk_sign_in.go_on");
        }
        Assert.Equal($"/desk/{visitor.Language}/inbox", visitor.Path);
    }

    public async Task Queries(string words)
    {
        await visitor.Page.GetByText(visitor.T("processing.query"), new() { Exact = true }).ClickAsync();
        await visitor.Select("query-reason-income_proof", "unreadable");
        await visitor.Type("query-words", words);
        await visitor.Press("processing.query_button");
        await visitor.Sees(visitor.T("processing.done.queried", ("reference", reference.ToString())));
    }

    public async Task Forwards()
    {
        await visitor.Type("forward-note", "कागद पाहिले.");
        await visitor.Page.Locator("form#forward button").ClickAsync();
        await visitor.Sees(visitor.T("processing.done.forwarded", ("reference", reference.ToString())));
    }

    public async Task SignsOut()
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.T("design.sign-out"), Exact = true }).ClickAsync();
        Assert.Equal($"/desk/{visitor.Language}/sign-in", visitor.Path);
        await visitor.Go(Case);
        Assert.Equal($"/desk/{visitor.Language}/sign-in", visitor.Path);
    }

    public async Task Reports()
    {
        foreach (var box in await visitor.Page.Locator("form#report input[type=checkbox]").AllAsync()) await box.CheckAsync();
        await visitor.Choose("report-recommends", "yes");
        await visitor.Type("report-words", "घरी भेट दिली. शेत पाहिले.");
        await visitor.Press("processing.report_button");
        await visitor.Sees(visitor.T("processing.done.reported", ("reference", reference.ToString())));
    }

    public async Task Grants()
    {
        await visitor.Press("processing.grant");
        await visitor.Press("deciding.grant.button");
        await visitor.Sees(visitor.T("processing.done.granted", ("reference", reference.ToString())));
    }

    /// <summary>Refuses, after reading the letter as the citizen will. Gives the letter's words.</summary>
    public async Task<string> Refuses(string ground, string words)
    {
        await visitor.Go(Case + "/refuse");
        await visitor.Choose("ground", ground);
        await visitor.Type("words", words);
        await visitor.Press("deciding.refuse.preview");
        var letter = await visitor.Page.Locator("article.ek-letter").InnerTextAsync();
        Assert.Contains(words, letter, StringComparison.Ordinal);
        await visitor.Press("deciding.refuse.send");
        await visitor.Sees(visitor.T("processing.done.refused", ("reference", reference.ToString())));
        return letter;
    }

    public async Task TakesCertificateBack(string words)
    {
        await visitor.Go(Case + "/certificate");
        await visitor.Choose("way", "only");
        await visitor.Type("words", words);
        await visitor.Press("delivering.desk.revoke_button");
        await visitor.Sees(visitor.T("delivering.desk.done_revoked"));
    }

    async Task<string> AuthenticatorCode(string login)
    {
        var secret = await visitor.House.Use(async (EkDwar.Foundation.Database.EkDwarDb db) =>
        {
            var official = await db.Set<Official>().AsNoTracking().SingleAsync(o => o.Login == login);
            return await visitor.House.Use((OfficialLogins logins) => Task.FromResult(logins.SecretOf(official).ToArray()));
        });
        return CodeOf(secret, visitor.House.Clock.GetUtcNow());
    }

    /// <summary>RFC 6238 as an authenticator app computes it: HMAC-SHA-1 over the half minute, six digits. https://www.rfc-editor.org/rfc/rfc6238</summary>
    public static string CodeOf(byte[] secret, DateTimeOffset now)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The algorithm is the standard's.
        var mac = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = mac[^1] & 0xF;
        return ((BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(at)) & int.MaxValue) % 1_000_000).ToString("D6");
    }
}
