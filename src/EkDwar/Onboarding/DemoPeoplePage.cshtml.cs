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
public sealed class DemoPeoplePage(EkDwarDb db, HeldPosts held, PostDirectory directory, OfficialLogins logins, TimeProvider time) : EkPage
{
    public IReadOnlyList<DemoOfficial> Officials { get; private set; } = [];

    /// <summary>The states that have any, in the order of the installation.</summary>
    public IEnumerable<(StateFace State, IReadOnlyList<DemoOfficial> Officials)> ByState =>
        from state in HttpContext.RequestServices.GetRequiredService<StateFaces>().All
        let officials = Officials.Where(official => official.Office.State == state.Code).ToList()
        where officials.Count > 0
        select (state, (IReadOnlyList<DemoOfficial>)officials);

    public async Task OnGet()
    {
        var step = Totp.StepAt(time.UtcNow());
        var officials = new List<DemoOfficial>();
        foreach (var official in await db.Set<Official>().AsNoTracking().OrderBy(official => official.OfficialId).ToListAsync())
            foreach (var post in await held.Of(official.OfficialId))
                officials.Add(new(official.OfficialId, official.Login, Words(official.Names), post,
                    await directory.Office(post.OfficeId), Totp.Code(logins.SecretOf(official), step)));
        Officials = officials;
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
