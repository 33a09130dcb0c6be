using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Cases.Registers;
using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>
/// Use case: a draft becomes a case, once. Asked: every question answered and still holding, an office that serves the
/// place, and for an instant service the register. Done in one transaction: case, first ledger entry, work item, notice,
/// once-only token; the draft goes.
/// </summary>
public sealed class SubmitApplication(EkDwarDb db, CaseStart start, ReadRegister registers, CaseFiles cases, TimeProvider time)
{
    /// <summary>The notice's word for an application that another sent in her name.</summary>
    public const string FiledForYou = "FiledForYou";

    public async Task<Outcome<CaseReference>> Run(CitizenSession session, OpenDraft draft, string token, string channel, string language)
    {
        var service = draft.Service;
        var problems = Interview.Problems(service, draft.Answers, draft.Facts);
        // Sent before, and another draft begun since: the token's answer stands. Without problems its key says so below.
        if (problems.Count > 0) return await Answered(session, token) ?? problems;
        var lapsed = await OwnCertificates.Lapsed(db, draft);
        if (lapsed.Count > 0) return await Answered(session, token) ?? lapsed;
        var scans = await PaperScan.Of(db, service, draft.Answers);
        if (PaperScan.Infected(scans, service, draft.Answers).ToList() is { Count: > 0 } infected)
            return infected.ConvertAll(question => new Refusal("applying.paper_infected", question.Id));
        if (await start.Parties.Problems(service, draft.Answers, draft.Person.AccountId) is { Count: > 0 } unfit) return unfit;
        var terms = Terms.Of(service, draft.Answers, channel, await start.Body(service, draft.Answers));
        if (await start.Office(service, draft.Answers, terms) is not { } office) return new Refusal("applying.no_office", service.ServedBy.Question);
        // Before there is a case and a fee: for a record that is not there nobody pays.
        var register = (await registers.Of(service, draft.Answers))?.State;
        if (register is RegisterState.NotFound or RegisterState.NotConnected)
            return await Answered(session, token) ?? new Refusal(register == RegisterState.NotFound ? "applying.no_record" : "applying.no_register");

        var now = time.UtcNow();
        var fee = service.Fee.Due(service.Questions, draft.Answers, StateTime.Day(now), channel);
        if (!fee.IsDone) return fee.Refusals.ToList();
        // A refusal that was set aside: she pays once for one service.
        var credit = fee.Value.IsToPay && draft.Agent is null ? await db.CreditOf(draft.Person.PersonId, service.State, service.Id) : null;
        // A licence that would have ended before it is given renews nothing.
        if (service.Licence is { } licence && (licence.Of(service.Questions, draft.Answers, StateTime.Day(now)) is not { } validity || validity.Until < StateTime.Day(now)))
            return new Refusal("applying.licence_lapsed");
        var reference = CaseReference.New(service.State.ToUpperInvariant());
        var file = NewCase(draft, new(reference, (office, await start.PlaceId(service, draft.Answers)), credit is null ? fee.Value : FeeDue.Waived, terms, channel, language), now);
        credit?.UsedForCaseId = reference.CaseId;
        await Begin(file, draft, register == RegisterState.Away, now);
        db.Add(file.Case);
        start.Words.Write(file, draft.Answers);
        PaperScan.BelongTo(file.Case, scans, service, draft.Answers);
        await LooseFiles.Settle(db, service, draft.Answers, draft.Answers, now);
        db.Add(new IdempotencyKey { Token = TokenOf(session, token), Answer = reference.ToString(), At = now });
        db.Add(OutboxMessage.Of("notice", $"{reference.Compact} {CaseEvent.ApplicationSubmitted}", now));
        if (draft.Agent is not null) db.Add(OutboxMessage.Of("notice", $"{reference.Compact} {FiledForYou}", now));
        db.Remove(draft.Draft);
        CrashPoints.Pass("submit.before_commit");
        if (!await db.TrySave())
        {
            // A double click: the other request has sent it, and its answer is ours.
            db.ChangeTracker.Clear();
            return await Answered(session, token) is { } other ? other : new Refusal("applying.draft_changed");
        }
        CrashPoints.Pass("submit.after_commit");
        return reference;
    }

    /// <summary>What came of this token before: the case already sent, or null.</summary>
    public async Task<Outcome<CaseReference>?> Answered(CitizenSession session, string token)
    {
        var key = TokenOf(session, token);
        var earlier = await db.Set<IdempotencyKey>().AsNoTracking().FirstOrDefaultAsync(row => row.Token == key);
        return earlier is not null && CaseReference.TryParse(earlier.Answer, out var reference) ? (Outcome<CaseReference>)reference : null;
    }

    // A token means something only with the account that used it: nobody learns another's reference from it.
    static string TokenOf(CitizenSession session, string token) => $"submit {session.AccountId:N} {token}";

    sealed record Filing(CaseReference Reference, (Office Office, Guid? PlaceId) Where, FeeDue Fee, Terms Terms, string Channel, string Language);

    CaseFile NewCase(OpenDraft draft, Filing filing, DateTime now) => cases.Begin(draft.Service, filing.Reference, (seal, wrapped) => new()
    {
        CaseId = filing.Reference.CaseId, State = draft.Service.State, ServiceId = draft.Service.Id, ServiceVersion = draft.Service.Version,
        OfficeId = filing.Where.Office.OfficeId, PlaceId = filing.Where.PlaceId, ApplicantId = draft.Person.PersonId, FiledById = draft.Person.AccountId, MandateId = draft.Draft.MandateId, Channel = filing.Channel,
        Language = filing.Language, SubmittedAt = now, Fee = filing.Fee.ToText(), Terms = filing.Terms.ToText(), WrappedKey = wrapped, Answers = seal.Seal(draft.Answers.ToText(), "answers"),
    });

    async Task Begin(CaseFile file, OpenDraft draft, bool isRegisterAway, DateTime now)
    {
        var (answers, actor) = (draft.Answers, draft.Agent is null ? Actor.Applicant : Actor.Agent);
        var asks = await start.Parties.Ask(file, answers, now);
        var body = new LedgerBody { Agent = draft.Agent, Fee = file.Case.Fee, Terms = file.Case.Terms, Asks = asks.Count == 0 ? null : asks };
        if (isRegisterAway)
        {
            file.Record(CaseEvent.ApplicationSubmitted, now, actor, body, await start.Wait(file, now));
            return;
        }
        // Rule 6: with papers missing the acknowledgement says which, and the clock starts only when they are given.
        file.Record(CaseEvent.ApplicationSubmitted, now, actor, body, await start.Go(file, answers, asks.Count > 0, now));
    }
}
