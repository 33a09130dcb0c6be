namespace EkDwar.Tests.Attacks;

/// <summary>Who is let through before anybody asks what is wanted.</summary>
enum Door
{
    /// <summary>Anybody: what is shown there is nobody's.</summary>
    Open,

    /// <summary>Somebody signed in with a mobile, or at a desk; anybody else is led to where one signs in.</summary>
    Citizen, Desk,

    /// <summary>A script of ours, which is told a number and never a page: 401.</summary>
    Script,

    /// <summary>Another machine, which proves itself in the request.</summary>
    Machine,

    /// <summary>Nobody outside Development: there it is not.</summary>
    Development,
}

/// <summary>What the answer was, or should be.</summary>
enum Answer
{
    Allowed, SignIn, NotFound,

    /// <summary>The screen is hers to know of, and shut to her or now: 403, 404, 409, 422, or on to another page.</summary>
    Closed,
}

/// <summary>Who may do what at one route, said by hand.</summary>
/// <param name="May">Whether there is anything for her there; null where the address names nothing that is somebody's.</param>
/// <param name="Opens">On which things it is open to her who may, as "thing" or "thing:role"; for a form, on which it acts.</param>
sealed record Rule(Door Door, Func<Role, Thing, bool>? May = null, params string[] Opens)
{
    /// <summary>Done, it leads to where one signs in, as for those who may not.</summary>
    public bool EndsSession { get; init; }

    /// <summary>The answer is by hand, where it is none of the usual.</summary>
    public int? Always { get; init; }

    /// <summary>Where the address names no case: who alone may; and what everybody else at such a desk is told.</summary>
    public string[]? Only { get; init; }
    public Answer Otherwise { get; init; } = Answer.NotFound;

    /// <summary>Whether what is there is somebody's, so that whoever it is open to is shown it.</summary>
    public bool IsSomebodys => May is not null || Only is not null;

    public Answer Expected(Role role, Thing? thing)
    {
        if (Door is Door.Citizen && role.Side != Side.Citizen || Door is Door.Desk && (role.Side != Side.Desk || role.Name == "ended")) return Answer.SignIn;
        if (Door is Door.Script && role.Side != Side.Citizen) return Answer.SignIn;
        if (Door is Door.Development) return Answer.NotFound;
        if (Only is not null) return Only.Contains(role.Name) ? Answer.Allowed : Otherwise;
        if (May is null || thing is null) return Answer.Allowed;
        if (!May(role, thing)) return Answer.NotFound;
        return Opens.Contains("*") || Opens.Contains(thing.Name) || Opens.Contains($"{thing.Name}:{AccountOf(role)}") ? Answer.Allowed : Answer.Closed;
    }

    /// <summary>The account a person acts through: a family shares one.</summary>
    public static string AccountOf(Role role) => role.Name is "family" or "unchosen" ? "owner" : role.Name;

    public static bool Filer(Role role, Thing thing) => thing.Filer == AccountOf(role);

    /// <summary>Also to whoever sent it in her name, while she lets him.</summary>
    public static bool Sender(Role role, Thing thing) => Filer(role, thing) || role.Name == "acting" && thing.Name == "sent for her";
    public static bool Party(Role role, Thing thing) => thing.Is == role.Name;
    public static bool Had(Role role, Thing thing) => thing.Had.Contains(role.Name);
    public static bool Cashier(Role role, Thing thing) => thing.Cashier.Contains(role.Name);
    public static bool Appeal(Role role, Thing thing) => thing.Appeal.Contains(role.Name);
    public static bool Signs(Role role, Thing thing) => thing.Signs.Contains(role.Name);
    public static bool Leave(Role role, Thing thing) => thing.Leave.Contains(role.Name);
    public static bool Instalment(Role role, Thing thing) => Sanctions(role, thing) || thing.Records.Contains(role.Name);
    public static bool Sanctions(Role role, Thing thing) => thing.Sanctions.Contains(role.Name);
}
