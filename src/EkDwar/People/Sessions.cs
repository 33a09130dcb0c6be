using System.Security.Claims;
using EkDwar.Foundation.Web;

namespace EkDwar.People;

/// <summary>Somebody signed in with a mobile, and the person she acts for once she has said so.</summary>
public sealed record CitizenSession(Guid AccountId, Guid? PersonId)
{
    public const string Scheme = "citizen";

    /// <summary>A session ends when no page was asked for that long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    /// <summary>Whether the person is none of this account, and let its holder act for her. What that opens is asked of her mandates each time.</summary>
    public bool IsForAnother { get; init; }

    public ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity([new("account", AccountId.ToString())], Scheme);
        if (PersonId is { } person) identity.AddClaim(new("person", person.ToString()));
        if (IsForAnother) identity.AddClaim(new("for_another", "yes"));
        return new(identity);
    }

    public static CitizenSession? Of(ClaimsPrincipal principal) => principal.FindFirstValue("account") is { } account
        ? new(Guid.Parse(account), principal.FindFirstValue("person") is { } person ? Guid.Parse(person) : null) { IsForAnother = principal.HasClaim("for_another", "yes") }
        : null;
}

/// <summary>An official signed in, and the post she acts from.</summary>
public sealed record DeskSession(Guid OfficialId, Guid PostId)
{
    public const string Scheme = "desk";

    /// <summary>A session ends when no page was asked for that long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Among the properties of a session that began with a passkey: which one.</summary>
    public const string ByPasskey = "by_passkey";

    /// <summary>Among the properties of a session that began at a state's own sign-on: which state's.</summary>
    public const string BySignOn = "by_sign_on";

    /// <summary>Among the properties: when its official was recognised. Factors that ended since were the ones she showed.</summary>
    public const string BeganAt = SessionLimit.BeganAt;

    /// <summary>
    /// How long ago she proved a factor in this sign-in, when the request came; null where she did not. Read from the row of her
    /// sign-in for a page on which something is signed, and never from her cookie.
    /// </summary>
    public TimeSpan? SinceProof { get; init; }

    /// <summary>Whether she acts from the post without answering for it, by delegation: then she signs nothing. Asked with <see cref="SinceProof"/>, of the holdings and never of her cookie.</summary>
    public bool IsDelegate { get; init; }

    public ClaimsPrincipal ToPrincipal() =>
        new(new ClaimsIdentity([new("official", OfficialId.ToString()), new("post", PostId.ToString())], Scheme));

    public static DeskSession? Of(ClaimsPrincipal principal) => principal.FindFirstValue("official") is { } official
        ? new(Guid.Parse(official), Guid.Parse(principal.FindFirstValue("post")!))
        : null;
}
