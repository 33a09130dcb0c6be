using System.Security.Cryptography;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Secrets;
using EkDwar.People.ByName;
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
        var official = Named(login, names);
        (official.PasswordHash, official.TotpSecret) = (hash, Sealed(official.OfficialId, RandomNumberGenerator.GetBytes(Totp.SecretLength)));
        return official;
    }

    /// <summary>Somebody who cannot sign in yet: no password is right, and nobody knows her secret.</summary>
    public Official Unenrolled(string login, LocalText names)
    {
        var official = Named(login, names);
        End(official);
        return official;
    }

    static Official Named(string login, LocalText names)
    {
        var id = Guid.CreateVersion7();
        return new() { OfficialId = id, Login = login, Names = names, Words = [.. OfficialWord.Of(id, names)] };
    }

    /// <summary>Takes password and authenticator away.</summary>
    public void End(Official official) => (official.PasswordHash, official.TotpSecret) = ("", Sealed(official.OfficialId, RandomNumberGenerator.GetBytes(Totp.SecretLength)));

    /// <summary>The password and authenticator she has chosen herself.</summary>
    public void Enrol(Official official, string password, byte[] secret) =>
        (official.PasswordHash, official.TotpSecret) = (passwords.HashPassword(official, password), Sealed(official.OfficialId, secret));

    byte[] Sealed(Guid officialId, byte[] secret) => Sealing.Seal(secret, master.Derive("officials"), Context(officialId));

    public byte[] SecretOf(Official official) => Sealing.Open(official.TotpSecret, master.Derive("officials"), Context(official.OfficialId));

    static byte[] Context(Guid officialId) => Accounts.Context("totp", officialId);
}
