using System.Globalization;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Benefits;

/// <summary>Writes the beneficiary register: each move is an entry in the case's ledger and a change of the row, in one save, and sets its timers. Who may is asked before.</summary>
public sealed class BenefitRegister(EkDwarDb db, InstalmentRegister instalments)
{
    public const string LifeProof = "life_proof", Remind = "remind", Suspend = "suspend";

    const int RemindDays = 30;

    public Task<Beneficiary?> Of(long caseId) => db.Set<Beneficiary>().FirstOrDefaultAsync(one => one.CaseId == caseId);

    /// <summary>Whether she has another sanction of this service for the same year: nobody is paid for a year twice.</summary>
    public Task<bool> HasForYear(CaseFile file, DateOnly until) => db.Set<Beneficiary>().AnyAsync(one => one.PersonId == file.Case.ApplicantId && one.State == file.Case.State
        && one.ServiceId == file.Case.ServiceId && one.HoldsUntil == until && one.CaseId != file.Case.CaseId && one.Status != BenefitStatus.Stopped);

    /// <summary>A granted case begins to be paid: month by month, or in these instalments.</summary>
    public void Start(CaseFile file, long amountMinor, IReadOnlyList<InstalmentDue> parts, DateTime now)
    {
        var today = StateTime.Day(now);
        var sanction = file.Service.Sanction!;
        var entry = new Beneficiary
        {
            CaseId = file.Case.CaseId, State = file.Case.State, ServiceId = file.Case.ServiceId, OfficeId = file.Case.OfficeId, PersonId = file.Case.ApplicantId,
            Status = BenefitStatus.Active, AmountMinor = amountMinor, StartedOn = today,
            HoldsUntil = parts.Count == 0 ? sanction.ProofUntil(today) : sanction.HoldsUntil(parts, file.Answers, today),
        };
        db.Add(entry);
        instalments.Start(file, parts);
        file.Record(CaseEvent.BenefitStarted, now, Actor.System, parts.Count == 0 ? new() : new() { Stated = InstalmentRegister.Stated(parts) }, new());
        if (parts.Count == 0) SetTimers(file, entry);
    }

    /// <summary>She was seen alive on a day: the proof holds on from there, and what was suspended is paid again.</summary>
    public void Prove(CaseFile file, Beneficiary entry, DateOnly seenOn, DateTime now)
    {
        var until = file.Service.Sanction!.ProofUntil(seenOn);
        if (entry.Status == BenefitStatus.Stopped || file.Service.Sanction.IsInInstalments || until <= entry.HoldsUntil) return;
        var resumes = entry.Status == BenefitStatus.Suspended;
        (entry.HoldsUntil, entry.Status) = (until, BenefitStatus.Active);
        Move(file, resumes ? CaseEvent.BenefitResumed : CaseEvent.LifeProved, now);
        SetTimers(file, entry);
    }

    public void SuspendFor(CaseFile file, Beneficiary entry, DateTime now)
    {
        entry.Status = BenefitStatus.Suspended;
        Move(file, CaseEvent.BenefitSuspended, now);
    }

    public async Task Stop(CaseFile file, Beneficiary entry, Actor actor, LedgerBody body, DateTime now)
    {
        if (file.Service.Sanction!.IsInInstalments) await instalments.Stop(file.Case.CaseId);
        (entry.Status, entry.StoppedOn) = (BenefitStatus.Stopped, StateTime.Day(now));
        file.Record(CaseEvent.BenefitStopped, now, actor, body, new());
        Tell(file, CaseEvent.BenefitStopped, now);
    }

    void Move(CaseFile file, CaseEvent what, DateTime now)
    {
        file.Record(what, now, Actor.System, new(), new());
        Tell(file, what, now);
    }

    // Each names the day it is about: once that has moved on, it finds nothing to do.
    void SetTimers(CaseFile file, Beneficiary entry)
    {
        Timer(Remind, entry.HoldsUntil.AddDays(-RemindDays));
        Timer(Suspend, entry.HoldsUntil.AddDays(file.Service.Sanction!.GraceDays + 1));

        void Timer(string what, DateOnly on) => db.Add(OutboxMessage.Of(LifeProof,
            $"{file.Case.Reference.Compact} {entry.HoldsUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {what}", StateTime.StartOf(on)));
    }

    void Tell(CaseFile file, CaseEvent what, DateTime now) => db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {what}", now));
}
