using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>The sender of Development: messages go no further than the phone page of this machine. Not a gateway's simulator.</summary>
public sealed class DevelopmentPhone(EkDwarDb db, MasterKey master) : ISender
{
    const int Shown = 50;

    public string Channel => "sms";

    // The delivery that is kept of every message is what the phone page shows.
    public Task<string> Send(Outgoing message) => Task.FromResult("shown");

    public async Task<IReadOnlyList<(string To, string Text, string Language, DateTime SentAt)>> Latest()
    {
        var key = master.Derive("messages");
        var rows = await db.Set<PhoneMessage>().AsNoTracking().OrderByDescending(m => m.SentAt).Take(Shown).ToListAsync();
        return [.. rows.Select(m => (Read(m.SealedTo), Read(m.SealedText), m.Language, m.SentAt))];

        string Read(byte[] bytes) => Sealing.OpenText(bytes, key, Deliveries.Context);
    }
}
