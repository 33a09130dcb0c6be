using System.Globalization;
using System.Security.Cryptography;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Desk;

/// <summary>
/// Carries a challenge through the page and back: sealed for one purpose, good for ten minutes, and once, whether the
/// answer was right or wrong. Anybody may open the sign-in page, so nothing is stored before an answer comes.
/// </summary>
public sealed class PasskeyChallenges(EkDwarDb db, IDataProtectionProvider protection, TimeProvider time)
{
    public const string SigningIn = "sign-in";
    static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    static readonly Refusal Stale = new("people.passkey_stale"), Used = new("people.passkey_used");

    /// <summary>The purpose of adding a passkey: each official's is her own.</summary>
    public static string AddingFor(Guid officialId) => $"add {officialId}";

    /// <summary>The purpose of proving anew who one is: good in one sign-in alone.</summary>
    public static string ProvingIn(Guid signInId) => $"prove {signInId}";

    public string Seal(string purpose, string state) => Protector(purpose)
        .Protect(string.Create(CultureInfo.InvariantCulture, $"{Guid.CreateVersion7()} {(time.UtcNow() + Life).Ticks} {state}"));

    /// <summary>What the house had kept of it; from now on it is used.</summary>
    public async Task<Outcome<string>> Take(string purpose, string? challenge)
    {
        var now = time.UtcNow();
        if (Open(purpose, challenge) is not [var id, var until, var state] || long.Parse(until, CultureInfo.InvariantCulture) <= now.Ticks) return Stale;
        var old = now - Life;
        await db.Set<UsedChallenge>().Where(used => used.UsedAt < old).ExecuteDeleteAsync();
        db.Add(new UsedChallenge { ChallengeId = Guid.Parse(id), UsedAt = now });
        if (await db.TrySave()) return state;
        db.ChangeTracker.Clear();
        return Used;
    }

    string[]? Open(string purpose, string? challenge)
    {
        try
        {
            return Protector(purpose).Unprotect(challenge ?? "").Split(' ', 3);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    IDataProtector Protector(string purpose) => protection.CreateProtector("passkey-challenge", purpose);
}
