using System.Text.RegularExpressions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>A newcomer as the administrator writes her down: how she is called in English and in the state's language, and the login she will have.</summary>
public sealed record Newcomer(string? Login, string? English, string? Local, LanguageCode Language);

/// <summary>
/// Use case: the administrator makes an account for somebody new and lets her join a vacant post. What she gets back is a
/// code for enrolling, shown once, good for a day: password and authenticator the newcomer sets herself.
/// </summary>
public sealed partial class AppointOfficial(EkDwarDb db, StaffDesk desk, Enrolments enrolments, OfficialLogins logins)
{
    const int LongestName = 100;

    public async Task<Outcome<string>> Run(DeskSession session, Guid postId, Newcomer who, StaffOrder order)
    {
        var opened = await desk.Open(session, postId);
        if (!opened.IsDone) return opened.Refusals.ToList();
        var login = (who.Login ?? "").Trim().ToLowerInvariant();
        List<Refusal> faults = [.. NameFaults(login, who), .. (order with { UntilOn = null }).Faults(desk.Today, needsUntil: false)];
        if (faults.Count > 0) return faults;
        if (await db.Set<Official>().AnyAsync(one => one.Login == login)) return new Refusal("people.staff.login_taken", "login");
        if (JoinPost.Holder(opened.Value.Roster, postId, order.FromOn!.Value) is { } refusal) return refusal;
        var official = logins.Unenrolled(login, new LocalText(who.English!.Trim()) { [who.Language.Code] = who.Local!.Trim() });
        db.Add(official);
        db.Add(new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = postId, OfficialId = official.OfficialId, FromOn = order.FromOn.Value });
        var code = enrolments.Ask(session, official.OfficialId, EnrolmentKind.New, order.Reason);
        desk.Record(session, OfficeChangeKind.Appointed, opened.Value.Post.OfficeId, official.OfficialId, postId, order with { UntilOn = null });
        return await db.TrySave() ? code : StaffDesk.SomebodyElseWasFirst;
    }

    static IEnumerable<Refusal> NameFaults(string login, Newcomer who)
    {
        if (!IsName(who.Local)) yield return new("people.staff.name_needed", "local");
        if (!IsName(who.English)) yield return new("people.staff.name_needed", "english");
        if (!Login().IsMatch(login)) yield return new("people.staff.login_wrong", "login");
    }

    static bool IsName(string? typed) => (typed ?? "").Trim() is { Length: > 1 and <= LongestName } name && !name.Any(char.IsControl) && !name.Contains('\uFFFD');

    [GeneratedRegex("^[a-z][a-z0-9]*([.-][a-z0-9]+)+$")]
    private static partial Regex Login();
}
