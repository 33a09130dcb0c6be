using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Wishes;

/// <summary>A message about an application of hers: what it said, by what it left, and what came of it.</summary>
/// <param name="Outcome">a word of <see cref="MessageOutcome"/></param>
public sealed record OwnMessageLine(CaseReference Reference, string Channel, string Outcome, string? Reason, DateTime At)
{
    public string Text { get; init; } = "";
    public string Language { get; init; } = "en";
}

/// <summary>How she is told, and what left lately.</summary>
public sealed record OwnMessagesView(PhoneNumber Mobile, EmailAddress? Email, string? ToldIn, bool HasMail, IReadOnlyList<OwnMessageLine> Lines);

/// <summary>Reads how somebody is told and what she was told lately: of her own applications, for a family shares the mobile.</summary>
public sealed class ReadOwnMessages(EkDwarDb db, OwnAccount own, Accounts accounts, Providers providers, MasterKey master)
{
    public const int Most = 50, MostCases = 200;

    /// <summary>Null where she is not signed in as herself.</summary>
    public async Task<OwnMessagesView?> Run(CitizenSession session)
    {
        if (await own.Of(session) is not { } account) return null;
        var key = master.Derive("messages");
        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.ApplicantId == session.PersonId && c.FiledById == account.AccountId).OrderByDescending(c => c.SubmittedAt)
            .Select(c => new { c.CaseId, c.State }).Take(MostCases).ToDictionaryAsync(c => c.CaseId, c => CaseReference.Of(c.State.ToUpperInvariant(), c.CaseId));
        var ids = cases.Keys.Select(id => (long?)id).ToList();
        var left = await db.Set<PhoneMessage>().AsNoTracking().Where(message => message.AccountId == account.AccountId && ids.Contains(message.CaseId))
            .OrderByDescending(message => message.SentAt).Take(Most).ToListAsync();
        var lines = left.Select(message => new OwnMessageLine(cases[message.CaseId!.Value], message.Channel, message.Outcome, message.Reason, message.SentAt)
        {
            // A letter says the same at greater length.
            Text = message.Channel == CodeChannels.Email ? "" : Sealing.OpenText(message.SealedText, key, Deliveries.Context), Language = message.Language,
        });
        return new(accounts.MobileOf(account), accounts.EmailOf(account), account.ToldIn, providers.Carry(CodeChannels.Email), [.. lines]);
    }
}
