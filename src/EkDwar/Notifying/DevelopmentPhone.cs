using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>A message as the phone page shows it.</summary>
public readonly record struct PhoneText(string To, string Text, string Language, DateTime SentAt)
{
    public string Channel { get; init; } = CodeChannels.Sms;
}

/// <summary>A sender of Development: messages go no further than the phone page of this machine, a call as the words that would be spoken. Not a gateway's simulator.</summary>
/// <param name="hasGateway">whether a gateway carries the message: then the page is not its way</param>
public sealed class DevelopmentSender(string channel, Func<Outgoing, bool>? hasGateway = null) : ISender
{
    public const string Name = "development";

    public string Channel => channel;

    public int? Rank(Outgoing message) => hasGateway?.Invoke(message) == true ? null : int.MaxValue;

    public string Provider => Name;

    // The delivery that is kept of every message is what the phone page shows.
    public Task<Handed> Send(Outgoing message) => Task.FromResult(new Handed(MessageOutcome.Shown));
}

/// <summary>What the phone page of Development shows.</summary>
public sealed class DevelopmentPhone(EkDwarDb db, MasterKey master)
{
    const int Shown = 50;

    public async Task<IReadOnlyList<PhoneText>> Latest()
    {
        var key = master.Derive("messages");
        var rows = await db.Set<PhoneMessage>().AsNoTracking().Where(m => m.Outcome != MessageOutcome.Dropped).OrderByDescending(m => m.SentAt).ThenByDescending(m => m.MessageId).Take(Shown).ToListAsync();
        return [.. rows.Select(m => new PhoneText(Read(m.SealedTo), Read(m.SealedText), m.Language, m.SentAt) { Channel = m.Channel })];

        string Read(byte[] bytes) => Sealing.OpenText(bytes, key, Deliveries.Context);
    }
}
