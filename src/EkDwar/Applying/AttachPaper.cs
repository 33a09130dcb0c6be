using EkDwar.Applying.Uploads;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Applying;

/// <summary>
/// Use case: takes in an uploaded file and gives the parts of a document answer; until that answer is accepted the file
/// belongs to nobody.
/// </summary>
public sealed class AttachPaper(EkDwarDb db, PaperIntake intake, Quarantine quarantine, UploadsOnTheWay uploads)
{
    /// <param name="before">the pages given already, after which this one comes</param>
    public async Task<Outcome<RawAnswer>> Run(string kind, Stream? content, long length, GivenPaper? before = null)
    {
        before = await quarantine.Rest(before);
        if (before?.Parts.Count >= GivenPaper.MaxParts) return new Refusal("files.too_many_pages", "file", ("most", $"{GivenPaper.MaxParts}"));
        if (content is null || length == 0) return new Refusal("files.empty", "file");
        if (length > FileStore.MaxLength) return new Refusal("files.too_big", "file");
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes);
        var kept = await intake.Keep(bytes);
        return kept.IsDone ? new RawAnswer(new GivenPaper(kind, [.. before?.Parts ?? [], kept.Value]).Typed()) : kept.Refusals.ToList();
    }

    /// <summary>
    /// As above, of all the files a form brings: first those that came piece by piece before it, then its own; the first that
    /// is refused refuses all. Without any, the pages kept before are answer enough, unless it asks for one more.
    /// </summary>
    public async Task<Outcome<RawAnswer>> Run(PaperForm sent, GivenPaper? before = null)
    {
        var whole = sent.Uploads.Count == 0 ? [] : await uploads.Whole(sent.Session.AccountId, sent.Place);
        // In her order; what was used by this very form, sent before, is not there any more.
        List<Upload> came = [.. sent.Uploads.Join(whole, id => id, upload => upload.UploadId, (_, upload) => upload)];
        if (came.Count + sent.Files.Count == 0)
        {
            if (before is not null && (sent.Uploads.Count > 0 || !sent.AsksForMore)) return new RawAnswer((before with { Kind = sent.Kind }).Typed());
            return new Refusal(sent.Uploads.Count > 0 ? "applying.upload_gone" : "files.empty", "file");
        }
        // Before anything is kept: what came in many pieces should not have to come again.
        if (sent.Question.Option(sent.Kind) is null) return new Refusal("questions.paper_kind_needed", "kind");
        return await Attach(sent, came, before);
    }

    async Task<Outcome<RawAnswer>> Attach(PaperForm sent, List<Upload> came, GivenPaper? before)
    {
        Outcome<RawAnswer> given = RawAnswer.Nothing;
        foreach (var upload in came)
        {
            given = uploads.Read(upload) is { } bytes ? await Run(sent.Kind, new MemoryStream(bytes), bytes.Length, before) : new Refusal("applying.upload_gone", "file");
            if (!given.IsDone)
            {
                uploads.End(upload);
                await db.Save();
                return given;
            }
            before = GivenPaper.Of(sent.Kind, given.Value);
        }
        foreach (var file in sent.Files)
        {
            await using var content = file.OpenReadStream();
            given = await Run(sent.Kind, content, file.Length, before);
            if (!given.IsDone) return given;
            before = GivenPaper.Of(sent.Kind, given.Value);
        }
        // Saved with the answer that names them: one of two that are sent at once is told.
        came.ForEach(uploads.End);
        return given;
    }
}
