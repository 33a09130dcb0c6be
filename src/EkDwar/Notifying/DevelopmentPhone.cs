using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>The sender of Development: messages go no further than the phone page of this machine. Not a gateway's simulator.</summary>
public sealed class DevelopmentPhone(EkDwarDb db, MasterKey master, TimeProvider time) : ISender
{
    const int Shown = 50;
    static readonly byte[] Context = Sealing.Context("phone-message");

    public string Channel => "sms";

    public async Task Send(string mobile, string text, string language)
    {
        var key = master.Derive("messages");
        db.Add(new PhoneMessage
        {
            MessageId = Guid.CreateVersion7(), Channel = Channel, Language = language, Outcome = "shown", SentAt = time.UtcNow(),
            SealedTo = Sealing.SealText(mobile, key, Context), SealedText = Sealing.SealText(text, key, Context),
        });
        await db.Save();
    }

    public async Task<IReadOnlyList<(string To, string Text, string Language, DateTime SentAt)>> Latest()
    {
        var key = master.Derive("messages");
        var rows = await db.Set<PhoneMessage>().AsNoTracking().OrderByDescending(m => m.SentAt).Take(Shown).ToListAsync();
        return [.. rows.Select(m => (Read(m.SealedTo), Read(m.SealedText), m.Language, m.SentAt))];

        string Read(byte[] bytes) => Sealing.OpenText(bytes, key, Context);
    }
}
