using System.Buffers.Text;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Desk;

/// <summary>
/// Officials and their passkeys as ASP.NET Core Identity asks for them. What it changes is written by the use case's own
/// save. Identity makes and changes no officials here: what it would ask for that is refused.
/// </summary>
public sealed class PasskeyStore(EkDwarDb db, TimeProvider time) : IUserPasskeyStore<Official>
{
    public static string Written(byte[] credentialId) => Base64Url.EncodeToString(credentialId);

    /// <summary>Whether this official still has the passkey of this number.</summary>
    public async Task<bool> Has(Guid officialId, string passkey) =>
        Guid.TryParse(passkey, out var id) && await db.Set<Passkey>().AnyAsync(one => one.PasskeyId == id && one.OfficialId == officialId);

    public async Task AddOrUpdatePasskeyAsync(Official user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var found = await Find(user.OfficialId, passkey.CredentialId, cancellationToken);
        if (found is null)
            db.Add(found = new Passkey
            {
                PasskeyId = Guid.CreateVersion7(), OfficialId = user.OfficialId, CredentialId = Written(passkey.CredentialId), PublicKey = passkey.PublicKey,
                Name = passkey.Name ?? "", Transports = string.Join(' ', passkey.Transports ?? []), IsBackupEligible = passkey.IsBackupEligible, AddedAt = time.UtcNow(),
            });
        (found.SignCount, found.IsBackedUp) = (passkey.SignCount, passkey.IsBackedUp);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Official user, CancellationToken cancellationToken)
    {
        var all = await db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.OfficialId == user.OfficialId).ToListAsync(cancellationToken);
        return [.. all.Select(Info)];
    }

    public Task<Official?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var written = Written(credentialId);
        return db.Set<Official>().FirstOrDefaultAsync(
            official => db.Set<Passkey>().Any(passkey => passkey.CredentialId == written && passkey.OfficialId == official.OfficialId), cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Official user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Find(user.OfficialId, credentialId, cancellationToken) is { } found ? Info(found) : null;

    public async Task RemovePasskeyAsync(Official user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await Find(user.OfficialId, credentialId, cancellationToken) is { } found) db.Remove(found);
    }

    public Task<Official?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Guid.TryParse(userId, out var id)
        ? db.Set<Official>().FirstOrDefaultAsync(official => official.OfficialId == id, cancellationToken)
        : Task.FromResult<Official?>(null);

    public Task<Official?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Set<Official>().FirstOrDefaultAsync(official => official.Login == normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Official user, CancellationToken cancellationToken) => Task.FromResult(user.OfficialId.ToString());

    public Task<string?> GetUserNameAsync(Official user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task<string?> GetNormalizedUserNameAsync(Official user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task SetUserNameAsync(Official user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(Official user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(Official user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(Official user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Official user, CancellationToken cancellationToken) => throw new NotSupportedException();

    // The database context belongs to the request.
    public void Dispose() { }

    Task<Passkey?> Find(Guid officialId, byte[] credentialId, CancellationToken cancellationToken)
    {
        var written = Written(credentialId);
        return db.Set<Passkey>().FirstOrDefaultAsync(passkey => passkey.CredentialId == written && passkey.OfficialId == officialId, cancellationToken);
    }

    // No attestation was asked for, so none was kept.
    static UserPasskeyInfo Info(Passkey passkey) => new(Base64Url.DecodeFromChars(passkey.CredentialId), passkey.PublicKey, passkey.AddedAt, (uint)passkey.SignCount,
        passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), isUserVerified: true, passkey.IsBackupEligible, passkey.IsBackedUp, [], [])
    {
        Name = passkey.Name,
    };
}
