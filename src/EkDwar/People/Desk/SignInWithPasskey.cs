using System.Text.Json;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Desk;

/// <summary>
/// Use case: an official signs in with a passkey, which her device gives only after it has recognised her. One answer for
/// every wrong one. A wrong answer under a known passkey counts towards the same lock as a wrong password.
/// </summary>
public sealed class SignInWithPasskey(EkDwarDb db, PasskeyChallenges challenges, PasskeyCeremony<Official> ceremony, TimeProvider time)
{
    static readonly Refusal Wrong = new("people.passkey_wrong");

    /// <summary>What the browser is asked; its state is sealed, for <see cref="Run"/> alone.</summary>
    public async Task<PasskeyQuestion> Ask()
    {
        var question = await ceremony.ToSignIn();
        return question with { State = challenges.Seal(PasskeyChallenges.SigningIn, question.State) };
    }

    public async Task<Outcome<Recognised>> Run(string? credential, string? challenge)
    {
        var taken = await challenges.Take(PasskeyChallenges.SigningIn, challenge);
        if (!taken.IsDone) return taken.Refusals.ToList();
        var now = time.UtcNow();
        var passkey = await Named(credential ?? "");
        if (passkey is null) return Wrong;
        var official = await db.Set<Official>().SingleAsync(official => official.OfficialId == passkey.OfficialId);
        if (official.LockedUntil > now) return Official.Locked;
        var judged = await ceremony.SignedIn(credential!, taken.Value);
        if (judged.Succeeded)
        {
            official.Recognised();
            (passkey.SignCount, passkey.IsBackedUp, passkey.UsedAt) = (judged.Passkey.SignCount, judged.Passkey.IsBackedUp, now);
        }
        else official.Mistaken(now);
        // Two answers with the same count at the same moment: the second loses here.
        var saved = await db.TrySave();
        return judged.Succeeded && saved ? new Recognised(official.OfficialId, passkey.PasskeyId, now) : Wrong;
    }

    /// <summary>The passkey an answer claims to be of; whether it is, is not asked here.</summary>
    async Task<Passkey?> Named(string credential)
    {
        try
        {
            using var answer = JsonDocument.Parse(credential);
            var id = answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("id", out var named) && named.ValueKind == JsonValueKind.String
                ? named.GetString() : null;
            return id is null ? null : await db.Set<Passkey>().FirstOrDefaultAsync(passkey => passkey.CredentialId == id);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
