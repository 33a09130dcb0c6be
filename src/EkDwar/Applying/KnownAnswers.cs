using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>What may be her answer, as she would type it, and the application it is from; from her profile where there is none.</summary>
public sealed record KnownAnswer(RawAnswer Typed, LocalText? Service = null, DateOnly? SentOn = null);

/// <summary>
/// What the house knows already of the person a draft is for, where its question says that this may be filled in. It is
/// shown with its source and is no answer until she sends it.
/// </summary>
public sealed class KnownAnswers(EkDwarDb db, CaseFiles cases, Accounts accounts)
{
    const int LookedAt = 5;

    public async Task<KnownAnswer?> For(OpenDraft draft, Question question)
    {
        // What she said elsewhere is not his to read who acts for her.
        if (draft.Draft.MandateId is not null) return null;
        foreach (var source in question.Prefill)
            if ((source == Question.FromProfile ? await Profile(draft.Person, question) : await Earlier(draft, question)) is { } known) return known;
        return null;
    }

    async Task<KnownAnswer?> Profile(Person person, Question question)
    {
        if (question.Type == "phone")
        {
            var account = await db.Set<Account>().AsNoTracking().SingleAsync(account => account.AccountId == person.AccountId);
            return new(new(new Dictionary<string, string> { [""] = accounts.MobileOf(account).Digits }));
        }
        var name = accounts.ProfileOf(person).Name;
        return new(new(new Dictionary<string, string> { [name.Any(char.IsAsciiLetter) ? "latin" : "local"] = name }));
    }

    /// <summary>From the newest application in which the same question of the same type has an answer that would be accepted here.</summary>
    async Task<KnownAnswer?> Earlier(OpenDraft draft, Question question)
    {
        var type = QuestionType.Of(question);
        await foreach (var file in cases.SentBy(draft.Person.PersonId, draft.Person.AccountId, LookedAt))
        {
            if (file.Case.State != draft.Service.State || !file.Service.Questions.Exists(asked => asked.Id == question.Id && asked.Type == question.Type)) continue;
            if (file.Answers[question.Id] is not { } answer || !type.StillHolds(question, answer, draft.Facts)) continue;
            return new(new(type.Typed(question, answer)), file.Service.Names, StateTime.Day(file.Case.SubmittedAt));
        }
        return null;
    }
}
