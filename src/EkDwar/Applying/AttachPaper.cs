using System.Security.Cryptography;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Scanning;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Applying;

/// <summary>
/// Use case: checks an uploaded file, has it scanned for malware where there is a scanner, and keeps it, sealed under a key
/// of its own. Gives the parts of a document answer; until that answer is accepted the file belongs to nobody.
/// </summary>
public sealed class AttachPaper(FileStore files, Quarantine quarantine)
{
    /// <param name="before">the pages given already, after which this one comes</param>
    public async Task<Outcome<RawAnswer>> Run(string kind, Stream? content, long length, GivenPaper? before = null)
    {
        before = await quarantine.Rest(before);
        if (before?.Parts.Count >= GivenPaper.MaxParts) return new Refusal("files.too_many_pages", "file", ("most", $"{GivenPaper.MaxParts}"));
        var kept = await Keep(content, length);
        return kept.IsDone ? new RawAnswer(new GivenPaper(kind, [.. before?.Parts ?? [], kept.Value]).Typed()) : kept.Refusals.ToList();
    }

    /// <summary>As below, from a form in which the pages kept before are answer enough, unless it asks for one more.</summary>
    public async Task<Outcome<RawAnswer>> Run(string kind, IFormCollection form, GivenPaper? before)
    {
        var sent = FormAnswer.Files(form);
        return sent.Count == 0 && before is not null && !form.ContainsKey("add_page") ? new RawAnswer((before with { Kind = kind }).Typed()) : await Run(kind, sent, before);
    }

    /// <summary>As <see cref="Run(string, Stream?, long, GivenPaper?)"/>, of all the files a form brings, in its order; the first that is refused refuses all.</summary>
    public async Task<Outcome<RawAnswer>> Run(string kind, IReadOnlyList<IFormFile> sent, GivenPaper? before = null)
    {
        if (sent.Count == 0) return await Run(kind, null, 0, before);
        Outcome<RawAnswer> given = RawAnswer.Nothing;
        foreach (var file in sent)
        {
            await using var content = file.OpenReadStream();
            given = await Run(kind, content, file.Length, before);
            if (!given.IsDone) return given;
            before = GivenPaper.Of(kind, given.Value);
        }
        return given;
    }

    async Task<Outcome<PaperFile>> Keep(Stream? content, long length)
    {
        if (content is null || length == 0) return new Refusal("files.empty", "file");
        if (length > FileStore.MaxLength) return new Refusal("files.too_big", "file");
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes);
        var verdict = PaperCheck.Inspect(bytes);
        if (!verdict.IsAccepted) return verdict.Refusal with { Field = "file" };
        var paper = verdict.Paper;
        // What is kept is scanned, and nothing else can be scanned again later.
        var scanned = await quarantine.Ask(paper.Bytes);
        if (scanned == ScanVerdict.Infected) return PaperRefusals.Infected with { Field = "file" };
        var key = RandomNumberGenerator.GetBytes(Sealing.KeyLength);
        var stored = files.Put(paper.Bytes.Span, key, PaperFile.Context);
        if (scanned == ScanVerdict.NotNow) quarantine.Take(stored, key);
        return new PaperFile(stored.Id, Convert.ToBase64String(key), paper.Ending[1..], stored.Length)
        {
            Pages = Math.Clamp(paper.Pages ?? 1, 1, MaxPages), HasWaited = scanned == ScanVerdict.NotNow,
        };
    }

    // What a file says of itself: more pages than this are not offered one by one.
    const int MaxPages = 200;
}
