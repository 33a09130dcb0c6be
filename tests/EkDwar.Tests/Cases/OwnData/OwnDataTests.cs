using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Cases.OwnData;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Tests.Applying.Parties;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Cases.OwnData;

/// <summary>All that the house keeps of somebody, given to her as one archive: hers, whole, and nobody else's.</summary>
public sealed class Her_own_data
{
    const string Name = "ज्ञानेश्वर र्‍हाळकर", Brother = "सोपान विठ्ठलपंत";

    [Fact]
    public async Task comes_whole_after_a_code_of_its_own_and_has_nothing_of_her_family()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: Name);
        var granted = await house.Case().By(citizen).Queried().Answered().Certified();
        var refused = await house.Case().By(citizen).Refused();
        await citizen.Draft();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var brother = await house.Citizen(citizen.Mobile, Brother);
        var his = await house.Case().By(brother).Certified();
        await house.OutboxDrained();

        var page = await AskedFor(house, citizen.Browser);
        Assert.Contains("तुमची सर्व माहिती", (await house.Phone()).First(sms => sms.Text.Contains("कोड", StringComparison.Ordinal)).Text);
        page = await page.Form("#give").With("code", await Code(house, citizen)).Press();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("application/zip", page.Response.Content.Headers.ContentType?.MediaType);
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("attachment", page.Response.Content.Headers.ContentDisposition!.DispositionType);

        var files = Files(page.Bytes);
        var texts = string.Join('\n', files.Where(file => file.Key.EndsWith("json", StringComparison.Ordinal) || file.Key.EndsWith("html", StringComparison.Ordinal)).Select(file => Encoding.UTF8.GetString(file.Value)));
        IsWhole(files, granted, refused);
        foreach (var others in (string[])[Brother, his.Reference.ToString(), his.Reference.Compact]) Assert.DoesNotContain(others, texts);
        await IsNoKeyOrStore(house, granted, texts);
        Assert.Equal(1, await house.Db(db => db.Set<OwnDownload>().CountAsync(one => one.PersonId == citizen.Session.PersonId)));
        // She, and whoever shares the mobile and chooses her, sees that it was given.
        Assert.Contains("तुमची माहिती या वेळी डाउनलोड झाली", (await citizen.Browser.Open("/mh/mr/my/data")).Text);
    }

    static void IsWhole(Dictionary<string, byte[]> files, TestCase granted, TestCase refused)
    {
        JsonNode Json(string path) => JsonNode.Parse(files[path])!;
        Assert.Equal((Name, granted.Citizen.Mobile), (Json("person.json")["name"]!.GetValue<string>(), Json("person.json")["mobile"]!.GetValue<string>()));
        var one = Json($"applications/{granted.Reference}/application.json");
        Assert.Equal("Granted", one["status"]!.GetValue<string>());
        Assert.Contains("घर क्र. 12, केसनंद, 412207", one["answers"]!.ToJsonString(Readable));
        Assert.Contains("वेतन दाखला वाचता येत नाही.", one["events"]!.ToJsonString(Readable));
        // The clerk's note to the next desk is not hers to read, nor the field report.
        Assert.DoesNotContain("कागदपत्रे पूर्ण", one["events"]!.ToJsonString(Readable));
        Assert.DoesNotContain("घरी भेट दिली", one["events"]!.ToJsonString(Readable));
        // The paper she gave first, and the one that took its place.
        var papers = one["papers"]!.AsArray().Select(paper => paper!["file"]!.GetValue<string>()).ToList();
        Assert.Equal(2, papers.Count);
        Assert.All(papers, paper => Assert.Equal(0xD8FF, BitConverter.ToUInt16(files[paper])));
        Assert.Equal("%PDF", Encoding.ASCII.GetString(files[$"applications/{granted.Reference}/certificates/{granted.Reference}-1.pdf"], 0, 4));
        Assert.Contains("वेतन दाखला अपूर्ण आहे.", Json($"applications/{refused.Reference}/application.json")["refusal"]!.ToJsonString(Readable));
        Assert.Contains("केसनंद", Json("drafts/mh-income-certificate/draft.json")["answers"]!.ToJsonString(Readable));
        Assert.Contains("drafts/mh-income-certificate/income_proof-1.jpg", files.Keys);
        Assert.Contains(granted.Reference.Compact, Json("messages.json").ToJsonString());
        Assert.Contains("Succeeded", Json("payments.json").ToJsonString());
        var index = Encoding.UTF8.GetString(files["index.html"]);
        Assert.Contains("<html lang=\"mr\">", index);
        Assert.All(Json("contents.json").AsArray().SelectMany(line => line!["files"]!.AsArray()), file => Assert.Equal("given", file!["fate"]!.GetValue<string>()));
        // Whatever the index names is there, and it names all but itself.
        Assert.All(files.Keys.Where(path => path is not ("index.html" or "contents.json")), path => Assert.Contains($"href=\"{path}\"", WebUtility.HtmlDecode(index)));
    }

    static async Task IsNoKeyOrStore(TestHouse house, TestCase c, string texts)
    {
        var certificate = Assert.Single(await c.Certificates());
        Assert.DoesNotContain(certificate.FileId, texts);
        await house.Use(async (CaseFiles cases) =>
        {
            var paper = (await cases.Open(c.CaseId))!.Answers["income_proof"]!;
            Assert.DoesNotContain(paper["key"]!.GetValue<string>(), texts);
            Assert.DoesNotContain(paper["file"]!.GetValue<string>(), texts);
        });
    }

    [Fact]
    public async Task is_given_for_no_other_code_and_five_times_a_day()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var brother = await house.Citizen(citizen.Mobile, Brother);
        var page = await AskedFor(house, citizen.Browser);
        var own = await Code(house, citizen);
        async Task Refused(string code)
        {
            page = await page.Form("#give").With("code", code).Press();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Single(page.Problems);
        }
        await Refused(own == "123456" ? "123457" : "123456");
        await Refused("");
        // A code to sign in with, and her brother's, come to the same mobile and open nothing of hers.
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Use((EkDwar.People.SendSignInCode send) => send.Run(citizen.Mobile, "mr"));
        await Refused(await Code(house, citizen));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await house.Use((GiveOwnData give) => give.SendCode(brother.Session, "mr"))).IsDone);
        await Refused(await Code(house, citizen));
        Assert.Equal(0, await house.Db(db => db.Set<OwnDownload>().CountAsync()));
        Assert.Equal("application/zip", (await page.Form("#give").With("code", own).Press()).Response.Content.Headers.ContentType?.MediaType);
        await Refused(own);
        await house.Db(async db =>
        {
            var first = await db.Set<OwnDownload>().AsNoTracking().SingleAsync();
            for (var seq = 2; seq <= GiveOwnData.ADay; seq++) db.Add(new OwnDownload { PersonId = first.PersonId, GivenOn = first.GivenOn, Seq = seq, GivenAt = first.GivenAt });
            await db.Save();
        });
        await Refused(own);
        Assert.Contains("5 वेळा", page.Problems[0]);
        // Full, the house says so and the code is not used up.
        house.Clock.AdvanceDays(1);
        var full = new OwnDataGate();
        var places = Enumerable.Range(0, OwnDataGate.AtOnce).Select(_ => full.Enter()).ToList();
        Assert.Null(full.Enter());
        places[0]!.Dispose();
        Assert.NotNull(full.Enter());
    }

    [Fact]
    public async Task has_of_others_applications_what_she_was_shown_and_answered()
    {
        await using var house = await TestHouse.Open();
        var wife = await house.Citizen(name: "सीमा जगताप");
        var husband = await house.Citizen(name: "गणेश कदम");
        await Wedding.Drafted(house, wife, husband.Mobile, "9600000002", "9600000003", "9600000004");
        var reference = await Wedding.Sent(house, wife);
        var shown = await house.Use(async (EkDwar.Applying.Parties.OwnConsents own) => (await own.Open(husband.Session, reference.CaseId, "husband"))!.State.Party.Fingerprint);
        Assert.True((await house.Use((EkDwar.Applying.Parties.AnswerConsent answer) => answer.Run(husband.Session, reference.CaseId, "husband", new(true, shown, true, null)))).IsDone);
        var archive = await Archive(house, husband);
        var consents = JsonNode.Parse(archive["consents.json"])!.AsArray();
        Assert.Equal(reference.ToString(), Assert.Single(consents)!["reference"]!.GetValue<string>());
        Assert.Contains("गणेश कदम", consents.ToJsonString(Readable));
        Assert.Contains("ConsentGiven", consents.ToJsonString());
        // The application is his wife's: neither her address nor the witnesses' are his to have.
        Assert.DoesNotContain(archive, file => file.Key.StartsWith("applications/", StringComparison.Ordinal));
        Assert.DoesNotContain("9600000002", string.Join('\n', archive.Values.Select(Encoding.UTF8.GetString)));
        Assert.DoesNotContain("consents.json", (await Archive(house, wife)).Keys);
    }

    [Fact]
    public async Task leaves_out_by_name_what_would_make_the_archive_too_large_or_is_lost()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        var read = new List<string>();
        OwnFile File(string path, long length, bool isLost = false) => new(path, length, () =>
        {
            read.Add(path);
            return isLost ? throw new StoredFileLostException(path, "it is missing") : (byte[])[1, 2, 3];
        });
        var part = new Fixed(new OwnRecord("a/a.json", "अ", new JsonObject()) { Files = [File("a/1.pdf", OwnArchive.MostBytes - 10), File("a/2.pdf", 11), File("a/3.pdf", 5, isLost: true), File("a/4.pdf", 10)] });
        var lines = new List<OwnLine>();
        using var written = new MemoryStream();
        await house.Use(async (EkDwarDb db) => await new OwnArchive([part], db).Write(await Of(house, citizen), written, all =>
        {
            lines.AddRange(all);
            return Task.FromResult("");
        }, TestContext.Current.CancellationToken));
        Assert.Equal([OwnFileFate.Given, OwnFileFate.LeftOut, OwnFileFate.Lost, OwnFileFate.Given], Assert.Single(lines).Files.Select(file => file.Fate));
        Assert.Equal(["a/1.pdf", "a/3.pdf", "a/4.pdf"], read);
        Assert.Equal(["a/1.pdf", "a/4.pdf", "a/a.json", "contents.json", "index.html"], Files(written.ToArray()).Keys.Order(StringComparer.Ordinal));
    }

    sealed class Fixed(OwnRecord record) : IOwnData
    {
        public async IAsyncEnumerable<OwnRecord> Of(OwnDataOf who)
        {
            await Task.CompletedTask;
            yield return record;
        }
    }

    /// <summary>Where each table of the house stands in the archive, or why it does not.</summary>
    static readonly Dictionary<string, string> Tables = new()
    {
        ["persons"] = "person.json", ["accounts"] = "person.json", ["sign_ins"] = "person.json", ["own_downloads"] = "person.json", ["drafts"] = "drafts", ["cases"] = "applications", ["ledger_entries"] = "applications, as events",
        ["looks"] = "applications", ["certificates"] = "applications", ["beneficiaries"] = "applications", ["instalments"] = "applications", ["case_parties"] = "applications and consents.json",
        ["mandates"] = "may-act-for-you.json", ["emergency_requests"] = "officials': what was answered stands in applications, as events", ["emergency_approvers"] = "officials'", ["corrections"] = "what she writes is on its page; sent, it stands in applications, as events", ["awaited_leaves"] = "officials': what was asked and answered stands in applications, as events", ["unusual_looks"] = "officials'",
        ["case_words"] = "keyed hashes of the words of her name, which stands in applications; gone with the case's key", ["searches"] = "officials': what they typed names no person of the house", ["search_months"] = "keys of the house",
        ["payments"] = "payments.json", ["fee_credits"] = "owed-back.json", ["messages"] = "messages.json", ["broadcasts"] = "officials': what each was told stands in messages.json",
        ["query_replies"] = "not sent yet: she is shown it on the page of the query", ["given_pages"] = "not sent yet: she is shown it where she gives the paper", ["uploads"] = "on the way for a day, and then in a draft",
        ["loose_files"] = "names files that nothing holds any more", ["field_visits"] = "what an office asked of a visitor and heard: applications, as events and as who looked", ["paper_scans"] = "the scanner's word on a file", ["paper_pictures"] = "the pages of her papers drawn again for officers",
        ["one_time_codes"] = "hashes, gone with the day", ["status_asks"] = "hashes: that a number asked, not what for", ["idempotency_keys"] = "that a form was sent", ["outbox"] = "names things, holds nothing of anybody",
        ["unsent_forms"] = "what an officer typed", ["desk_notices"] = "what a desk was told", ["work_items"] = "which desk has it: the events say so",
        ["payment_events"] = "what the gateway told, of payments.json", ["postings"] = "the books, of payments.json", ["cash_entries"] = "an office's cash book",
        ["ledger_unanchored"] = "hashes", ["checkpoints"] = "hashes", ["used_challenges"] = "of passkeys", ["data_protection_keys"] = "the house's",
        ["places"] = "nobody's", ["place_spells"] = "nobody's", ["place_imports"] = "nobody's", ["extension_orders"] = "nobody's", ["outages"] = "nobody's", ["place_origins"] = "nobody's", ["offices"] = "nobody's", ["posts"] = "nobody's", ["laws"] = "nobody's", ["service_versions"] = "nobody's",
        ["officials"] = "officials'", ["official_words"] = "officials'", ["passkeys"] = "officials'", ["sign_on_links"] = "officials'", ["sign_ons"] = "officials'", ["post_holdings"] = "officials'", ["leaves"] = "officials'", ["delegations"] = "officials'", ["office_changes"] = "officials'", ["enrolments"] = "officials'", ["transfers"] = "officials'", ["transfer_lines"] = "officials'",
    };

    [Fact]
    public async Task answers_for_every_table_of_the_house()
    {
        await using var house = await TestHouse.Open();
        var tables = await house.Db(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().ToList()));
        Assert.Equal([], tables.Except(Tables.Keys).Concat(Tables.Keys.Except(tables)).Order());
    }

    static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static async Task<Page> AskedFor(TestHouse house, Browser browser)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await (await browser.Open("/mh/mr/my")).Follow("तुमची माहिती");
        Assert.Equal("/mh/mr/my/data", page.Path);
        page = await page.Form("#ask").Press();
        await house.OutboxDrained();
        return page;
    }

    static Task<string> Code(TestHouse house, TestCitizen citizen) => house.CodeFor(citizen.Mobile);

    static Task<OwnDataOf> Of(TestHouse house, TestCitizen citizen) => house.Db(async db =>
    {
        var person = await db.Set<EkDwar.People.Person>().AsNoTracking().SingleAsync(one => one.PersonId == citizen.Session.PersonId);
        var account = await db.Set<EkDwar.People.Account>().AsNoTracking().SingleAsync(one => one.AccountId == person.AccountId);
        return new OwnDataOf(person, account.MobileHash, EkDwar.Foundation.Languages.LanguageCode.Marathi, null);
    });

    /// <summary>Her archive as the parts of the rooms write it, without the page and the code.</summary>
    internal static async Task<Dictionary<string, byte[]>> Archive(TestHouse house, TestCitizen citizen)
    {
        var who = await Of(house, citizen);
        using var written = new MemoryStream();
        await house.Use((OwnArchive archive) => archive.Write(who, written, _ => Task.FromResult(""), TestContext.Current.CancellationToken));
        return Files(written.ToArray());
    }

    static Dictionary<string, byte[]> Files(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }
}
