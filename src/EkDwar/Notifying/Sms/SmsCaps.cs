using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EkDwar.Notifying.Sms;

/// <summary>The configuration <c>Sms</c>, beside the accounts of the gateways: how much may leave in a day.</summary>
public sealed class SmsLimits
{
    /// <summary>Notices to one number.</summary>
    public int NoticesADay { get; set; } = 20;

    /// <summary>One-time codes to one number, whatever they are for.</summary>
    public int CodesADay { get; set; } = 20;

    /// <summary>What one text message costs, and what the house may spend in a day on all of them, in paise.</summary>
    public long PaiseEach { get; set; } = 20;
    public long PaiseADay { get; set; } = 10_000_000;

    /// <summary>How much of that is kept for one-time codes and may be spent on nothing else, nor they on more: in per cent.</summary>
    public int CodesPercent { get; set; } = 30;

    /// <summary>How much of what is left for the rest broadcasts may spend at most, in per cent of the whole.</summary>
    public int BroadcastsPercent { get; set; } = 20;

    /// <summary>Messages of broadcasts to one number.</summary>
    public int BroadcastsADay { get; set; } = 3;

    /// <summary>Answers to STATUS that one number gets.</summary>
    public int AnswersADay { get; set; } = 10;
}

/// <summary>
/// How much leaves in a day of the state's time: so many messages to a number, so much money for the whole house. Codes and
/// notices have purses of their own, so that neither a flood of codes nor of notices stops the other; broadcasts spend a bounded part of the notices'.
/// </summary>
public sealed class SmsCaps(EkDwarDb db, KeyedHash hash, TimeProvider time, IOptions<SmsLimits> configured, SmsSpend spend)
{
    public const string Codes = "codes", Notices = "notices", Broadcasts = "broadcasts";

    readonly SmsLimits limits = configured.Value;

    public static string PurseOf(Outgoing message) => message.Template.EndsWith("_code", StringComparison.Ordinal) ? Codes : message.BroadcastId is not null ? Broadcasts : Notices;

    /// <summary>Throws <see cref="NeverTaken"/> where the day's number or the day's money is used up.</summary>
    public async Task Allow(Outgoing message, ReadyText ready)
    {
        var (purse, to, dayBegan) = (PurseOf(message), hash.Of("mobile", message.To), StateTime.StartOf(time.Today()));
        var most = purse switch { Codes => limits.CodesADay, Broadcasts => limits.BroadcastsADay, _ => limits.NoticesADay };
        if (await db.Set<PhoneMessage>().Where(sent => sent.ToHash == to && sent.SentAt >= dayBegan && sent.Purse == purse).Take(most).CountAsync() >= most)
            throw new NeverTaken("too_many_today");
        var rest = 100 - limits.CodesPercent;
        var fits = purse switch
        {
            Codes => await Fits(limits.CodesPercent, Codes),
            Broadcasts => await Fits(Math.Min(limits.BroadcastsPercent, rest), Broadcasts) && await Fits(rest, Notices, Broadcasts),
            _ => await Fits(rest, Notices, Broadcasts),
        };
        if (fits) return;
        spend.TellOnce(purse, dayBegan);
        throw new NeverTaken("day_spent");

        async Task<bool> Fits(int percent, params string[] purses)
        {
            long spent = ready.Segments;
            foreach (var one in purses) spent += await spend.Today(db, one, time.UtcNow(), dayBegan);
            return spent * limits.PaiseEach <= limits.PaiseADay * percent / 100;
        }
    }

    public void Spent(string purse, int segments) => spend.Add(purse, segments);
}

/// <summary>
/// How many text messages left today, by purse: summed from the messages themselves and remembered for some seconds, so
/// that no row is written by everybody. Several nodes may together spend as much more as they send in those seconds.
/// </summary>
public sealed partial class SmsSpend(ILogger<SmsSpend> log)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5), Settling = TimeSpan.FromMinutes(5);

    readonly Lock door = new();
    readonly Dictionary<string, long> settled = [], recent = [];
    readonly HashSet<(string, DateTime)> told = [];
    DateTime day, settledUntil, lookedAt;

    public async Task<long> Today(EkDwarDb db, string purse, DateTime now, DateTime dayBegan)
    {
        DateTime from;
        lock (door)
        {
            if (day != dayBegan)
            {
                (day, settledUntil, lookedAt) = (dayBegan, dayBegan, default);
                settled.Clear();
                recent.Clear();
            }
            if (now >= lookedAt && now - lookedAt < Fresh) return Sum(purse);
            from = settledUntil;
        }
        // What is older than any transaction is summed once and not again.
        var until = now - Settling > from ? now - Settling : from;
        var older = until > from ? await Summed(db, from, until) : [];
        var newer = await Summed(db, until, DateTime.MaxValue);
        lock (door)
        {
            if (day != dayBegan || settledUntil != from) return Sum(purse);
            foreach (var (of, segments) in older) settled[of] = settled.GetValueOrDefault(of) + segments;
            recent.Clear();
            foreach (var (of, segments) in newer) recent[of] = segments;
            (settledUntil, lookedAt) = (until, now);
            return Sum(purse);
        }
    }

    public void Add(string purse, int segments)
    {
        lock (door) recent[purse] = recent.GetValueOrDefault(purse) + segments;
    }

    /// <summary>Once a day and purse, or the log would be as long as the flood.</summary>
    public void TellOnce(string purse, DateTime dayBegan)
    {
        lock (door) if (!told.Add((purse, dayBegan))) return;
        DaySpent(log, purse);
    }

    long Sum(string purse) => settled.GetValueOrDefault(purse) + recent.GetValueOrDefault(purse);

    static async Task<List<(string, long)>> Summed(EkDwarDb db, DateTime from, DateTime until) =>
        [.. (await db.Set<PhoneMessage>().Where(sent => sent.SentAt >= from && sent.SentAt < until && sent.Purse != null)
            .GroupBy(sent => sent.Purse!).Select(of => new { of.Key, Segments = of.Sum(sent => (long)sent.Segments) }).ToListAsync()).Select(of => (of.Key, of.Segments))];

    [LoggerMessage(Level = LogLevel.Error, Message = "The day's money for text messages is spent: {Kind}. What is refused from here on is kept as refused")]
    static partial void DaySpent(ILogger log, string kind);
}
