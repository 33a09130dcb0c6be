using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using EkDwar.People;
using EkDwar.People.SignIns;
using EkDwar.Places;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Onboarding;

/// <summary>A demo official, one of her posts, and the code her authenticator would show now.</summary>
public sealed record DemoOfficial(Guid OfficialId, string Login, Phrase Name, Post Post, Office Office, string Code);

/// <summary>Development only: sign in as anybody of the demo states with one button, or see what the real sign-in would ask.</summary>
[DevelopmentOnly]
public sealed class DemoPeoplePage(EkDwarDb db, HeldPosts held, OfficialLogins logins, TimeProvider time) : EkPage
{
    public IReadOnlyList<DemoOfficial> Officials { get; private set; } = [];

    /// <summary>Everywhere, and then each office in which somebody can act today.</summary>
    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    /// <summary>Empty where one of each post is shown.</summary>
    public Guid? Office { get; private set; }

    /// <summary>The states that have any, in the order of the installation.</summary>
    public IEnumerable<(StateFace State, IReadOnlyList<DemoOfficial> Officials)> ByState =>
        from state in HttpContext.RequestServices.GetRequiredService<StateFaces>().All
        let officials = Officials.Where(official => official.Office.State == state.Code).ToList()
        where officials.Count > 0
        select (state, (IReadOnlyList<DemoOfficial>)officials);

    /// <summary>Whoever acts at an office; without one, of each state one official for each designation.</summary>
    public async Task OnGet(Guid? office)
    {
        Office = office;
        var (today, step) = (time.Today(), Totp.StepAt(time.UtcNow()));
        var seats = await (from holding in db.Set<PostHolding>()
                           where holding.FromOn <= today && (holding.UntilOn == null || holding.UntilOn >= today)
                           join post in db.Set<Post>() on holding.PostId equals post.PostId
                           join at in db.Set<Office>() on post.OfficeId equals at.OfficeId
                           orderby holding.OfficialId, post.PostId
                           select new { holding.OfficialId, Post = post, Office = at }).AsNoTracking().ToListAsync();
        var offices = seats.Select(seat => seat.Office).DistinctBy(at => at.OfficeId).OrderBy(at => at.State, StringComparer.Ordinal).ThenBy(at => at.Code, StringComparer.Ordinal);
        Offices = [new("", T("onboarding.people.one_of_each")), .. offices.Select(at => new Choice($"{at.OfficeId}", Words(at.Names)))];
        var chosen = new List<DemoOfficial>();
        foreach (var alike in seats.Where(seat => office is null || seat.Office.OfficeId == office).GroupBy(seat => office is null ? (object)(seat.Office.State, seat.Post.Designation) : (seat.OfficialId, seat.Post.PostId)))
            foreach (var seat in alike)
            {
                // Whoever is on leave acts from nothing.
                if (!await held.Has(seat.OfficialId, seat.Post.PostId)) continue;
                var official = await db.Set<Official>().AsNoTracking().SingleAsync(one => one.OfficialId == seat.OfficialId);
                chosen.Add(new(official.OfficialId, official.Login, Words(official.Names), seat.Post, seat.Office, Totp.Code(logins.SecretOf(official), step)));
                break;
            }
        Officials = chosen;
    }

    public async Task<IActionResult> OnPost(Guid official, Guid post)
    {
        if (!await held.Has(official, post)) return NotFound();
        // As if she had typed the code that stands beside her name.
        var properties = new AuthenticationProperties();
        properties.SetParameter<DateTime?>(SignInSetup.ProvedAt, time.UtcNow());
        await HttpContext.SignInAsync(DeskSession.Scheme, new DeskSession(official, post).ToPrincipal(), properties);
        Response.Headers.Location = $"/desk/{Language.Code}/inbox";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
