using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Scanning;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Papers;

/// <summary>
/// Where a file waits that was taken while the malware scanner could not be asked: kept, and shown to nobody. It is asked
/// about again every five minutes, for as long as it takes.
/// </summary>
public sealed class Quarantine(EkDwarDb db, MalwareScanner scanner, MasterKey master, TimeProvider time)
{
    public const string OutboxKind = "scan_paper";
    static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    /// <summary>What the scanner says of a file just handed in. Where the installation has none, every file passes.</summary>
    public async Task<ScanVerdict> Ask(ReadOnlyMemory<byte> file) => scanner.IsThere ? await scanner.Scan(file) : ScanVerdict.Clean;

    /// <summary>Takes a stored file in, in the coming save.</summary>
    public void Take(StoredFile stored, byte[] key)
    {
        var now = time.UtcNow();
        db.Add(new PaperScan { FileId = stored.Id, State = ScanState.Waiting, AskedAt = now, WaitingKey = Sealing.Seal(key, master.Wrapping, Bound(stored.Id)) });
        AskAgain(stored.Id, now);
    }

    /// <summary>What the scanner says of a waiting file now. It stays where it is when the installation has lost its scanner.</summary>
    public async Task<ScanVerdict> AskAbout(PaperScan waiting, FileStore files)
    {
        if (!scanner.IsThere) return ScanVerdict.NotNow;
        var key = Sealing.Open(waiting.WaitingKey, master.Wrapping, Bound(waiting.FileId));
        return await scanner.Scan(files.Read(waiting.FileId, key, PaperFile.Context));
    }

    /// <summary>A paper without those of its files that were found infected since: another takes their place.</summary>
    public async Task<GivenPaper?> Rest(GivenPaper? paper)
    {
        var waited = paper?.Parts.Where(part => part.HasWaited).Select(part => part.File).ToList();
        if (waited is not { Count: > 0 }) return paper;
        var infected = await db.Set<PaperScan>().Where(scan => waited.Contains(scan.FileId) && scan.State == ScanState.Infected).Select(scan => scan.FileId).ToListAsync();
        return paper! with { Parts = [.. paper.Parts.Where(part => !infected.Contains(part.File))] };
    }

    public void AskAgain(string fileId, DateTime now) => db.Add(OutboxMessage.Of(OutboxKind, fileId, now + Wait));

    static byte[] Bound(string fileId) => Sealing.Context("waiting " + fileId);
}
