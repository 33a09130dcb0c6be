using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.People.Desk;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.SignOn;

/// <summary>Who of a provider's people is which official, and what became of each sign-on. It lets nobody in by itself.</summary>
public sealed partial class SignOnBook(EkDwarDb db, KeyedHash hash, HeldPosts held, TimeProvider time, ILogger<SignOnBook> log)
{
    public DateTime Now => time.UtcNow();

    public string HashOf(SignOnPlace place, string subject) => hash.Of("sign-on-subject", $"{place.Issuer}\n{subject}");

    /// <summary>The official this subject is known to be, or null.</summary>
    public Task<Official?> Known(string state, string subjectHash) => db.Set<Official>().FirstOrDefaultAsync(official =>
        db.Set<SignOnLink>().Any(link => link.State == state && link.SubjectHash == subjectHash && link.OfficialId == official.OfficialId));

    public Task<bool> IsLinked(Guid officialId, string state) => db.Set<SignOnLink>().AnyAsync(link => link.OfficialId == officialId && link.State == state);

    /// <summary>Whether she may act today from a post of this state: its provider speaks for its officials and for nobody else's.</summary>
    public async Task<bool> Serves(Guid officialId, string state)
    {
        var offices = (await held.Of(officialId)).Select(post => post.OfficeId).ToList();
        return await db.Set<Office>().AnyAsync(office => offices.Contains(office.OfficeId) && office.State == state);
    }

    /// <summary>Whether she has an authenticator or a passkey of the house.</summary>
    public async Task<bool> HasOwnFactors(Official official) => official.PasswordHash.Length > 0 || await db.Set<Passkey>().AnyAsync(one => one.OfficialId == official.OfficialId);

    /// <summary>In the coming save: from now on this subject is she.</summary>
    public void Link(Guid officialId, string state, string subjectHash) =>
        db.Add(new SignOnLink { OfficialId = officialId, State = state, SubjectHash = subjectHash, LinkedAt = time.UtcNow() });

    /// <summary>In the coming save: what became of it. What is older than a year goes.</summary>
    public async Task Note(string state, SignOnOutcome outcome, string subjectHash, Guid? officialId)
    {
        var now = time.UtcNow();
        var old = now - SignOnRecord.Kept;
        await db.Set<SignOnRecord>().Where(record => record.At < old).ExecuteDeleteAsync();
        db.Add(new SignOnRecord { SignOnId = Guid.CreateVersion7(), State = state, At = now, Outcome = outcome, SubjectHash = subjectHash, OfficialId = officialId });
    }

    public void Silent(string state, SignOnSilent why) => Silent(log, state, why.Message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-on of {State} cannot be used: {Why}")]
    static partial void Silent(ILogger log, string state, string why);
}
