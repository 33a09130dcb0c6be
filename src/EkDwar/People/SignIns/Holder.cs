using System.Security.Claims;

namespace EkDwar.People.SignIns;

/// <summary>Whose a sign-in is: a citizen's account or an official, never both.</summary>
public readonly record struct Holder(Guid? AccountId, Guid? OfficialId)
{
    public static Holder Of(CitizenSession session) => new(session.AccountId, null);

    public static Holder Of(DeskSession session) => new(null, session.OfficialId);

    public static Holder Of(ClaimsPrincipal who) => CitizenSession.Of(who) is { } citizen ? Of(citizen) : Of(DeskSession.Of(who)!);
}
