using System.Security.Cryptography;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>Use case: an official shows the code she was given, both halves of it after a loss, and is proposed an authenticator's secret. One answer for everything that is wrong; ten tries.</summary>
public sealed class OpenEnrolment(EkDwarDb db, Enrolments enrolments, TimeProvider time)
{
    public static readonly Refusal Wrong = new("people.enrol.wrong", "login");

    public async Task<Outcome<OpenedEnrolment>> Run(string? login, string? first, string? second)
    {
        var typed = (login ?? "").Trim().ToLowerInvariant();
        var officialId = await db.Set<Official>().Where(one => one.Login == typed).Select(one => (Guid?)one.OfficialId).FirstOrDefaultAsync();
        if (officialId is null || await enrolments.Open(officialId.Value) is not { } enrolment || !enrolment.IsUsable(time.UtcNow())) return Wrong;
        if (enrolments.Is(enrolment, first, second)) return new OpenedEnrolment(enrolment.EnrolmentId, RandomNumberGenerator.GetBytes(Totp.SecretLength));
        enrolment.Tries++;
        // Two wrong tries at the same moment count as one each: what lost is counted again.
        if (!await db.TrySave()) await db.Set<Enrolment>().Where(one => one.EnrolmentId == enrolment.EnrolmentId)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Tries, one => one.Tries + 1).SetProperty(one => one.Version, one => one.Version + 1));
        return Wrong;
    }
}
