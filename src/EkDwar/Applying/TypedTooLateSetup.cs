using System.Security.Claims;
using EkDwar.Catalogue;
using EkDwar.People;

namespace EkDwar.Applying;

/// <summary>Keeps what a citizen had typed at a question when her session ended, in her own draft, unchecked, as a change of language does.</summary>
public static class TypedTooLateSetup
{
    public static async Task<bool> Keep(HttpContext context, ClaimsPrincipal who)
    {
        var at = context.Request.RouteValues;
        if (CitizenSession.Of(who) is not { PersonId: not null } session || at["state"] is not string state) return false;
        if (at["service"] is not string service || at["question"] is not string asked) return false;
        var services = context.RequestServices;
        if (await services.GetRequiredService<Drafts>().Open(session, state, service) is not { } draft) return false;
        var question = Interview.Asked(draft.Service, draft.Answers).FirstOrDefault(question => question.Id == asked);
        if (question is null || question.Type == "document") return false;
        await services.GetRequiredService<AnswerQuestion>().Keep(draft, question, FormAnswer.Read(await context.Request.ReadFormAsync()));
        return true;
    }
}
