using System.Security.Cryptography;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Secrets;
using Microsoft.AspNetCore.Identity;

namespace EkDwar.People;

/// <summary>Makes an official's login: password hashed, a new authenticator secret sealed.</summary>
public sealed class OfficialLogins(IPasswordHasher<Official> passwords, MasterKey master)
{
    public Official New(string login, LocalText names, string password) => WithHash(login, names, Hash(password));

    public string Hash(string password) => passwords.HashPassword(new Official(), password);

    /// <summary>A login whose password was hashed before: hashing takes long on purpose, and all of a demo have one password, which its page tells.</summary>
    public Official WithHash(string login, LocalText names, string hash)
    {
        var id = Guid.CreateVersion7();
        return new Official
        {
            OfficialId = id, Login = login, Names = names, PasswordHash = hash,
            TotpSecret = Sealing.Seal(RandomNumberGenerator.GetBytes(Totp.SecretLength), master.Derive("officials"), Context(id)),
        };
    }

    public byte[] SecretOf(Official official) => Sealing.Open(official.TotpSecret, master.Derive("officials"), Context(official.OfficialId));

    static byte[] Context(Guid officialId) => Accounts.Context("totp", officialId);
}
