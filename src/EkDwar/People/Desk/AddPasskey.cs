using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Web;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Desk;

/// <summary>Use case: an official, signed in with password and code, adds a passkey of her device and names it. At most ten.</summary>
public sealed class AddPasskey(EkDwarDb db, PasskeyChallenges challenges, PasskeyCeremony<Official> ceremony, PasskeyStore store)
{
    public const int LongestName = 60;
    const int AtMost = 10;

    /// <summary>What the browser is asked; its state is sealed, for her alone. Her device shows name and login.</summary>
    public async Task<PasskeyQuestion> Ask(Official official, string name)
    {
        var question = await ceremony.ToAdd(new() { Id = official.OfficialId.ToString(), Name = official.Login, DisplayName = name });
        return question with { State = challenges.Seal(PasskeyChallenges.AddingFor(official.OfficialId), question.State) };
    }

    public async Task<Outcome<Guid>> Run(Guid officialId, string? typed, string? credential, string? challenge)
    {
        var taken = await challenges.Take(PasskeyChallenges.AddingFor(officialId), challenge);
        if (!taken.IsDone) return taken.Refusals.ToList();
        var name = (typed ?? "").Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || name.Contains('\uFFFD')) return new Refusal("people.passkey_name_needed", "name");
        if (await db.Set<Passkey>().CountAsync(passkey => passkey.OfficialId == officialId) >= AtMost) return new Refusal("people.too_many_passkeys");
        var judged = await ceremony.Added(credential ?? "", taken.Value);
        if (!judged.Succeeded) return new Refusal("people.passkey_not_added");
        judged.Passkey.Name = name;
        var official = await db.Set<Official>().SingleAsync(official => official.OfficialId == officialId);
        await store.AddOrUpdatePasskeyAsync(official, judged.Passkey, CancellationToken.None);
        if (await db.TrySave()) return officialId;
        // The same passkey came twice at the same moment.
        db.ChangeTracker.Clear();
        return new Refusal("people.passkey_not_added");
    }
}
