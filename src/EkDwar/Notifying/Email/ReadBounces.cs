using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Email;

/// <summary>
/// Use case: reads what came back to the house's Maildir, and keeps what it says became of a message. Each file is moved from
/// <c>new</c> to <c>cur</c> once it is read, whatever it was; one that is no report, or about nothing of ours, is flagged there
/// for a person and changes nothing.
/// </summary>
public sealed partial class ReadBounces(EkDwarDb db, MailSettings settings, TimeProvider time, ILogger<ReadBounces> log)
{
    const int AtOnce = 100;

    /// <summary>Gives how many files it moved aside.</summary>
    public async Task<int> Run()
    {
        if (settings.Bounces is not { } maildir) return 0;
        var read = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(maildir, "new")).Take(AtOnce).ToList())
        {
            if (await Content(file) is not { } bytes) continue;
            var isOurs = bytes.Length <= BounceReport.Longest && BounceReport.Read(bytes, settings.ReturnDomain) is { } report && await Keep(report);
            if (Moved(file, Path.Combine(maildir, "cur", Path.GetFileName(file) + (isOurs ? ":2,S" : ":2,F")))) read++;
            if (!isOurs) MovedAside(log);
        }
        return read;
    }

    /// <summary>False where no message has this return address. A report that comes twice, or after a failure, changes nothing.</summary>
    async Task<bool> Keep(BounceReport report)
    {
        var outcome = report.Action switch { "failed" => MessageOutcome.Failed, "delivered" => MessageOutcome.Delivered, _ => null };
        var (now, reason) = (time.UtcNow(), outcome == MessageOutcome.Failed ? report.Reason : null);
        if (outcome is not null && await db.Set<PhoneMessage>().Where(message => message.MessageId == report.Message && message.Outcome == MessageOutcome.Sent)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Outcome, outcome).SetProperty(message => message.Reason, reason).SetProperty(message => message.OutcomeAt, now)) == 1) return true;
        return await db.Set<PhoneMessage>().AnyAsync(message => message.MessageId == report.Message);
    }

    // Longer than any report by one byte: then it is none. Null where another node was quicker.
    static async Task<byte[]?> Content(string file)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            var bytes = new byte[Math.Min(stream.Length, BounceReport.Longest + 1)];
            await stream.ReadExactlyAsync(bytes);
            return bytes;
        }
        catch (IOException)
        {
            return null;
        }
    }

    static bool Moved(string from, string to)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(from, to, overwrite: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What came back by e-mail is no report about a message of this house: it lies flagged in the Maildir")]
    static partial void MovedAside(ILogger log);
}
