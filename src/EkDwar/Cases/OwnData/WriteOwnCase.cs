using System.Text.Json.Nodes;
using EkDwar.Cases.Emergencies;
using EkDwar.Cases.Parties;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.OwnData;

/// <summary>
/// One application as it is given back to the applicant: what she stated and gave, and of all else exactly what her
/// tracker shows her. Officers stand in it by their posts, never by name.
/// </summary>
public sealed class WriteOwnCase(EkDwarDb db, ReadTrackerView read, CaseParties parties, PostDirectory directory, OwnPapers papers)
{
    /// <summary>Of these acts of the office the words are hers to read.</summary>
    static readonly CaseEvent[] Told = [CaseEvent.QueryRaised, CaseEvent.SecondQueryAsked, CaseEvent.SecondQueryAllowed, CaseEvent.SecondQueryRefused, CaseEvent.CorrectionAccepted, CaseEvent.CorrectionDeclined, CaseEvent.ApplicationRefused, CaseEvent.BenefitStopped, CaseEvent.ConsentDeclined, CaseEvent.ConsentTakenBack, CaseEvent.EmergencyLookAllowed, CaseEvent.EmergencyLookRefused];

    public async Task<OwnRecord> Of(CaseFile file, LanguageCode language, DateOnly today)
    {
        var (c, folder) = (file.Case, $"applications/{file.Case.Reference}");
        var view = await read.Run(file, language, today, mayAct: true);
        var facts = new AnswerFacts(today, await directory.Offered(file.Service), language);
        var earlier = Replaced(view, file).ToList();
        var given = await papers.In($"{folder}/papers", [.. OwnAnswers.Papers(file.Service, file.Answers), .. earlier.Select(one => one.Paper).OfType<NamedPaper>()]);
        var certificates = await db.Set<Certificate>().AsNoTracking().Where(one => one.CaseId == c.CaseId).OrderBy(one => one.Seq).ToListAsync();
        var issued = certificates.Select(one => papers.Of($"{folder}/certificates", one, file)).ToList();
        var json = new JsonObject
        {
            ["reference"] = $"{c.Reference}", ["service"] = file.Service.Names.In(language), ["service_id"] = c.ServiceId, ["service_version"] = c.ServiceVersion,
            ["state"] = c.State, ["office"] = (await directory.Office(c.OfficeId)).Names.In(language), ["channel"] = c.Channel, ["language"] = c.Language,
            ["sent_by"] = view.Entries[0].Body.Agent, ["submitted_at"] = PlainTime.At(c.SubmittedAt), ["status"] = $"{c.Status}", ["status_reads"] = Texts.Get(language, $"cases.status.{c.Status}"), ["due_on"] = PlainTime.On(c.DueOn),
            ["answers"] = OwnAnswers.Of(file.Service, file.Answers, facts),
            ["earlier_answers"] = new JsonArray([.. earlier.Select(one => (JsonNode)OwnAnswers.Of(one.Question, one.Answer, facts))]),
            ["papers"] = new JsonArray([.. given.Select(one => (JsonNode)new JsonObject { ["question"] = one.Question, ["file"] = one.File.Path, ["bytes"] = one.File.Length })]),
            ["fee"] = Fee(file, language),
            ["found"] = new JsonArray([.. view.Findings.SelectMany(stage => stage.Found.Select(found =>
                (JsonNode)new JsonObject { ["stage"] = stage.Stage.Names.In(language), ["asked"] = found.Question.Label.In(language), ["reads"] = OwnAnswers.Lines(found.Lines) }))]),
            ["events"] = await Events(view, file, facts),
            ["office_notes"] = await Notes(view, language),
            ["refusal"] = view.Letter is null ? null : OwnAnswers.Lines([.. view.Letter.Reasons.Select(line => $"{line.Label}: {line.Value}"), .. view.Letter.Appeal]),
            ["certificates"] = new JsonArray([.. certificates.Zip(issued).Select(one => (JsonNode)Issued(one.First, one.Second, c.Reference))]),
            ["benefit"] = view.Benefit is { } benefit ? new JsonObject { ["status"] = $"{benefit.Status}", ["amount_paise"] = benefit.AmountMinor, ["started_on"] = PlainTime.On(benefit.StartedOn), ["holds_until"] = PlainTime.On(benefit.HoldsUntil), ["stopped_on"] = PlainTime.On(benefit.StoppedOn) } : null,
            ["instalments"] = new JsonArray([.. view.Instalments.Select(one => (JsonNode)new JsonObject { ["name"] = one.Rule.Names.In(language), ["amount_paise"] = one.Part.AmountMinor, ["reads"] = one.Text, ["words"] = one.Words, ["bank_reference"] = one.Part.BankReference })]),
            ["others_who_consent"] = new JsonArray([.. PartyLine.Of(await parties.Of(file), view.Entries, language).Select(one => (JsonNode)new JsonObject { ["role"] = one.Role, ["name"] = one.Name, ["status"] = $"{one.Status}", ["how"] = one.How, ["words"] = one.Words })]),
            ["looked"] = await Looked(view, c.CaseId, language),
        };
        return new($"{folder}/application.json", $"{file.Service.Names.In(language)} {c.Reference}", json) { Files = [.. given.Select(one => one.File), .. issued] };
    }

    sealed record Earlier(Question Question, JsonNode? Answer, NamedPaper? Paper);

    static IEnumerable<Earlier> Replaced(TrackerView view, CaseFile file) =>
        from entry in view.Entries
        from replaced in entry.Body.Replaced ?? new Dictionary<string, string>()
        let question = file.Service.Questions.FirstOrDefault(known => known.Id == replaced.Key)
        where question is not null
        let answer = JsonNode.Parse(replaced.Value)
        select new Earlier(question, answer, question.Type == "document" && DocumentType.PaperOf(answer) is { } paper ? new($"{question.Id}-before-{entry.Seq}", paper) : null);

    async Task<JsonArray> Events(TrackerView view, CaseFile file, AnswerFacts facts)
    {
        var language = facts.Language;
        var events = new JsonArray();
        foreach (var entry in view.Entries)
            events.Add((JsonNode)new JsonObject
            {
                ["event"] = $"{entry.Kind}",
                ["reads"] = Texts.Get(language, $"cases.event.{entry.Kind}", ("section", file.Service.Deemed?.Section.In(language) ?? "")),
                ["at"] = PlainTime.At(entry.At),
                ["by"] = entry.PostId is { } post ? (await directory.Post(post)).Names.In(language) : entry.Actor,
                ["words"] = entry.Actor == Actor.Applicant.Kind || entry.Actor == Actor.Agent.Kind || Told.Contains(entry.Kind) ? entry.Body.Words : null,
                ["why"] = entry.Body.Why,
                ["asked_to_correct"] = entry.Body.Corrected is { } corrected ? new JsonArray([.. corrected.Select(pair => (JsonNode)OwnAnswers.Of(file.Service.Question(pair.Key), JsonNode.Parse(pair.Value), facts))]) : null,
                ["about"] = entry.Kind.IsQuery() && entry.Body.Defects is { } defects
                    ? OwnAnswers.Lines(defects.Select(defect => defect.Words is { } words ? $"{defect.Question}: {words}" : defect.Question)) : null,
            });
        return events;
    }

    // File notings are given on request and by a person, who takes out what is another's: here she learns which there are.
    async Task<JsonArray> Notes(TrackerView view, LanguageCode language)
    {
        var notes = new JsonArray();
        foreach (var (post, at) in view.Notes)
            notes.Add((JsonNode)new JsonObject { ["post"] = (await directory.Post(post)).Names.In(language), ["at"] = PlainTime.At(at), ["reads"] = Texts.Get(language, "cases.own.office_note") });
        return notes;
    }

    async Task<JsonArray> Looked(TrackerView view, long caseId, LanguageCode language)
    {
        var looked = new JsonArray();
        var why = await EmergencyLooks.Why(view.File, view.Entries, directory, language);
        foreach (var look in await db.Set<Look>().AsNoTracking().Where(look => look.CaseId == caseId).OrderBy(look => look.At).ToListAsync())
            looked.Add((JsonNode)new JsonObject { ["post"] = (await directory.Post(look.PostId)).Names.In(language), ["at"] = PlainTime.At(look.At), ["what"] = look.Told(language), ["why"] = look.EmergencyId is { } id ? why[id] : look.Reason });
        return looked;
    }

    static JsonObject? Fee(CaseFile file, LanguageCode language) => file.Fee.TotalMinor == 0 ? null : new()
    {
        ["total_paise"] = file.Fee.TotalMinor,
        ["heads"] = new JsonArray([.. file.Fee.Lines.Select(line => (JsonNode)new JsonObject { ["head"] = file.Service.Fee.Head(line.Code)?.Names.In(language), ["amount_paise"] = line.AmountMinor })]),
        ["paid_at"] = PlainTime.At(file.Case.FeePaidAt),
    };

    static JsonObject Issued(Certificate certificate, OwnFile file, CaseReference reference) => new()
    {
        ["number"] = certificate.NumberOf(reference), ["status"] = $"{certificate.Status}", ["issued_at"] = PlainTime.At(certificate.IssuedAt),
        ["valid_from"] = PlainTime.On(certificate.ValidFrom), ["valid_until"] = PlainTime.On(certificate.ValidUntil), ["ended_at"] = PlainTime.At(certificate.EndedAt), ["file"] = file.Path,
    };
}
