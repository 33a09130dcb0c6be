using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People.Desk;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>What an official chooses as she enrols: a password, twice, and the code her authenticator shows.</summary>
public sealed record NewFactors(string? Password, string? Again, string? Code);

/// <summary>Use case: an official sets her own password and authenticator, once. She is signed in by that to nothing: she signs in with them.</summary>
public sealed class EnrolOfficial(EkDwarDb db, OfficialLogins logins, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(OpenedEnrolment? opened, NewFactors chosen)
    {
        var now = time.UtcNow();
        if (opened is null || await db.Set<Enrolment>().SingleOrDefaultAsync(one => one.EnrolmentId == opened.EnrolmentId) is not { } enrolment || !enrolment.IsUsable(now)) return new Refusal("people.enrol.over", "login");
        var official = await db.Set<Official>().SingleAsync(one => one.OfficialId == enrolment.OfficialId);
        var step = Totp.Accept(opened.Secret, Digits.Only(chosen.Code ?? ""), now, lastStep: 0);
        List<Refusal> faults = [];
        if (PasswordRules.Fault(chosen.Password, chosen.Again, official) is { } fault) faults.Add(fault);
        if (step is null) faults.Add(new("people.enrol.code_wrong", "code"));
        if (faults.Count > 0) return faults;
        logins.Enrol(official, chosen.Password!, opened.Secret);
        official.Recognised();
        official.TotpLastStep = step!.Value;
        enrolment.EndedAt = now;
        var office = await db.Set<Places.Post>().Where(post => post.PostId == enrolment.AskedFromId).Select(post => post.OfficeId).SingleAsync();
        db.Add(new OfficeChange
        {
            ChangeId = Guid.CreateVersion7(), OfficeId = office, At = now, Kind = OfficeChangeKind.Enrolled, ByOfficialId = official.OfficialId, OfficialId = official.OfficialId, Words = enrolment.Words,
        });
        return await db.TrySave() ? official.OfficialId : new Refusal("people.enrol.over", "login");
    }
}
