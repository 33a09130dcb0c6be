using System.Text.Json;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Desk;

/// <summary>Whose passkey answered, and when.</summary>
public sealed record AnsweredPasskey(Official Official, Passkey Passkey, DateTime At);

/// <summary>
/// Asks for a passkey and judges what came back. It signs nobody in: what a right answer changes is written by the save of the
/// use case that asked. A wrong one under a known passkey counts towards the same lock as a wrong password.
/// </summary>
public sealed class PasskeyAnswers(EkDwarDb db, PasskeyChallenges challenges, PasskeyCeremony<Official> ceremony, TimeProvider time)
{
    public static readonly Refusal Wrong = new("people.passkey_wrong");

    /// <summary>What the browser is asked; its state is sealed, for one purpose alone.</summary>
    public async Task<PasskeyQuestion> Ask(string purpose)
    {
        var question = await ceremony.ToSignIn();
        return question with { State = challenges.Seal(purpose, question.State) };
    }

    /// <param name="only">whose passkey it must be; null where the passkey says who she is</param>
    public async Task<Outcome<AnsweredPasskey>> Judge(string purpose, string? credential, string? challenge, Guid? only)
    {
        var taken = await challenges.Take(purpose, challenge);
        if (!taken.IsDone) return taken.Refusals.ToList();
        var now = time.UtcNow();
        var passkey = await Named(credential ?? "");
        if (passkey is null || only is { } she && passkey.OfficialId != she) return Wrong;
        var official = await db.Set<Official>().SingleAsync(official => official.OfficialId == passkey.OfficialId);
        if (official.LockedUntil > now) return Official.Locked;
        var judged = await ceremony.SignedIn(credential!, taken.Value);
        if (!judged.Succeeded)
        {
            official.Mistaken(now);
            await db.TrySave();
            return Wrong;
        }
        official.Recognised();
        (passkey.SignCount, passkey.IsBackedUp, passkey.UsedAt) = (judged.Passkey.SignCount, judged.Passkey.IsBackedUp, now);
        return new AnsweredPasskey(official, passkey, now);
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
