using System.Security.Cryptography;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Applying;

/// <summary>
/// Use case: checks an uploaded file and keeps it, sealed under a key of its own. Gives the parts of a document answer;
/// until that answer is accepted the file belongs to nobody.
/// </summary>
public sealed class AttachPaper(FileStore files)
{
    public async Task<Outcome<RawAnswer>> Run(string kind, Stream? content, long length)
    {
        if (content is null || length == 0) return new Refusal("files.empty", "file");
        if (length > FileStore.MaxLength) return new Refusal("files.too_big", "file");
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes);
        var verdict = PaperCheck.Inspect(bytes);
        if (!verdict.IsAccepted) return verdict.Refusal with { Field = "file" };
        var key = RandomNumberGenerator.GetBytes(Sealing.KeyLength);
        var stored = files.Put(verdict.Paper.Bytes.Span, key, GivenPaper.Context);
        return new RawAnswer(new Dictionary<string, string>
        {
            ["kind"] = kind, ["file"] = stored.Id, ["key"] = Convert.ToBase64String(key),
            ["format"] = verdict.Paper.Ending[1..], ["length"] = stored.Length.ToString(),
        });
    }
}
