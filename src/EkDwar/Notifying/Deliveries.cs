using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>
/// Hands messages to a channel and keeps what came of it, under the key of the outbox message. A message handled twice
/// leaves once, save when the house dies between the channel's word and the commit, or a provider fell silent: then only a
/// channel that knows keys can tell. What is refused for good, or by every try of the retry table, is kept as failed; what
/// was no longer true when its turn came, as dropped.
/// </summary>
public sealed class Deliveries(EkDwarDb db, Providers providers, MasterKey master, KeyedHash hash, TimeProvider time)
{
    internal static readonly byte[] Context = Sealing.Context("phone-message");

    /// <summary>The reason where every try failed and no provider ever took it.</summary>
    public const string NoAnswer = "no_answer";

    public async Task HandOver(Outgoing message)
    {
        if (await db.Set<PhoneMessage>().AsNoTracking().SingleOrDefaultAsync(sent => sent.MessageId == message.Key) is { MayGoAgain: false }) return;
        Answer answer;
        try
        {
            answer = await providers.Hand(message);
        }
        catch (Exception e) when (e is not OutOfMemoryException && RetryTable.After(message.Try) is null)
        {
            await Keep(message, new("", MessageOutcome.Failed, Reason: NoAnswer));
            throw;
        }
        await Keep(message, answer);
        // What was refused for good need not have been asked of anybody: a cap of ours refuses too.
        if (answer.Outcome != MessageOutcome.Failed) await providers.Work(message.Channel);
    }

    /// <summary>Keeps that a message did not leave because it was no longer true, or nobody is there to read it.</summary>
    /// <param name="reason">a word, such as "no_longer_true"</param>
    public async Task Drop(Outgoing message, string reason)
    {
        if (!await db.Set<PhoneMessage>().AnyAsync(sent => sent.MessageId == message.Key)) await Keep(message, new("", MessageOutcome.Dropped, Reason: reason));
    }

    async Task Keep(Outgoing message, Answer answer)
    {
        var now = time.UtcNow();
        var kept = await db.Set<PhoneMessage>().SingleOrDefaultAsync(sent => sent.MessageId == message.Key);
        if (kept is null)
        {
            kept = new()
            {
                MessageId = message.Key, Channel = message.Channel, Template = message.Template, AccountId = message.AccountId, CaseId = message.CaseId, BroadcastId = message.BroadcastId,
                SealedTo = Sealed(message.To), ToHash = HashOf(message),
            };
            db.Add(kept);
        }
        var (text, language) = answer.Left ?? (message.Text, message.Language);
        (kept.SealedText, kept.Language, kept.Provider, kept.ProviderId, kept.Outcome, kept.Reason, kept.SentAt, kept.OutcomeAt) =
            (Sealed(text), language, answer.Provider, answer.ProviderId, answer.Outcome, answer.Reason, now, now);
        (kept.Segments, kept.Purse) = (answer.Segments, answer.Purse);
        // False: a worker whose claim ran out has noted the same delivery.
        if (!await db.TrySave()) db.ChangeTracker.Clear();
    }

    string HashOf(Outgoing message) => message.To.Length == 0 ? "" : message.Channel == CodeChannels.Email
        ? hash.Of("email", message.To.ToLowerInvariant()) : hash.Of("mobile", message.To);

    byte[] Sealed(string text) => Sealing.SealText(text, master.Derive("messages"), Context);
}
