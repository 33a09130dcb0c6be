using System.Security.Cryptography;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Scanning;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Cases.Papers;

/// <summary>
/// Takes a file in from outside: checked and cleaned, scanned for malware where there is a scanner, and kept sealed under a
/// key of its own. Until somebody holds it, it belongs to nobody.
/// </summary>
public sealed class PaperIntake(LooseFiles files, Quarantine quarantine)
{
    // What a file says of itself: more pages than this are not offered one by one.
    const int MaxPages = 200;

    /// <param name="isPhoto">whether nothing but a picture is taken</param>
    public async Task<Outcome<PaperFile>> Keep(byte[] bytes, bool isPhoto = false)
    {
        var verdict = PaperCheck.Inspect(bytes);
        if (!verdict.IsAccepted) return verdict.Refusal with { Field = "file" };
        var paper = verdict.Paper;
        if (isPhoto && paper.Kind == PaperKind.Pdf) return new Refusal("cases.photo_only", "file");
        // What is kept is scanned, and nothing else can be scanned again later.
        var scanned = await quarantine.Ask(paper.Bytes);
        if (scanned == ScanVerdict.Infected) return PaperRefusals.Infected with { Field = "file" };
        var key = RandomNumberGenerator.GetBytes(Sealing.KeyLength);
        var stored = await files.Put(paper.Bytes, key, PaperFile.Context);
        if (scanned == ScanVerdict.NotNow) quarantine.Take(stored, key);
        return new PaperFile(stored.Id, Convert.ToBase64String(key), paper.Ending[1..], stored.Length)
        {
            Pages = Math.Clamp(paper.Pages ?? 1, 1, MaxPages), HasWaited = scanned == ScanVerdict.NotNow,
        };
    }
}
