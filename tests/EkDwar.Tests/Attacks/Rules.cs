namespace EkDwar.Tests.Attacks;

/// <summary>
/// The rule of every route, written beside the application and not read from it: a route that is new here has none, and the
/// test names it.
/// </summary>
static class Rules
{
    const string Case = "/{state}/{lang}/cases/{reference}", DeskCase = "/desk/{lang}/cases/{reference}", Apply = "/{state}/{lang}/apply/{service}";

    public static readonly IReadOnlyDictionary<string, Rule> All = Open().Concat(Own()).Concat(Filed()).Concat(OnDesk()).Concat(Money()).Concat(Staff()).Concat(Access()).Concat(Told()).Concat(Machines())
        .ToDictionary(rule => rule.Item1, rule => rule.Item2);

    static IEnumerable<(string Route, Rule Rule)> Each(Rule rule, params string[] routes) => routes.Select(route => (route, rule));

    static IEnumerable<(string, Rule)> Open() =>
    [
        .. Each(new(Door.Open),
            "GET /", "GET /{state}/{lang}", "GET /{state}/{lang}/services", "GET /{state}/{lang}/services/{service}", "GET /{state}/{lang}/{topic}", "GET /{state}/{lang}/delays",
            "GET /{state}/{lang}/what-can-i-get", "POST /{state}/{lang}/what-can-i-get", "GET /{state}/{lang}/services/{service}/eligible", "POST /{state}/{lang}/services/{service}/eligible",
            "GET /{state}/{lang}/track", "POST /{state}/{lang}/track", "POST /{state}/{lang}/track Code", "GET /t/{reference}", "GET /v/{number}", "GET /keys/certificates",
            "GET /{state}/{lang}/verify", "POST /{state}/{lang}/verify Code", "POST /{state}/{lang}/verify File",
            "GET /{state}/{lang}/sign-in", "POST /{state}/{lang}/sign-in", "GET /{state}/{lang}/sign-in/code", "POST /{state}/{lang}/sign-in/code", "POST /{state}/{lang}/sign-in/code Again",
            "GET /{state}/{lang}/sign-out",
            "GET /desk/{lang}/sign-in", "POST /desk/{lang}/sign-in", "POST /desk/{lang}/sign-in Passkey", "POST /desk/{lang}/sign-in Choose",
            "GET /desk/{lang}/sign-on", "POST /desk/{lang}/sign-on", "POST /desk/{lang}/sign-on Code", "GET /desk/sign-on/{state}/back", "GET /desk/{lang}/signed-out/{state}",
            "GET /desk/{lang}/enrol", "POST /desk/{lang}/enrol", "POST /desk/{lang}/enrol Choose",
            "GET /desk", "GET /desk/{lang}", "GET /(files of the design)",
            "GET /{state}/{lang}/visit/{token}", "POST /{state}/{lang}/visit/{token} Code", "POST /{state}/{lang}/visit/{token} Open", "POST /{state}/{lang}/visit/{token} Photo", "POST /{state}/{lang}/visit/{token} Remove", "POST /{state}/{lang}/visit/{token} Report"),
        ("POST /{state}/{lang}/sign-out", new(Door.Open) { EndsSession = true }),
        // The page of problems is shown in the place of another, and is not there by its own address.
        ("GET /problem/{status}", new(Door.Open) { Always = 404 }),
    ];

    /// <summary>What belongs to whoever is signed in, and names nothing of anybody's in its address.</summary>
    static IEnumerable<(string, Rule)> Own() =>
    [
        .. Each(new(Door.Citizen), "GET /{state}/{lang}/my/acting", "POST /{state}/{lang}/my/acting Give", "POST /{state}/{lang}/my/acting Confirm", "POST /{state}/{lang}/my/acting TakeBack",
            "GET /{state}/{lang}/my", "GET /{state}/{lang}/my/data", "POST /{state}/{lang}/my/data", "POST /{state}/{lang}/my/data Code", "GET /{state}/{lang}/sign-in/person", "POST /{state}/{lang}/sign-in/person", "POST /{state}/{lang}/sign-in/person Add",
            $"GET {Apply}/{{question}}", $"POST {Apply}/{{question}}", $"POST {Apply}/{{question}} Earlier", $"POST {Apply}/{{question}} Pages", $"GET {Apply}/check-answers", $"POST {Apply}/check-answers"),
        ($"GET {Apply}", new(Door.Citizen)),
        .. Each(new(Door.Citizen) { Only = ["owner"] }, "GET /{state}/{lang}/my/begun/{draft}", "POST /{state}/{lang}/my/begun/{draft}"),
        .. Each(new(Door.Desk) { EndsSession = true }, "POST /desk/{lang}/sign-out", "POST /desk/{lang}/sign-ins Others"),
        .. Each(new(Door.Citizen), "GET /{state}/{lang}/my/sign-ins", "POST /{state}/{lang}/my/sign-ins End",
            "GET /{state}/{lang}/my/messages", "POST /{state}/{lang}/my/messages Give", "POST /{state}/{lang}/my/messages Prove", "POST /{state}/{lang}/my/messages Remove", "POST /{state}/{lang}/my/messages Language"),
        ("POST /{state}/{lang}/my/sign-ins Others", new(Door.Citizen) { EndsSession = true }),
        .. Each(new(Door.Desk), "GET /desk/{lang}/sign-ins", "POST /desk/{lang}/sign-ins End", "GET /desk/{lang}/account/password", "POST /desk/{lang}/account/password",
            "GET /desk/{lang}/prove", "POST /desk/{lang}/prove", "POST /desk/{lang}/prove Passkey", "POST /desk/{lang}/prove SignOn"),
        .. Each(new(Door.Desk), "GET /desk/{lang}/inbox", "POST /desk/{lang}/inbox PutAway", "GET /desk/{lang}/team", "GET /desk/{lang}/search", "POST /desk/{lang}/search", "GET /desk/{lang}/share", "POST /desk/{lang}/share", "GET /desk/{lang}/signatures", "GET /desk/{lang}/account", "POST /desk/{lang}/account Add", "POST /desk/{lang}/account Remove", "POST /desk/{lang}/account Keep",
            "GET /desk/{lang}/sign-out", "GET /desk/{lang}/pay-list", "GET /desk/{lang}/pay-list.csv", "GET /desk/{lang}/instalments", "GET /desk/{lang}/fees",
            "GET /desk/{lang}/day-book", "GET /desk/{lang}/day-book.csv", "POST /desk/{lang}/day-book Deposit"),
        ("GET /session/citizen.svg", new(Door.Script)), ("GET /session/desk.svg", new(Door.Open)),
        ($"POST {Apply}/{{question}}/uploads", new(Door.Script)), ("GET /uploads/{id}", new(Door.Script)), ("PATCH /uploads/{id}", new(Door.Script)),
    ];

    /// <summary>A case, to the account that filed it; and a party's part of it, to her.</summary>
    static IEnumerable<(string, Rule)> Filed() =>
    [
        .. Each(new(Door.Citizen, Rule.Sender, "*"), $"GET {Case}", $"GET {Case}/days", $"GET {Case}/submitted", $"GET {Case}/slip.pdf"),
        ($"GET {Case}/certificate.pdf", new(Door.Citizen, Rule.Sender, ["certified", "pension", "licence", .. Scholarships])),
        .. Each(new(Door.Citizen, Rule.Sender, "queried"), $"GET {Case}/query", $"POST {Case}/query",
            $"GET {Case}/query/{{question}}", $"POST {Case}/query/{{question}}", $"POST {Case}/query/{{question}} Earlier", $"POST {Case}/query/{{question}} Pages"),
        .. Each(new(Door.Citizen, Rule.Sender, "lacking"), $"GET {Case}/papers/{{question}}", $"POST {Case}/papers/{{question}}", $"POST {Case}/papers/{{question}} Earlier", $"POST {Case}/papers/{{question}} Pages"),
        .. Each(new(Door.Script, Rule.Sender, "*"), $"POST {Case}/papers/{{question}}/uploads", $"POST {Case}/query/{{question}}/uploads", $"POST {Case}/correct/{{question}}/uploads"),
        .. Each(new(Door.Citizen, Rule.Sender, Unpaid), $"GET {Case}/pay", $"POST {Case}/pay Start", $"POST {Case}/pay Upi", $"POST {Case}/pay Check"),
        ($"GET {Case}/receipt", new(Door.Citizen, Rule.Sender, "certified", "paid", "set aside", "licence")),
        .. Each(new(Door.Citizen, Rule.Filer, "set aside"), $"GET {Case}/set-aside", $"POST {Case}/set-aside"),
        .. Each(new(Door.Citizen, Rule.Filer, ["licence", .. Scholarships]), $"GET {Case}/renew", $"POST {Case}/renew"),
        .. Each(new(Door.Citizen, Rule.Filer, Undecided), $"GET {Case}/withdraw", $"POST {Case}/withdraw"),
        .. Each(new(Door.Citizen, Rule.Filer, "wedding", "wedding, its witness"), $"GET {Case}/parties/{{party}}", $"POST {Case}/parties/{{party}}"),
        .. Each(new(Door.Citizen, Rule.Sender, Correctable), $"GET {Case}/correct", $"POST {Case}/correct"),
        .. Each(new(Door.Citizen, Rule.Sender, [.. Correctable.Except(["lacking"])]), $"GET {Case}/correct/{{question}}", $"POST {Case}/correct/{{question}}", $"POST {Case}/correct/{{question}} Earlier", $"POST {Case}/correct/{{question}} Pages"),
        .. Each(new(Door.Citizen, Rule.Sender), $"GET {Case}/take-back-correction", $"POST {Case}/take-back-correction"),
        .. Each(new(Door.Citizen, Rule.Filer, "lapsed"), $"GET {Case}/again", $"POST {Case}/again"),
        .. Each(new(Door.Citizen, Rule.Filer, "scholarship sent back"), $"GET {Case}/account", $"POST {Case}/account"),
        ($"POST {Case}/consents/{{party}} TakeBack", new(Door.Citizen, Rule.Party, "wedding agreed to")),
        .. Each(new(Door.Citizen, Rule.Party, "*"), $"GET {Case}/consents/{{party}}", $"POST {Case}/consents/{{party}}", $"POST {Case}/consents/{{party}} Decline"),
    ];

    /// <summary>A case, to the posts that have or had it. To act, it must lie there now, and the stage must allow it.</summary>
    static IEnumerable<(string, Rule)> OnDesk() =>
    [
        .. Each(new(Door.Desk, Rule.Had, "*"), $"GET {DeskCase}", $"GET {DeskCase}/why", $"POST {DeskCase}/why", $"POST {DeskCase} Note", $"GET {DeskCase}/certificate"),
        .. Each(new(Door.Desk, Rule.Had, Papers), $"GET {DeskCase}/papers/{{question}}", $"GET {DeskCase}/papers/{{question}}/{{number}}.jpg"),
        ($"GET {DeskCase}/correction/{{question}}/{{number}}.jpg", new(Door.Desk, Rule.Had)),
        ($"GET {DeskCase}/certificates/{{seq}}.pdf", new(Door.Desk, Rule.Had, "certified", "pension", "scholarship", "scholarship paid", "scholarship sent back")),
        ($"GET {DeskCase}/earlier.pdf", new(Door.Desk, Rule.Had)),
        .. Each(new(Door.Desk, Rule.Signs, "*"), $"GET {DeskCase}/parties"),
        .. Each(new(Door.Desk, Rule.Signs, "wedding", "wedding, its witness"), $"POST {DeskCase}/parties"),
        .. Each(new(Door.Desk, Rule.Had, "submitted:clerk", "sent for her:clerk", "neighbour's:clerk", "owing:clerk", "paid:clerk", "unmatched:clerk"), $"POST {DeskCase} Forward"),
        .. Each(new(Door.Desk, Rule.Had, "submitted:clerk", "sent for her:clerk", "owing:clerk", "paid:clerk", "unmatched:clerk", "reported:tahsildar", "wedding agreed to"), $"POST {DeskCase} Query"),
        .. Each(new(Door.Desk, Rule.Had, "forwarded:circle"), $"POST {DeskCase} Report"),
        .. Each(new(Door.Desk, Rule.Had, "forwarded:circle"), $"POST {DeskCase} Visit", $"POST {DeskCase} Withdraw"),
        ($"GET {DeskCase}/visits/{{seq}}/{{number}}.jpg", new(Door.Desk, Rule.Had)),
        .. Each(new(Door.Desk, Rule.Had, OnAnyDesk), $"POST {DeskCase} Duplicate", $"GET {DeskCase}/transfer", $"POST {DeskCase}/transfer"),
        .. Each(new(Door.Desk, Rule.Had), $"POST {DeskCase} Second", $"POST {DeskCase} Correction", $"POST {DeskCase} Return", $"POST {DeskCase} Start", $"POST {DeskCase} Find"),
        // The clerk waits for leave to ask the neighbour again.
        ($"POST {DeskCase} TakeBack", new(Door.Desk, Rule.Had, "neighbour's:clerk")),
        .. Each(new(Door.Desk, Rule.Had, ["certified:tahsildar", "pension:tahsildar", .. Scholarships.Select(thing => thing + ":assistant")]), $"POST {DeskCase}/certificate", $"GET {DeskCase}/certificate/correct", $"POST {DeskCase}/certificate/correct"),
        .. Each(new(Door.Desk, Rule.Had, "reported:tahsildar", "wedding agreed to"), $"GET {DeskCase}/grant", $"POST {DeskCase}/grant",
            $"GET {DeskCase}/refuse", $"POST {DeskCase}/refuse Change", $"POST {DeskCase}/refuse Preview", $"POST {DeskCase}/refuse Send"),
        .. Each(new(Door.Desk, Rule.Sanctions, "*"), $"GET {DeskCase}/benefit", $"POST {DeskCase}/benefit"),
        ($"GET {DeskCase}/instalments/{{seq}}", new(Door.Desk, Rule.Instalment, Scholarships)),
        ($"POST {DeskCase}/instalments/{{seq}} Need", new(Door.Desk, Rule.Instalment, "scholarship, its second:inspector")),
        ($"POST {DeskCase}/instalments/{{seq}} Paid", new(Door.Desk, Rule.Instalment, "scholarship:assistant")),
        ($"POST {DeskCase}/instalments/{{seq}} Returned", new(Door.Desk, Rule.Instalment, "scholarship paid:assistant")),
    ];

    static string[] Papers => ["submitted", "unclaimed", "sent for her", "forwarded", "reported", "queried", "certified", "refused", "neighbour's", "owing", "paid", "unmatched", "set aside", "wedding agreed to", "pension", "lapsed", .. Scholarships];

    static string[] OnAnyDesk => ["submitted:clerk", "sent for her:clerk", "neighbour's:clerk", "owing:clerk", "paid:clerk", "unmatched:clerk", "forwarded:circle", "reported:tahsildar", "wedding agreed to"];

    static string[] Scholarships => ["scholarship", "scholarship, its second", "scholarship paid", "scholarship sent back"];

    static string[] Undecided => [.. Correctable, "queried"];

    /// <summary>What nobody has decided and asks its applicant nothing.</summary>
    static string[] Correctable => ["submitted", "unclaimed", "forwarded", "reported", "lacking", "neighbour's", "owing", "paid", "unmatched", "wedding", "wedding, its witness", "wedding agreed to", "sent for her"];

    /// <summary>What was sent and owes its fee still; nobody pays for what was refused, withdrawn or closed.</summary>
    static string[] Unpaid => ["submitted", "unclaimed", "forwarded", "reported", "queried", "lacking", "neighbour's", "owing", "unmatched", "wedding", "wedding, its witness", "wedding agreed to", "sent for her"];

    /// <summary>The money of a case, to the post that takes it or hears the appeal, which may never have had it.</summary>
    static IEnumerable<(string, Rule)> Money() =>
    [
        ($"GET {DeskCase}/take", new(Door.Desk, Rule.Cashier, "*")),
        .. Each(new(Door.Desk, Rule.Cashier, Unpaid), $"POST {DeskCase}/take Take"),
        .. Each(new(Door.Desk, Rule.Cashier), $"POST {DeskCase}/take Reverse", $"POST {DeskCase}/take HandBack"),
        .. Each(new(Door.Desk, Rule.Had), $"GET {DeskCase}/fee", $"POST {DeskCase}/fee Change", $"POST {DeskCase}/fee Show", $"POST {DeskCase}/fee Send"),
        ($"GET {DeskCase}/set-aside", new(Door.Desk, Rule.Appeal, "*")),
        ($"POST {DeskCase}/set-aside", new(Door.Desk, Rule.Appeal, "refused")),
        ("GET /desk/{lang}/payments/{payment}", new(Door.Desk, Rule.Cashier, "submitted", "certified", "paid", "unmatched", "set aside")),
        ("POST /desk/{lang}/payments/{payment} Ask", new(Door.Desk, Rule.Cashier, "submitted", "certified", "paid", "unmatched", "set aside")),
        ("POST /desk/{lang}/payments/{payment} Judge", new(Door.Desk, Rule.Cashier, "unmatched")),
    ];

    const string People = "/desk/{lang}/people";

    /// <summary>The people of the tahsil, to its administrator; that of another office has her own, and whoever is senior to somebody confirms her loss.</summary>
    static IEnumerable<(string, Rule)> Staff() =>
    [
        ($"GET {People}", new(Door.Desk) { Only = ["admin", "admin elsewhere", "circle"], Otherwise = Answer.Closed }),
        ($"POST {People} Confirm", new(Door.Desk) { Only = ["circle"] }),
        ($"GET {People}/find", new(Door.Desk) { Only = ["admin", "admin elsewhere"] }),
        .. Each(new(Door.Desk) { Only = ["admin"] },
            $"GET {People}/officials/{{official}}", $"POST {People}/officials/{{official}} Leave", $"POST {People}/officials/{{official}} EndLeave", $"POST {People}/officials/{{official}} Lost", $"POST {People}/officials/{{official}} SignOut",
            $"GET {People}/posts/{{post}}", $"POST {People}/posts/{{post}} Relieve", $"POST {People}/posts/{{post}} Join", $"POST {People}/posts/{{post}} Charge", $"POST {People}/posts/{{post}} Appoint",
            $"GET {People}/transfers", $"POST {People}/transfers Preview", $"POST {People}/transfers Plan", $"POST {People}/transfers Undo"),
        // Her own post, to whoever holds it; an administrator's is not delegated.
        .. Each(new(Door.Desk) { Only = ["clerk", "second clerk", "circle", "tahsildar", "sdo", "adhikari", "adhikari elsewhere", "tahsildar elsewhere", "cashier elsewhere", "inspector", "assistant"], Otherwise = Answer.Closed },
            "GET /desk/{lang}/delegate", "POST /desk/{lang}/delegate Give"),
        ("POST /desk/{lang}/delegate TakeBack", new(Door.Desk) { Only = ["clerk"], Otherwise = Answer.Closed }),
    ];

    const string Emergencies = "/desk/{lang}/emergencies", Unusual = "/desk/{lang}/unusual-looks", SecondQueries = "/desk/{lang}/second-queries";

    /// <summary>
    /// What was opened in an emergency, to the clerk of another office who asked, and what waits, to whoever stands over him there;
    /// what is unusual, to the administrator and to those above the post it is about.
    /// </summary>
    static IEnumerable<(string, Rule)> Access() =>
    [
        .. Each(new(Door.Desk), $"GET {Emergencies}", $"POST {Emergencies} Ask", $"GET {SecondQueries}"),
        .. Each(new(Door.Desk, Rule.Leave, "*"), $"GET {SecondQueries}/{{reference}}", $"GET {SecondQueries}/{{reference}}/papers/{{question}}/{{number}}.jpg", $"POST {SecondQueries}/{{reference}} Allow", $"POST {SecondQueries}/{{reference}} Refuse"),
        .. Each(new(Door.Desk) { Only = ["cashier elsewhere"] }, $"GET {Emergencies}/{{request}}", $"GET {Emergencies}/{{request}}/papers/{{question}}/{{number}}.jpg"),
        .. Each(new(Door.Desk) { Only = ["tahsildar elsewhere"] }, $"POST {Emergencies} Allow", $"POST {Emergencies} Refuse"),
        ($"GET {Unusual}", new(Door.Desk) { Only = ["admin", "admin elsewhere", "tahsildar", "tahsildar elsewhere", "clerk", "second clerk", "circle", "adhikari", "adhikari elsewhere", "inspector", "assistant"], Otherwise = Answer.Closed }),
        ("GET /desk/{lang}/timers", new(Door.Desk) { Only = ["admin", "admin elsewhere"], Otherwise = Answer.Closed }),
        ($"GET {Unusual}/{{notice}}", new(Door.Desk) { Only = ["admin", "tahsildar"] }),
        ($"POST {Unusual}/{{notice}} Close", new(Door.Desk) { Only = ["admin"] }),
    ];

    const string Broadcasts = "/desk/{lang}/broadcasts";

    /// <summary>What an area is told, to whoever looks after an office; one of them, to those of its office and of the offices above.</summary>
    static IEnumerable<(string, Rule)> Told() =>
    [
        .. Each(new(Door.Desk) { Only = ["admin", "admin elsewhere", "tahsildar", "tahsildar elsewhere"], Otherwise = Answer.Closed }, $"GET {Broadcasts}", $"GET {Broadcasts}/new", $"POST {Broadcasts}/new"),
        .. Each(new(Door.Desk) { Only = ["admin", "tahsildar"] }, $"GET {Broadcasts}/{{broadcast}}", $"POST {Broadcasts}/{{broadcast}} Approve", $"POST {Broadcasts}/{{broadcast}} Refuse"),
        // Asked for and taken back by who wrote it.
        .. Each(new(Door.Desk) { Only = ["admin"] }, $"POST {Broadcasts}/{{broadcast}} Ask", $"POST {Broadcasts}/{{broadcast}} Stop"),
    ];

    /// <summary>What machines ask, and what is there in Development alone: asked here as if the house were in Production.</summary>
    static IEnumerable<(string, Rule)> Machines() =>
    [
        ("POST /paying/gateway", new(Door.Machine) { Always = 400 }),
        .. Each(new(Door.Machine) { Always = 404 }, "POST /sms/{state}/{gateway}/{secret}/reports", "GET /sms/{state}/{gateway}/{secret}/reports", "POST /sms/{state}/{gateway}/{secret}/inbound"),
        .. Each(new(Door.Development), "GET /_design", "GET /dev/people", "POST /dev/people", "GET /dev/clock", "POST /dev/clock Days", "POST /dev/clock Day", "POST /dev/clock Real", "GET /dev/phone", "GET /dev/outbox", "POST /dev/outbox Replay", "GET /dev/registers", "POST /dev/registers", "POST /dev/registers/{register}/records",
            "GET /dev/sign-on/{state}/authorize", "POST /dev/sign-on/{state}/authorize", "GET /dev/sign-on/{state}/leave", "GET /dev/sign-on/{state}/.well-known/openid-configuration", "GET /dev/sign-on/{state}/jwks", "POST /dev/sign-on/{state}/token",
            "GET /dev/gateway/pay/{id}", "POST /dev/gateway/pay/{id}", "POST /dev/gateway/v1/payment_links", "GET /dev/gateway/v1/payment_links", "GET /dev/gateway/v1/payment_links/{id}", "POST /dev/gateway/v1/payments/{id}/refund", "GET /dev/gateway/v1/refunds/{id}",
            "GET /dev/gateway/upi/{id}", "POST /dev/gateway/upi/{id}", "POST /dev/gateway/v1/payment_links/{id}/cancel", "GET /dev/gateway/v1/orders/{id}", "GET /dev/gateway/v1/orders/{id}/payments",
            "POST /dev/gateway/v1/payments/qr_codes", "GET /dev/gateway/v1/payments/qr_codes/{id}", "GET /dev/gateway/v1/payments/qr_codes/{id}/payments", "POST /dev/gateway/v1/payments/qr_codes/{id}/close"),
    ];
}
