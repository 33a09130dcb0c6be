using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Cases.Names;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering;

/// <summary>
/// Use case: the post that decided corrects a mistake of writing in what its certificate states, and has it made anew. It changes
/// neither what was decided nor fee, office, parties or papers: that is another application. What stood there before is in the ledger.
/// </summary>
public sealed class CorrectCertificate(EkDwarDb db, CaseFiles cases, PostDirectory directory, CaseWords names, TimeProvider time)
{
    static readonly string[] Types = ["name", "text", "long_text", "date", "money", "number", "choice", "yes_no", "phone", "email"];

    /// <summary>What a row of a table may be made of, to be mended on one page.</summary>
    static readonly string[] Cells = ["text", "choice", "number", "money", "phone", "email"];

    /// <summary>The answers that may be mended so, of a table the rows that are there; none where a register gave what the certificate states.</summary>
    public static IReadOnlyList<Question> Of(CaseFile file) =>
        file.Service.Instant is not null ? [] : [.. CorrectionRules.Of(file).Where(question => IsMendable(question) && file.Answers[question.Id] is not null)];

    static bool IsMendable(Question question) => Types.Contains(question.Type) || question.Type == "table" && question.Columns.TrueForAll(column => Cells.Contains(column.Type));

    /// <summary>Whether she decided it, its certificate holds, and there is something in it that may be mended.</summary>
    public async Task<bool> May(DeskSession session, CaseFile file) => Of(file).Count > 0
        && await db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == file.Case.CaseId && c.Status == CertificateStatus.Valid) is { } certificate
        && await directory.IsOf(certificate.PostId, session.PostId);

    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? words, Func<Question, RawAnswer> typed, LanguageCode language)
    {
        var act = new DeskAct(session, caseId, seenVersion, "revoke", CaseEvent.CertificateRevoked, new() { Words = OfficersWords.Or(words) });
        return await cases.Settled(act, await Correct(act, words, typed, language));
    }

    async Task<Outcome<CaseReference>> Correct(DeskAct act, string? words, Func<Question, RawAnswer> typed, LanguageCode language)
    {
        var opened = await RevokeCertificate.Open(db, cases, directory, act);
        if (!opened.IsDone) return opened.Refusals.ToList();
        var (file, certificate) = opened.Value;
        var facts = new AnswerFacts(time.Today(), await directory.Offered(file.Service), language);
        var given = Given(file, typed, facts);
        if (!given.IsDone) return given.Refusals.ToList();
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var anew = given.Value;
        var changed = Of(file).Where(question => anew.Has(question.Id)).ToList();
        if (changed.Count == 0) return new Refusal("delivering.desk.nothing_corrected");
        var merged = Interview.Replaced(file.Service, file.Answers, anew);
        if (CorrectionRules.Unfit(file, merged, facts) is { } more) return more;
        var (now, before) = (time.UtcNow(), changed.ToDictionary(question => question.Id, question => file.Answers[question.Id]!.ToJsonString()));
        file.Replace(merged);
        if (before.ContainsKey(file.Service.ApplicantName)) await names.Renew(file);
        (certificate.Status, certificate.EndedAt) = (CertificateStatus.Replaced, now);
        file.Record(act.Kind, now, act.Actor, act.Body with { CertificateSeq = certificate.Seq, Replaced = before }, new());
        db.Add(OutboxMessage.Of(IssueCertificate.OutboxKind, file.Case.Reference.Compact, now));
        return await db.SaveAct(file.Case);
    }

    /// <summary>Those answers that differ from what is there, or all that is wrong with them.</summary>
    static Outcome<Answers> Given(CaseFile file, Func<Question, RawAnswer> typed, AnswerFacts facts)
    {
        var (anew, problems) = (Answers.None, new List<Refusal>());
        foreach (var question in Of(file))
        {
            var parsed = Interview.Accept(file.Service, file.Answers, question, typed(question), facts);
            if (!parsed.IsDone) problems.AddRange(parsed.Refusals.Select(refusal => refusal with { Field = StageForm.FieldOf(question, refusal.Field ?? "") }));
            else if (parsed.Value[question.Id] is not { } answer || answer.ToJsonString() == file.Answers[question.Id]!.ToJsonString()) continue;
            else if (IsOtherRows(question, file.Answers[question.Id]!, answer)) problems.Add(new("delivering.desk.rows_stay", StageForm.FieldOf(question, "")));
            else anew = anew.With(question.Id, answer);
        }
        return problems.Count > 0 ? problems : anew;
    }

    // A row more or less is no mistake of writing: who earns, or which land is held, was decided on.
    static bool IsOtherRows(Question question, JsonNode before, JsonNode anew) => question.Type == "table" && before.AsArray().Count != anew.AsArray().Count;
}
