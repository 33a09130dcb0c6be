using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Cases.OwnData;
using EkDwar.Cases.Parties;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.Notifying.Broadcasts;
using EkDwar.Notifying.Email;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>
/// Of what the house keeps of her: the messages about her applications that left for her mobile or her e-mail address. A family shares it: what
/// is about another's application is not among them, nor are one-time codes, which are nobody's by name; what was told to a whole area is.
/// </summary>
public sealed class OwnMessages(EkDwarDb db, MasterKey master) : IOwnData
{
    const int AtMost = 2_000;

    public async IAsyncEnumerable<OwnRecord> Of(OwnDataOf who)
    {
        var own = await db.Set<Case>().AsNoTracking().Where(c => c.ApplicantId == who.PersonId).Select(c => new { c.State, c.CaseId }).ToListAsync();
        var about = own.Select(one => CaseReference.Of(one.State.ToUpperInvariant(), one.CaseId).Compact).ToHashSet();
        var asked = (await OwnPartyData.Answered(db, who.MobileHash, who.PersonId).Select(row => new { row.CaseId, row.Party }).ToListAsync()).Select(row => (row.CaseId, row.Party)).ToHashSet();
        // Which application a message is about stands in what it was made from.
        var sent = await (from message in db.Set<PhoneMessage>().AsNoTracking()
                          where message.ToHash == who.MobileHash || message.AccountId == who.Person.AccountId
                          join cause in db.Set<OutboxMessage>() on message.MessageId equals cause.Id
                          where cause.Kind == OutboxMessage.Notice || cause.Kind == SendEmailNotice.OutboxKind || cause.Kind == CaseParties.AskParty || cause.Kind == SendBroadcast.OutboxKind
                          orderby message.SentAt descending
                          select new { message, cause.Kind, cause.Body }).Take(AtMost).ToListAsync();
        var mine = sent.Where(one => one.Kind == SendBroadcast.OutboxKind || (one.Kind == CaseParties.AskParty ? IsAsked(one.Body.Split(' '), asked) : about.Contains(one.Body.Split(' ')[0]))).Select(one => one.message).ToList();
        var key = master.Derive("messages");
        if (mine.Count > 0)
            yield return new("messages.json", Texts.Get(who.Language, "notifying.own_messages"), new JsonArray([.. mine.Select(one => (JsonNode)new JsonObject
            {
                ["sent_at"] = PlainTime.At(one.SentAt), ["channel"] = one.Channel, ["outcome"] = one.Outcome, ["reason"] = one.Reason,
                ["language"] = one.Language, ["text"] = Sealing.OpenText(one.SealedText, key, Deliveries.Context),
            })]));
    }

    static bool IsAsked(string[] body, HashSet<(long, string)> asked) => CaseReference.TryParse(body[0], out var reference) && asked.Contains((reference.CaseId, body[1]));
}
