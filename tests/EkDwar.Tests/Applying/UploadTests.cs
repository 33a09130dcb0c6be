using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using EkDwar.Applying;
using EkDwar.Applying.Uploads;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outbox;
using EkDwar.Tests.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Applying;

public sealed class A_file_sent_piece_by_piece(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Question = $"/mh/en/apply/{TestCitizen.Service}/income_proof";
    const int Piece = UploadsOnTheWay.SmallestPiece;

    readonly TestHouse house = shared.House;
    readonly byte[] photo = Samples.Png(400, 300);

    [Fact]
    public async Task goes_on_where_it_stopped_and_becomes_the_paper_in_the_form_that_names_it()
    {
        var client = await Applicant();
        var begun = await Begin(client);
        Assert.Equal((HttpStatusCode.Created, "0"), (begun.StatusCode, Header(begun, "Upload-Offset")));
        var place = begun.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.NoContent, (await Send(client, place, 0, photo.AsMemory(0, Piece))).StatusCode);

        // Her browser was closed; she chooses the same file again, and is told how much of it is here.
        var again = await Begin(client);
        Assert.Equal((place, $"{Piece}"), (again.Headers.Location!.ToString(), Header(again, "Upload-Offset")));
        var head = await client.Client.SendAsync(Ask(HttpMethod.Head, place), Stop);
        Assert.Equal((HttpStatusCode.NoContent, $"{Piece}", $"{photo.Length}"), (head.StatusCode, Header(head, "Upload-Offset"), Header(head, "Upload-Length")));
        await SendRest(client, place, Piece);

        // Whole, and not yet the answer: the page knows, whichever browser asks.
        var page = await client.Open(Question);
        Assert.Equal(place.Split('/')[^1], page.Form("#question").Value("answer-upload"));
        var noKind = await page.Form("#question").Without("answer-later").Press();
        Assert.Single(noKind.Problems);
        var form = noKind.Form("#question").With("answer-kind", "salary_slip");
        var next = await form.Press();
        Assert.NotEqual(Question, next.Path);
        // Sent once more, as by a double click: it is given, and not given twice.
        Assert.Equal(next.Path, (await form.Press()).Path);
        var stored = (await Paper(client))!;
        Assert.InRange(Assert.Single(stored.Parts).Length, photo.Length - 400, photo.Length);

        await house.OutboxDrained();
        Assert.Equal(HttpStatusCode.NotFound, (await client.Client.SendAsync(Ask(HttpMethod.Head, place), Stop)).StatusCode);
        Assert.Equal(stored.Parts[0].File, Assert.Single(await house.Db(db => db.Set<LooseFile>().Where(file => file.PersonId == citizen.Session.PersonId).ToListAsync())).FileId);
    }

    [Fact]
    public async Task keeps_nothing_of_what_is_not_the_next_piece()
    {
        var client = await Applicant();
        var place = (await Begin(client)).Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.NoContent, (await Send(client, place, 0, photo.AsMemory(0, Piece))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Send(client, place, 0, photo.AsMemory(0, Piece))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Send(client, place, 2 * Piece, photo.AsMemory(2 * Piece, Piece))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Send(client, place, Piece, new byte[photo.Length])).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Send(client, place, Piece, new byte[UploadsOnTheWay.LargestPiece + 1])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(client, place, Piece, photo.AsMemory(Piece, 10))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(client, place, Piece, Array.Empty<byte>())).StatusCode);
        Assert.Equal((HttpStatusCode)460, (await Send(client, place, Piece, photo.AsMemory(Piece, Piece), checksum: SHA256.HashData("other"u8))).StatusCode);
        var form = Ask(HttpMethod.Patch, place, ("Upload-Offset", $"{Piece}"));
        form.Content = new ByteArrayContent(photo[Piece..(2 * Piece)]);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.Client.SendAsync(form, Stop)).StatusCode);
        // The same piece twice at once: one of them counts.
        var twice = await Task.WhenAll(Send(client, place, Piece, photo.AsMemory(Piece, Piece)), Send(client, place, Piece, photo.AsMemory(Piece, Piece)));
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], twice.Select(answer => answer.StatusCode).Order());
        await SendRest(client, place, 2 * Piece);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Send(client, place, photo.Length, new byte[Piece])).StatusCode);
    }

    [Fact]
    public async Task is_nobody_else_s_and_for_no_other_question()
    {
        var client = await Applicant();
        var place = (await Begin(client)).Headers.Location!.ToString();
        await SendRest(client, place, 0);
        var id = place.Split('/')[^1];
        var other = await Applicant();
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.SendAsync(Ask(HttpMethod.Head, place), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(other, place, 0, photo.AsMemory(0, Piece))).StatusCode);
        Assert.NotEqual(place, (await Begin(other)).Headers.Location!.ToString());
        var page = (await other.Open(Question)).Form("#question").With("answer-kind", "salary_slip").Without("answer-later");
        Assert.Equal(Texts("applying.upload_gone"), Assert.Single((await Named(other, page, id)).Problems));

        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Client().SendAsync(Ask(HttpMethod.Head, place), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await client.Client.GetAsync(place, Stop)).StatusCode);
        foreach (var elsewhere in (string[])["apply/income-certificate/name", "apply/caste-certificate/income_proof", "cases/MH-7KQ4-2M9T-XB3W-C/papers/income_proof"])
            Assert.Equal(HttpStatusCode.NotFound, (await Begin(client, at: $"/mh/en/{elsewhere}")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Begin(client, length: 10 * 1024 * 1024 + 1)).StatusCode);
        foreach (var length in (int?[])[0, -1, null]) Assert.Equal(HttpStatusCode.BadRequest, (await Begin(client, length: length)).StatusCode);
    }

    [Fact]
    public async Task with_other_content_than_was_announced_or_no_paper_at_all_is_no_answer_and_goes()
    {
        var client = await Applicant();
        var junk = RandomNumberGenerator.GetBytes(100);
        foreach (var (announced, problem) in new[] { (SHA256.HashData("other"u8), "applying.upload_gone"), (SHA256.HashData(junk), "files.not_accepted_type") })
        {
            var place = (await Begin(client, length: junk.Length, hash: announced)).Headers.Location!.ToString();
            Assert.Equal(HttpStatusCode.NoContent, (await Send(client, place, 0, junk)).StatusCode);
            var refused = await (await client.Open(Question)).Form("#question").With("answer-kind", "salary_slip").Without("answer-later").Press();
            Assert.Equal(Texts(problem), Assert.Single(refused.Problems));
            Assert.Equal(HttpStatusCode.NotFound, (await client.Client.SendAsync(Ask(HttpMethod.Head, place), Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task is_one_of_few_and_goes_after_a_day()
    {
        var client = await Applicant();
        var answers = await Task.WhenAll(Enumerable.Range(0, UploadsOnTheWay.AtOnce + 4).Select(number => Begin(client, hash: SHA256.HashData([(byte)number]))));
        Assert.Equal(UploadsOnTheWay.AtOnce, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        var place = answers.First(answer => answer.StatusCode == HttpStatusCode.Created).Headers.Location!.ToString();
        await Send(client, place, 0, photo.AsMemory(0, Piece));
        var files = Directory.GetFiles(house.Settings.Folders.Papers, "*", SearchOption.AllDirectories).Length;
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.OutboxDrained();
        Assert.Equal(0, await house.Db(db => db.Set<Upload>().CountAsync(upload => upload.AccountId == citizen.Session.AccountId)));
        Assert.True(Directory.GetFiles(house.Settings.Folders.Papers, "*", SearchOption.AllDirectories).Length < files);
        // Two that let go of one file at the same moment: the second finds it gone when it is tried again.
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.OutboxDrained();
        Assert.Equal([], await house.Db(db => db.Set<OutboxMessage>().Where(message => message.LastError != null && message.DoneAt == null).Select(message => $"{message.Kind} {message.LastError}").ToListAsync()));
    }

    TestCitizen citizen = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static string Texts(string key) => EkDwar.Foundation.Languages.Texts.Get(EkDwar.Foundation.Languages.LanguageCode.English, key);

    async Task<Browser> Applicant()
    {
        citizen = await house.SignedInCitizen();
        await citizen.Draft(withPaper: false);
        return citizen.Browser;
    }

    Task<GivenPaper?> Paper(Browser _) => house.Use(async (Drafts drafts) => DocumentType.PaperOf((await drafts.Open(citizen.Session, "mh", TestCitizen.Service))!.Answers["income_proof"]));

    Task<HttpResponseMessage> Begin(Browser client, int? length = -2, byte[]? hash = null, string at = Question)
    {
        var announced = Convert.ToBase64String(hash ?? SHA256.HashData(photo));
        return client.Client.SendAsync(Ask(HttpMethod.Post, at + "/uploads", ("Upload-Length", length == -2 ? $"{photo.Length}" : $"{length}"), ("Upload-Metadata", $"name eA==,sha256 {announced}")), Stop);
    }

    static Task<HttpResponseMessage> Send(Browser client, string place, int offset, ReadOnlyMemory<byte> piece, byte[]? checksum = null)
    {
        var request = Ask(HttpMethod.Patch, place, ("Upload-Offset", $"{offset}"), ("Upload-Checksum", $"sha256 {Convert.ToBase64String(checksum ?? SHA256.HashData(piece.Span))}"));
        request.Content = new ReadOnlyMemoryContent(piece) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        return client.Client.SendAsync(request, Stop);
    }

    async Task SendRest(Browser client, string place, int from)
    {
        for (var at = from; at < photo.Length; at += Piece)
            Assert.Equal(HttpStatusCode.NoContent, (await Send(client, place, at, photo.AsMemory(at, Math.Min(Piece, photo.Length - at)))).StatusCode);
    }

    /// <summary>The form as the page's script would send it, naming an upload.</summary>
    static Task<Page> Named(Browser browser, Form form, string upload)
    {
        var request = form.Request();
        ((MultipartFormDataContent)request.Content!).Add(new StringContent(upload), "\"answer-upload\"");
        return browser.Send(request);
    }

    static HttpRequestMessage Ask(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers.Append(("Tus-Resumable", "1.0.0"))) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
