using System.Text.Json;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Secrets;
using EkDwar.People;
using EkDwar.People.Mandates;
using EkDwar.Places;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>Opens and keeps drafts. A draft is only ever opened for the person it belongs to, by the account that holds her.</summary>
public sealed class Drafts(EkDwarDb db, Accounts accounts, PublishedServices services, PostDirectory directory, TimeProvider time)
{
    /// <summary>The open draft of this person for a service; null when there is none, or she is not of this account.</summary>
    public async Task<OpenDraft?> Open(CitizenSession session, string state, string serviceId)
    {
        if (session.IsForAnother) return await OpenFor(session, state, serviceId);
        var found = session.PersonId is { } person ? await Find(db, session.AccountId, person, state, serviceId) : null;
        return found is null ? null : await Open(found.Draft, found.Person);
    }

    /// <summary>What was begun in her name by the mandate that holds now; never what she began herself.</summary>
    async Task<OpenDraft?> OpenFor(CitizenSession session, string state, string serviceId) =>
        await db.MandateFor(session, state, serviceId, time.Today()) is { } mandate
            && await db.Set<Draft>().FirstOrDefaultAsync(draft => draft.MandateId == mandate.MandateId && draft.PersonId == session.PersonId) is { } draft && await PersonOf(session, mandate) is { } person
            ? await Open(draft, person) with { Agent = mandate.Agent(accounts.KeyOf(person)).Name } : null;

    /// <summary>Any draft of a person. It asks nothing about who may: her own archive has all of them.</summary>
    public async Task<OpenDraft?> OpenAny(Person person, Guid draftId) =>
        await db.Set<Draft>().FirstOrDefaultAsync(draft => draft.DraftId == draftId && draft.PersonId == person.PersonId) is { } draft ? await Open(draft, person) : null;

    sealed record Found(Draft Draft, Person Person);

    static readonly Func<EkDwarDb, Guid, Guid, string, string, Task<Found?>> Find = EF.CompileAsyncQuery(
        (EkDwarDb db, Guid account, Guid personId, string state, string serviceId) => (
            from draft in db.Set<Draft>()
            join person in db.Set<Person>() on draft.PersonId equals person.PersonId
            where draft.PersonId == personId && draft.State == state && draft.ServiceId == serviceId && draft.MandateId == null
                && person.AccountId == account && person.WrappedKey != null
            select new Found(draft, person)).FirstOrDefault());

    /// <summary>As <see cref="Open(CitizenSession, string, string)"/>, making a draft when there is none. Null when the service is not offered.</summary>
    public async Task<OpenDraft?> OpenOrStart(CitizenSession session, string state, string serviceId)
    {
        if (await Open(session, state, serviceId) is { } existing) return existing;
        var mandate = await db.MandateFor(session, state, serviceId, time.Today());
        if (await PersonOf(session, mandate) is not { } person || await services.Current(state, serviceId) is not { } service) return null;
        var id = Guid.CreateVersion7();
        var draft = new Draft { DraftId = id, PersonId = person.PersonId, State = state, ServiceId = serviceId, ServiceVersion = service.Version, MandateId = mandate?.MandateId };
        draft.Answers = Seal(Answers.None.ToText(), accounts.KeyOf(person), id);
        draft.UpdatedAt = time.UtcNow();
        db.Add(draft);
        if (!await db.TrySave()) db.ChangeTracker.Clear();
        return await Open(session, state, serviceId);
    }

    async Task<Person?> PersonOf(CitizenSession session, Mandate? mandate) => session.IsForAnother && mandate is null ? null
        : await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.PersonId == session.PersonId && (mandate != null || p.AccountId == session.AccountId) && p.WrappedKey != null);

    async Task<OpenDraft> Open(Draft draft, Person person)
    {
        var key = accounts.KeyOf(person);
        var service = await services.Version(draft.State, draft.ServiceId, draft.ServiceVersion);
        var facts = new AnswerFacts(time.Today(), await directory.Offered(service), LanguageCode.English)
        {
            // What she holds besides is not his to know who acts for her.
            Licences = draft.MandateId is not null ? [] : [.. await db.Licences(service, person.PersonId), .. await db.Benefits(service, person.PersonId)],
        };
        return new(draft, person, key, service, Answers.Parse(OpenText(draft.Answers, key, draft.DraftId)), facts);
    }

    /// <summary>Keeps answers in the draft, in the coming save.</summary>
    public void Keep(OpenDraft open, Answers answers)
    {
        open.Draft.Answers = Seal(answers.ToText(), open.Key, open.Draft.DraftId);
        open.Draft.Typed = null;
        open.Draft.UpdatedAt = time.UtcNow();
    }

    /// <summary>Keeps what was typed at the questions of a page without checking it, in the coming save.</summary>
    public void KeepTyped(OpenDraft open, IReadOnlyList<(Question Question, RawAnswer Raw)> said)
    {
        var typed = said.SelectMany(one => one.Raw.Parts.Select(part => KeyValuePair.Create(RawAnswer.Part(one.Question.Id, part.Key), part.Value))).ToDictionary();
        typed["?"] = string.Join(' ', said.Select(one => one.Question.Id));
        open.Draft.Typed = Seal(JsonSerializer.Serialize(typed), open.Key, open.Draft.DraftId);
        open.Draft.UpdatedAt = time.UtcNow();
    }

    /// <summary>What was typed and not accepted at this question; null when there is nothing.</summary>
    public static RawAnswer? TypedAt(OpenDraft open, string questionId)
    {
        if (open.Draft.Typed is null) return null;
        var typed = JsonSerializer.Deserialize<Dictionary<string, string>>(OpenText(open.Draft.Typed, open.Key, open.Draft.DraftId))!;
        return typed["?"].Split(' ').Contains(questionId) ? new RawAnswer(typed).Of(questionId) : null;
    }

    static byte[] Seal(string text, byte[] key, Guid draftId) => Sealing.SealText(text, key, Accounts.Context("draft", draftId));

    static string OpenText(byte[] bytes, byte[] key, Guid draftId) => Sealing.OpenText(bytes, key, Accounts.Context("draft", draftId));
}

/// <summary>A draft with its key, its service and its answers, for the length of one use case.</summary>
public sealed record OpenDraft(Draft Draft, Person Person, byte[] Key, ServiceDefinition Service, Answers Answers, AnswerFacts Facts)
{
    /// <summary>Who acts for her, as she named him; null where she acts herself.</summary>
    public string? Agent { get; init; }
}
