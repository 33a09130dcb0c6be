using System.Security.Claims;
using EkDwar.People;
using EkDwar.People.SignIns;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EkDwar.Tests.Attacks;

/// <summary>Somebody with the cookies of her browser and the form tokens our own pages would have given her.</summary>
/// <param name="Token">What a form of a page for the signed in carries; <paramref name="OpenToken"/>, what one of a page for anybody does.</param>
sealed record Role(string Name, Side Side, string Cookies, string Token, string OpenToken)
{
    /// <summary>What keeps her signed in; she is signed in once it is written.</summary>
    public SignIn? SignIn { get; private init; }

    public override string ToString() => Name;

    public static Role Nobody(TestHouse house) => Of(house, "nobody", Side.None, null);

    public static Role Citizen(TestHouse house, string name, CitizenSession session) => Of(house, name, Side.Citizen, session.ToPrincipal(), CitizenSession.Scheme);

    /// <summary>An official whose post was last asked for long ago: the first request asks for it again.</summary>
    public static Role Desk(TestHouse house, string name, DeskSession session) => Of(house, name, Side.Desk, session.ToPrincipal(), DeskSession.Scheme);

    static Role Of(TestHouse house, string name, Side side, ClaimsPrincipal? who, string scheme = "")
    {
        var antiforgery = house.Services.GetRequiredService<IAntiforgery>();
        var form = house.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!;
        var known = antiforgery.GetTokens(new DefaultHttpContext { RequestServices = house.Services, User = who ?? new() });
        var cookies = $"{form}={known.CookieToken}";
        var nobody = new DefaultHttpContext { RequestServices = house.Services };
        nobody.Request.Headers.Cookie = cookies;
        var open = antiforgery.GetTokens(nobody);
        var session = who is null ? null : SealedSession.Of(house, who, scheme);
        if (session is not null) cookies += $"; {session.Name}={session.Value}";
        return new(name, side, cookies, known.RequestToken!, open.RequestToken!) { SignIn = session?.SignIn };
    }
}

/// <summary>Through which of the two doors somebody is signed in.</summary>
enum Side { None, Citizen, Desk }
