using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Processing.Searches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Bench;

/// <summary>An official signed in to her desk, with some of the cases that lie there and searches she makes: addresses she opens.</summary>
public sealed record ScaleDesk(DeskSession Session, string Cookies, IReadOnlyList<string> Cases, IReadOnlyList<string> Searches)
{
    public const string Inbox = "/desk/mr/inbox";
    const int CasesKnown = 20, SearchesKnown = 20;

    public static async Task<IReadOnlyList<ScaleDesk>> Of(OpenHouse house, IEnumerable<Tahsil> tahsils)
    {
        var (sessions, tickets, desks) = (new SealedSessions(house), house.Get<SoughtTicket>(), new List<ScaleDesk>());
        await house.In(async services =>
        {
            var db = services.GetRequiredService<EkDwarDb>();
            foreach (var (post, official) in tahsils.SelectMany(tahsil => tahsil.Desks.Posts.Zip(tahsil.Desks.Officials)))
            {
                var session = new DeskSession(official.OfficialId, post.PostId);
                var ids = await db.Set<WorkItem>().Where(item => item.PostId == post.PostId && item.DoneAt == null && !item.IsPaused).OrderBy(item => item.DueOn).ThenBy(item => item.CaseId).Select(item => item.CaseId).Take(CasesKnown).ToListAsync();
                desks.Add(new(session, sessions.Of(session).Cookies, [.. ids.Select(id => $"/desk/mr/cases/{CaseReference.Of("MH", id)}")],
                    [.. Enumerable.Range(0, SearchesKnown).Select(number => "/desk/mr/search?s=" + tickets.Seal(session, new() { Words = IndianNames.Asked(desks.Count * SearchesKnown + number) }))]));
            }
        });
        return desks;
    }

    /// <summary>Six of ten look at the list, three open a case, one searches.</summary>
    public string Mixed(int number) => (number % 10) switch { < 6 => Inbox, < 9 => Cases[number % Cases.Count], _ => Searches[number % Searches.Count] };
}
