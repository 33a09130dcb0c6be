using EkDwar.Cases.Papers;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Clearing;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>Drafts that nobody has touched for as many days as their state's file says; their files are let go. Where the file says nothing they are kept.</summary>
public sealed class OldDrafts(EkDwarDb db, Drafts drafts, LooseFiles files, IReadOnlyDictionary<string, StateProfile> states, TimeProvider time) : IKeptForAWhile
{
    public async Task<int> Clear(int most, CancellationToken stopping)
    {
        var (now, removed) = (time.UtcNow(), 0);
        foreach (var state in states.Values)
        {
            if (state.Drafts is not { Days: var days }) continue;
            var old = now.AddDays(-days);
            var found = await (from draft in db.Set<Draft>()
                               join person in db.Set<Person>() on draft.PersonId equals person.PersonId
                               where draft.State == state.Code && draft.UpdatedAt < old
                               orderby draft.UpdatedAt
                               select new { draft.DraftId, Person = person }).Take(most - removed).ToListAsync(stopping);
            foreach (var one in found)
            {
                if (stopping.IsCancellationRequested) return removed;
                if (await Remove(one.DraftId, one.Person, old)) removed++;
            }
            if (removed >= most) break;
        }
        return removed;
    }

    // She may open it again in this very moment: then it is hers, and stays.
    async Task<bool> Remove(Guid draftId, Person person, DateTime old)
    {
        db.ChangeTracker.Clear();
        if (await db.Set<Draft>().SingleOrDefaultAsync(one => one.DraftId == draftId && one.UpdatedAt < old) is not { } draft) return false;
        // Of somebody who was erased nothing can be opened, and her files are gone.
        if (person.WrappedKey is not null && await drafts.OpenAny(person, draftId) is { } open) await files.Hold(open.Service, open.Answers, Answers.None, Holder.Draft(person.PersonId));
        db.Remove(draft);
        return await db.TrySave();
    }
}
