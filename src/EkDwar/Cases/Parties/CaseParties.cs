using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Parties;

/// <summary>One party as she stands: what the answers say of her, and what is kept of her consent.</summary>
public sealed record PartyState(Party Party, CaseParty Row)
{
    public bool HasConsented => Row.Status == PartyStatus.Consented;
}

/// <summary>
/// Whose consent a case needs and has. A consent is bound to what she was shown: when that changes it falls, and she is asked
/// again. Asks nothing about who may; nothing is written until the use case saves.
/// </summary>
public sealed class CaseParties(EkDwarDb db, Accounts accounts)
{
    /// <summary>The outbox's word for telling a party that she is asked.</summary>
    public const string AskParty = "ask_party";

    /// <summary>What keeps these answers from being sent.</summary>
    public async Task<List<Refusal>> Problems(ServiceDefinition service, Answers answers, Guid accountId)
    {
        if (service.Parties.Count == 0) return [];
        var own = await HashOf(accountId);
        return Party.Problems(service, answers, mobile => accounts.HashOf(mobile) == own);
    }

    public Task<string?> HashOf(Guid accountId) =>
        db.Set<Account>().AsNoTracking().Where(account => account.AccountId == accountId).Select(account => account.MobileHash).FirstOrDefaultAsync();

    /// <summary>All parties of a case, in the file's order.</summary>
    public async Task<IReadOnlyList<PartyState>> Of(CaseFile file)
    {
        if (file.Service.Parties.Count == 0) return [];
        var rows = await db.Set<CaseParty>().Where(row => row.CaseId == file.Case.CaseId).ToDictionaryAsync(row => row.Party);
        return [.. Party.Of(file.Service, file.Answers).Where(party => rows.ContainsKey(party.Key)).Select(party => new PartyState(party, rows[party.Key]))];
    }

    public async Task<bool> IsMissing(CaseFile file) => (await Of(file)).Any(party => !party.HasConsented);

    /// <summary>
    /// Brings a case's parties in line with its answers as they now are: who is new is asked, who was shown something else is
    /// asked again. Gives the keys of those who are asked.
    /// </summary>
    public async Task<IReadOnlyList<string>> Ask(CaseFile file, Answers answers, DateTime now)
    {
        if (file.Service.Parties.Count == 0) return [];
        var (caseId, asked) = (file.Case.CaseId, new List<string>());
        var rows = await db.Set<CaseParty>().Where(row => row.CaseId == caseId).ToListAsync();
        var parties = Party.Of(file.Service, answers);
        foreach (var gone in rows.Where(row => parties.All(party => party.Key != row.Party))) db.Remove(gone);
        foreach (var party in parties)
        {
            var hash = party.Mobile is { } mobile ? accounts.HashOf(mobile) : null;
            var row = rows.Find(row => row.Party == party.Key);
            if (row is not null && row.MobileHash == hash && (row.Shown is null || row.Shown == party.Fingerprint)) continue;
            if (row is null) db.Add(row = new() { CaseId = caseId, Party = party.Key });
            (row.MobileHash, row.Status, row.Means, row.Shown, row.AnsweredBy, row.SinceAt) = (hash, PartyStatus.Asked, null, null, null, now);
            asked.Add(party.Key);
            if (hash is not null) db.Add(OutboxMessage.Of(AskParty, $"{file.Case.Reference.Compact} {party.Key}", now, OutboxLane.Notices));
        }
        return asked;
    }
}
