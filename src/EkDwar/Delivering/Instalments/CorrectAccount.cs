using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Delivering.Instalments;

/// <summary>
/// Use case: whoever applied gives another account after the bank sent an instalment back; at no other time, so that a stolen
/// session cannot lead money elsewhere in silence. What stood there before is kept in the ledger, and every message goes to her mobile.
/// </summary>
public sealed class CorrectAccount(EkDwarDb db, TrackCase track, InstalmentRegister register, TimeProvider time)
{
    /// <summary>The case, when an instalment of it waits for another account; null for anybody else and at any other time.</summary>
    public async Task<CaseFile?> Open(CitizenSession session, CaseReference reference) =>
        await track.ForAccount(session, reference) is { Service.Sanction.IsInInstalments: true } file && (await Returned(file)).Count > 0 ? file : null;

    public async Task<Outcome<CaseReference>> Run(CitizenSession session, CaseReference reference, RawAnswer typed)
    {
        if (await Open(session, reference) is not { } file) return TrackCase.NotFound;
        var question = QuestionOf(file);
        var parsed = QuestionType.Of(question).Parse(question, typed, AnswerFacts.WithoutPlaces(time.Today()));
        if (!parsed.IsDone) return parsed.Refusals.ToList();
        var before = file.Answers[question.Id]!;
        if (JsonNode.DeepEquals(before, parsed.Value)) return new Refusal("delivering.account_same", "number");
        file.Replace(file.Answers.With(question.Id, parsed.Value));
        register.Reopen(file, await Returned(file), new() { Replaced = new Dictionary<string, string> { [question.Id] = before.ToJsonString() } }, time.UtcNow());
        return await db.SaveAct(file.Case);
    }

    public static Question QuestionOf(CaseFile file) => file.Service.Question(file.Service.Sanction!.Account);

    async Task<List<Instalment>> Returned(CaseFile file) => [.. (await register.Of(file.Case.CaseId)).Where(part => part.Status == InstalmentStatus.Returned)];
}
