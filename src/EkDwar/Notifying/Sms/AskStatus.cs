using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EkDwar.Notifying.Sms;

/// <summary>
/// Use case: a number asks by text message, "STATUS MH7KQ42M9TXB3WC", where an application stands. What is no such question is
/// not answered; nor is one said twice in a minute, one over the day's limit, or the day's second about a reference that
/// there is not: nobody finds references by trying.
/// </summary>
public sealed class AskStatus(EkDwarDb db, KeyedHash hash, MasterKey master, TimeProvider time, IOptions<SmsLimits> limits)
{
    public const string OutboxKind = "sms_status";

    const string Word = "STATUS";
    const int Longest = 200;

    static readonly byte[] Context = Sealing.Context("outbox-status");
    static readonly TimeSpan Twice = TimeSpan.FromMinutes(1);

    public async Task Run(string state, string from, string text)
    {
        if (!PhoneNumber.TryParse(from, out var mobile) || Asked(text) is not { } asked) return;
        var (now, dayBegan) = (time.UtcNow(), StateTime.StartOf(time.Today()));
        var (fromHash, wordsHash) = (hash.Of("mobile", mobile.Digits), hash.Of("status-words", asked));
        var today = await db.Set<StatusAsk>().AsNoTracking().Where(ask => ask.FromHash == fromHash && ask.AskedAt >= dayBegan).ToListAsync();
        if (today.Count >= limits.Value.AnswersADay || today.Exists(ask => ask.WordsHash == wordsHash && ask.AskedAt > now - Twice)) return;
        var known = await Known(asked);
        if (known is null && today.Exists(ask => !ask.IsKnown)) return;
        db.Add(new StatusAsk { AskId = Guid.CreateVersion7(), FromHash = fromHash, WordsHash = wordsHash, IsKnown = known is not null, AskedAt = now });
        db.Add(OutboxMessage.Of(OutboxKind, Sealed(mobile, state, known), now));
        await db.Save();
    }

    /// <summary>What stands behind the word, in any case; null where it is not there.</summary>
    static string? Asked(string text) => text.Length <= Longest && text.Trim() is var said && said.StartsWith(Word, StringComparison.OrdinalIgnoreCase)
        && said.Length > Word.Length && !char.IsLetter(said[Word.Length]) ? said[Word.Length..].TrimStart(' ', ':', '.', '#') : null;

    async Task<string?> Known(string asked)
    {
        if (!CaseReference.TryParse(asked, out var reference)) return null;
        var state = reference.State.ToLowerInvariant();
        return await db.Set<Case>().AnyAsync(c => c.CaseId == reference.CaseId && c.State == state) ? reference.Compact : null;
    }

    string Sealed(PhoneNumber mobile, string state, string? reference) =>
        Convert.ToBase64String(Sealing.SealText($"{mobile.Digits}\n{state}\n{reference}", master.Derive("outbox-status"), Context));

    /// <summary>The number, the state whose gateway it came by, and the reference; that is empty where there is no such application.</summary>
    public static (string Mobile, string State, string Reference) Read(string body, MasterKey master) =>
        Sealing.OpenText(Convert.FromBase64String(body), master.Derive("outbox-status"), Context).Split('\n') is [var mobile, var state, var reference] ? (mobile, state, reference) : throw new FormatException("no question about a status");
}
