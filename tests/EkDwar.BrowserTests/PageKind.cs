namespace EkDwar.BrowserTests;

/// <summary>Who looks at a page: each has her own cookies.</summary>
public enum Reader { Anybody, Citizen, Clerk, Tahsildar, GramPanchayat, Electrical, Authority, Administrator, SocialWelfare, Inspector, Circle, FieldVisitor }

/// <summary>Which budget of bytes a page lives under.</summary>
public enum Weight { Question, Home, Desk, Development }

/// <summary>One kind of page of the house, and how its reader comes to it.</summary>
/// <param name="Path">In an address of the state or, starting with a slash, the whole; {lang} is the language.</param>
/// <param name="Then">What she does there to see it; null when it shows at once.</param>
/// <param name="Headings">How many headings of the first level; more than one only where components are shown side by side that each head a page.</param>
public sealed record PageKind(string Name, Reader Reader, string Path, Weight Weight = Weight.Question, Func<Visitor, Task>? Then = null, int Headings = 1)
{
    /// <summary>What it is a kind of: one page may show several states ("tracker, asked").</summary>
    public string Family => Name.Split(',')[0];

    /// <summary>The address of the page, without what is asked of it.</summary>
    public string Leads(Visitor visitor) => Address(visitor).Split('?')[0];

    string Address(Visitor visitor) =>
        Path.StartsWith('/') ? Path.Replace("{lang}", visitor.Language.Code, StringComparison.Ordinal) : $"/mh/{visitor.Language}{(Path.Length == 0 || Path[0] == '?' ? "" : "/")}{Path}";

    public async Task Reach(Visitor visitor)
    {
        await visitor.Go(Address(visitor));
        if (Then is not null) await Then(visitor);
    }

    /// <summary>Every kind of page there is; <see cref="PageRoutes"/> holds it against the routes of the house.</summary>
    public static IReadOnlyList<PageKind> All(StockedHouse stock) =>
        [.. Open(stock), .. OfCitizens(stock), .. QuestionPages(stock), .. OfDesks(stock), .. FeePages.All(stock), .. VisitPages.All(stock), .. SignOnPages.All, .. OfDevelopment(stock)];

    /// <summary>A question of each type that the income certificate does not ask.</summary>
    static IEnumerable<PageKind> QuestionPages(StockedHouse stock) => stock.Questions
        .Select(asked => new PageKind($"question {asked.Question} of {asked.Service}", Reader.Citizen, $"apply/{asked.Service}/{asked.Question}"));

    static IEnumerable<PageKind> Open(StockedHouse stock) =>
    [
        new("states", Reader.Anybody, "/?lang={lang}", Weight.Home),
        new("home", Reader.Anybody, "", Weight.Home),
        new("home, found", Reader.Anybody, "?q=utpanna%20dakhla", Weight.Home),
        new("home, nothing found", Reader.Anybody, "?q=zzzz", Weight.Home),
        new("service", Reader.Anybody, "services/income-certificate", Weight.Home),
        new("service with conditions", Reader.Anybody, "services/senior-citizen-certificate", Weight.Home),
        new("service that comes at once", Reader.Anybody, "services/digital-712-extract", Weight.Home),
        new("service with days by slab", Reader.Anybody, "services/solvency-certificate", Weight.Home),
        new("services", Reader.Anybody, "services", Weight.Home),
        new("can I get it", Reader.Anybody, "services/senior-citizen-certificate/eligible"),
        new("can I get it, no", Reader.Anybody, "services/senior-citizen-certificate/eligible", Then: v => Born(v, 1990)),
        new("can I get it, yes", Reader.Anybody, "services/senior-citizen-certificate/eligible", Then: v => Born(v, 1950)),
        new("what can I get", Reader.Anybody, "what-can-i-get"),
        new("what can I get, answered", Reader.Anybody, "what-can-i-get", Then: v => TypeAndPress(v, "born_on-year", "1950", "finding.get.show")),
        new("help", Reader.Anybody, "help"),
        new("accessibility", Reader.Anybody, "accessibility"),
        new("privacy", Reader.Anybody, "privacy"),
        new("delays", Reader.Anybody, "delays"),
        new("no such page", Reader.Anybody, "services/none"),
        new("sign in", Reader.Anybody, "sign-in"),
        new("sign in, wrong number", Reader.Anybody, "sign-in", Then: v => TypeAndPress(v, "mobile", "12", "people.send_code")),
        new("code", Reader.Anybody, "sign-in", Then: v => TypeAndPress(v, "mobile", $"98{System.Security.Cryptography.RandomNumberGenerator.GetInt32(10_000_000, 99_999_999)}", "people.send_code")),
        new("signed out", Reader.Anybody, "sign-out"),
        new("track", Reader.Anybody, "track"),
        new("track, unreadable", Reader.Anybody, "track", Then: v => TypeAndPress(v, "reference", "MH-1", "people.send_code")),
        new("verify", Reader.Anybody, "verify"),
        new("verify, valid", Reader.Anybody, $"verify?number={stock.Certified}-1"),
        new("verify, unknown", Reader.Anybody, $"verify?number={stock.Fresh}-1"),
        new("verify, not ours", Reader.Anybody, "verify", Then: v => TypeAndPress(v, "payload", "https://example.org/#abc", "delivering.verify.compare_code")),
    ];

    static IEnumerable<PageKind> OfCitizens(StockedHouse stock) =>
    [
        .. ((string[])["name", "born_on", "village", "address", "purpose", "income", "income_proof", "declaration"])
            .Select(question => new PageKind($"question {question}", Reader.Citizen, $"apply/income-certificate/{question}")),
        new("question village, the taluka first", Reader.Citizen, $"apply/{StockedHouse.AtPlace}/village"),
        new("question born_on, with problems", Reader.Citizen, "apply/income-certificate/born_on", Then: WrongDate),
        new("question income_proof, refused", Reader.Citizen, "apply/income-certificate/income_proof", Then: WrongFile),
        new("check answers", Reader.Citizen, "apply/income-certificate/check-answers"),
        new("person", Reader.Citizen, "sign-in/person"),
        new("my applications", Reader.Citizen, "my"),
        new("who may act", Reader.Citizen, "my/acting"),
        new("who may act, with problems", Reader.Citizen, "my/acting", Then: v => v.Press("people.send_code")),
        new("begun in her name", Reader.Citizen, $"my/begun/{stock.BegunForHer}"),
        new("correct, with problems", Reader.Citizen, $"cases/{stock.Fresh}/correct", Then: v => v.Press("applying.correct.send")),
        new("correct, a paper", Reader.Citizen, $"cases/{stock.Fresh}/correct/income_proof"),
        new("take a correction back", Reader.Citizen, $"cases/{stock.Corrected}/take-back-correction"),
        new("correct, an answer", Reader.Citizen, $"cases/{stock.Fresh}/correct/address"),
        new("own data", Reader.Citizen, "my/data"),
        new("sign-ins", Reader.Citizen, "my/sign-ins"),
        new("messages", Reader.Citizen, "my/messages"),
        new("messages, no address", Reader.Citizen, "my/messages", Then: v => v.Press("people.send_code")),
        new("own data, asked for", Reader.Citizen, "my/data", Then: v => v.Press("people.send_code")),
        new("acknowledgement", Reader.Citizen, $"cases/{stock.Fresh}/submitted"),
        new("count of days", Reader.Citizen, $"cases/{stock.Fresh}/days"),
        new("count of days, not begun", Reader.Citizen, $"cases/{stock.Lacking}/days"),
        new("acknowledgement, paper missing", Reader.Citizen, $"cases/{stock.Lacking}/submitted"),
        new("tracker, running", Reader.Citizen, $"cases/{stock.AtTahsildar}", Then: OpensDetails),
        new("tracker, paper missing", Reader.Citizen, $"cases/{stock.Lacking}"),
        new("tracker, asked", Reader.Citizen, $"cases/{stock.Asked}", Then: OpensDetails),
        new("tracker, granted", Reader.Citizen, $"cases/{stock.Certified}"),
        new("tracker, refused", Reader.Citizen, $"cases/{stock.Refused}"),
        new("missing paper", Reader.Citizen, $"cases/{stock.Lacking}/papers/income_proof"),
        new("answer to a query", Reader.Citizen, $"cases/{stock.Asked}/query"),
        new("answer to a query, a paper", Reader.Citizen, $"cases/{stock.Asked}/query/income_proof"),
        new("acknowledgement, fee to pay", Reader.Citizen, $"cases/{stock.Owing}/submitted"),
        new("pay", Reader.Citizen, $"cases/{stock.Owing}/pay"),
        new("pay, begun", Reader.Citizen, $"cases/{stock.Begun}/pay"),
        new("pay, with a UPI app", Reader.Citizen, $"cases/{stock.Coded}/pay"),
        new("pay, come back", Reader.Citizen, $"cases/{stock.Begun}/pay?returned=yes"),
        new("receipt", Reader.Citizen, $"cases/{stock.Paid}/receipt", Then: OpensDetails),
        new("tracker, licence", Reader.Citizen, $"cases/{stock.Licensed}", Then: OpensDetails),
        new("renew a licence", Reader.Citizen, $"cases/{stock.Licensed}/renew"),
        new("tracker, pension", Reader.Citizen, $"cases/{stock.Pensioned}", Then: OpensDetails),
        new("tracker, instalments", Reader.Citizen, $"cases/{stock.Scholar}"),
        new("another account, with problems", Reader.Citizen, $"cases/{stock.Scholar}/account", Then: v => v.Press("delivering.account_save")),
        new("tracker, consents missing", Reader.Citizen, $"cases/{stock.Wedding}", Then: OpensDetails),
        new("another witness", Reader.Citizen, $"cases/{stock.Wedding}/parties/witness.1"),
        new("withdraw", Reader.Citizen, $"cases/{stock.Wedding}/withdraw"),
        new("consent, with problems", Reader.Citizen, $"cases/{stock.Invited}/consents/husband", Then: v => v.Press("applying.consent_give")),
        new("tracker, closed", Reader.Citizen, $"cases/{stock.Lapsed}", Then: OpensDetails),
        new("apply again", Reader.Citizen, $"cases/{stock.Lapsed}/again"),
        new("tracker, fee paid", Reader.Citizen, $"cases/{stock.Paid}", Then: OpensDetails),
    ];

    static IEnumerable<PageKind> OfDesks(StockedHouse stock) =>
    [
        new("desk sign in", Reader.Anybody, "/desk/{lang}/sign-in", Weight.Desk),
        new("enrol", Reader.Anybody, "/desk/{lang}/enrol", Weight.Desk),
        new("enrol, wrong", Reader.Anybody, "/desk/{lang}/enrol", Weight.Desk, v => v.Press("people.desk_sign_in.go_on")),
        new("people", Reader.Administrator, "/desk/{lang}/people", Weight.Desk),
        new("people, no administrator", Reader.Clerk, "/desk/{lang}/people", Weight.Desk),
        new("people of a post", Reader.Administrator, $"/desk/{{lang}}/people/posts/{stock.ManagedPost}", Weight.Desk, OpensDetails),
        new("people of a post, with problems", Reader.Administrator, $"/desk/{{lang}}/people/posts/{stock.ManagedPost}", Weight.Desk, WrongJoin),
        new("officials by name", Reader.Administrator, "/desk/{lang}/people/find?q=Pavar", Weight.Desk),
        new("officials by name, for a post", Reader.Administrator, $"/desk/{{lang}}/people/find?q=Kale&post={stock.ManagedPost}&act=charge", Weight.Desk),
        new("officials by name, with problems", Reader.Administrator, "/desk/{lang}/people/find?q=", Weight.Desk),
        new("official", Reader.Administrator, $"/desk/{{lang}}/people/officials/{stock.ManagedOfficial}", Weight.Desk, OpensDetails),
        new("certificate, a mistake in it", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.Certified}/certificate/correct", Weight.Desk),
        new("why a case is opened", Reader.Clerk, $"/desk/{{lang}}/cases/{stock.Certified}/why", Weight.Desk),
        new("why a case is opened, with problems", Reader.Clerk, $"/desk/{{lang}}/cases/{stock.Certified}/why", Weight.Desk, v => v.Press("processing.why.open")),
        new("transfers", Reader.Administrator, $"/desk/{{lang}}/people/transfers?office={stock.ManagedOffice}", Weight.Desk),
        new("transfers, with problems", Reader.Administrator, $"/desk/{{lang}}/people/transfers?office={stock.ManagedOffice}", Weight.Desk, v => v.Press("processing.transfer_look")),
        new("delegate", Reader.Clerk, "/desk/{lang}/delegate", Weight.Desk),
        new("delegate, with problems", Reader.Clerk, "/desk/{lang}/delegate", Weight.Desk, v => v.Press("people.delegate.button")),
        new("delegate, not hers", Reader.Administrator, "/desk/{lang}/delegate", Weight.Desk),
        new("emergencies, asked", Reader.Clerk, "/desk/{lang}/emergencies", Weight.Desk),
        new("emergencies, with problems", Reader.Clerk, "/desk/{lang}/emergencies", Weight.Desk, v => v.Press("processing.emergency.ask")),
        new("emergencies, to answer", Reader.Tahsildar, "/desk/{lang}/emergencies", Weight.Desk),
        new("emergencies", Reader.Electrical, "/desk/{lang}/emergencies", Weight.Desk),
        new("case in an emergency", Reader.Clerk, $"/desk/{{lang}}/emergencies/{stock.Emergency}", Weight.Desk),
        new("second queries", Reader.Tahsildar, "/desk/{lang}/second-queries", Weight.Desk),
        new("second queries, none", Reader.Electrical, "/desk/{lang}/second-queries", Weight.Desk),
        new("second query, with problems", Reader.Tahsildar, $"/desk/{{lang}}/second-queries/{stock.AskedAgain}", Weight.Desk, v => v.Press("processing.second.refuse")),
        new("unusual looks", Reader.Administrator, "/desk/{lang}/unusual-looks", Weight.Desk),
        new("unusual looks, nobody below", Reader.Electrical, "/desk/{lang}/unusual-looks", Weight.Desk),
        new("unusual look, with problems", Reader.Administrator, $"/desk/{{lang}}/unusual-looks/{stock.UnusualLook}", Weight.Desk, v => v.Press("processing.unusual.close_button")),
        new("timers", Reader.Administrator, "/desk/{lang}/timers", Weight.Desk),
        new("timers, no administrator", Reader.Clerk, "/desk/{lang}/timers", Weight.Desk),
        new("broadcasts", Reader.Tahsildar, "/desk/{lang}/broadcasts", Weight.Desk),
        new("broadcasts, looks after no office", Reader.Clerk, "/desk/{lang}/broadcasts", Weight.Desk),
        new("broadcast, written", Reader.Administrator, "/desk/{lang}/broadcasts/new", Weight.Desk),
        new("broadcast, written with problems", Reader.Administrator, "/desk/{lang}/broadcasts/new", Weight.Desk, v => v.Press("notifying.broadcasts.look")),
        new("broadcast, to answer", Reader.Tahsildar, $"/desk/{{lang}}/broadcasts/{stock.Broadcast}", Weight.Desk),
        new("broadcast, refused without words", Reader.Tahsildar, $"/desk/{{lang}}/broadcasts/{stock.Broadcast}", Weight.Desk, v => v.Press("notifying.broadcasts.refuse")),
        new("search", Reader.Clerk, "/desk/{lang}/search", Weight.Desk, OpensDetails),
        new("search, with problems", Reader.Clerk, "/desk/{lang}/search", Weight.Desk, v => v.Press("processing.search.button")),
        new("search, found", Reader.Clerk, "/desk/{lang}/search", Weight.Desk, v => SearchesFor(v, "Rhalkar")),
        new("search, found below", Reader.Tahsildar, "/desk/{lang}/search", Weight.Desk, v => SearchesFor(v, "Ralkar")),
        new("search, nothing found", Reader.Electrical, "/desk/{lang}/search", Weight.Desk, v => SearchesFor(v, "Rhalkar")),
        new("search, over", Reader.Clerk, "/desk/{lang}/search?s=over", Weight.Desk),
        new("account", Reader.Clerk, "/desk/{lang}/account", Weight.Desk),
        new("sign-ins of an official", Reader.Clerk, "/desk/{lang}/sign-ins", Weight.Desk),
        new("changing the password", Reader.Clerk, "/desk/{lang}/account/password", Weight.Desk),
        new("changing the password, refused", Reader.Clerk, "/desk/{lang}/account/password", Weight.Desk, Then: v => v.Press("people.password.button")),
        new("inbox", Reader.Clerk, "/desk/{lang}/inbox", Weight.Desk),
        new("inbox, narrowed", Reader.Clerk, "/desk/{lang}/inbox?service=income-certificate&waits=desk", Weight.Desk, OpensDetails),
        new("inbox, nothing fits", Reader.Tahsildar, "/desk/{lang}/inbox?service=income-certificate&due=Overdue", Weight.Desk),
        new("inbox of another desk", Reader.Tahsildar, $"/desk/{{lang}}/inbox?post={stock.ClerksPost}", Weight.Desk, OpensDetails),
        new("inbox, not in sight", Reader.Clerk, $"/desk/{{lang}}/inbox?post={stock.ManagedPost}", Weight.Desk),
        new("inbox of another desk, not claimed yet", Reader.Clerk, $"/desk/{{lang}}/inbox?post={stock.SharedDesk}", Weight.Desk, OpensDetails),
        new("inbox of another desk, shared", Reader.Tahsildar, $"/desk/{{lang}}/inbox?post={stock.SharedDesk}", Weight.Desk),
        new("case not claimed yet", Reader.Clerk, $"/desk/{{lang}}/cases/{stock.Unclaimed}", Weight.Desk, OpensDetails),
        new("share", Reader.Clerk, $"/desk/{{lang}}/share?how=Claim&case={stock.Unclaimed}&case={stock.Fresh}&case={stock.Refused}", Weight.Desk),
        new("share, nothing chosen", Reader.Clerk, "/desk/{lang}/share?how=Claim", Weight.Desk),
        new("share, with problems", Reader.Tahsildar, $"/desk/{{lang}}/share?how=Assign&case={stock.Unclaimed}", Weight.Desk, v => v.Press("processing.share.Assign_button")),
        new("share, not done", Reader.Clerk, $"/desk/{{lang}}/share?how=HandOver&case={stock.Fresh}", Weight.Desk, v => HandsOverToHerself(v, stock.ClerksPost)),
        new("team", Reader.Tahsildar, "/desk/{lang}/team", Weight.Desk),
        new("team, nobody below", Reader.GramPanchayat, "/desk/{lang}/team", Weight.Desk),
        new("case with a correction", Reader.Clerk, $"/desk/{{lang}}/cases/{stock.Corrected}", Weight.Desk, OpensDetails),
        new("case to scrutinise", Reader.Clerk, $"/desk/{{lang}}/cases/{stock.Fresh}", Weight.Desk, OpensDetails),
        new("no such case", Reader.Clerk, "/desk/{lang}/cases/MH-0000", Weight.Desk),
        new("case to decide", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.AtTahsildar}", Weight.Desk, OpensDetails),
        new("paper", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.AtTahsildar}/papers/income_proof", Weight.Desk),
        new("prove, before signing", Reader.Tahsildar, $"/desk/{{lang}}/prove?returnUrl=/desk/{{lang}}/cases/{stock.AtTahsildar}/grant", Weight.Desk),
        new("prove, with a wrong code", Reader.Electrical, "/desk/{lang}/prove", Weight.Desk, v => v.Press("people.desk_sign_in.go_on")),
        new("grant", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.AtTahsildar}/grant", Weight.Desk),
        new("refuse", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.AtTahsildar}/refuse", Weight.Desk),
        new("refusal letter", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.AtTahsildar}/refuse", Weight.Desk, PreviewsLetter),
        new("pay list", Reader.Tahsildar, "/desk/{lang}/pay-list", Weight.Desk),
        new("benefit", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.Pensioned}/benefit", Weight.Desk),
        new("pay list, instalments", Reader.SocialWelfare, "/desk/{lang}/pay-list", Weight.Desk),
        new("benefit, instalments", Reader.SocialWelfare, $"/desk/{{lang}}/cases/{stock.Scholar}/benefit", Weight.Desk),
        new("instalment", Reader.SocialWelfare, $"/desk/{{lang}}/cases/{stock.Scholar}/instalments/1", Weight.Desk),
        new("instalment to record, with problems", Reader.Inspector, $"/desk/{{lang}}/cases/{stock.Scholar}/instalments/2", Weight.Desk, v => v.Press("delivering.need_record")),
        new("instalments to record", Reader.Inspector, "/desk/{lang}/instalments", Weight.Desk),
        new("instalments to record, none", Reader.Clerk, "/desk/{lang}/instalments", Weight.Desk),
        new("signatures", Reader.GramPanchayat, "/desk/{lang}/signatures", Weight.Desk),
        new("case with a form", Reader.Electrical, $"/desk/{{lang}}/cases/{stock.Programme}", Weight.Desk, OpensDetails),
        new("parties", Reader.GramPanchayat, $"/desk/{{lang}}/cases/{stock.Wedding}/parties", Weight.Desk, OpensDetails),
        new("certificates", Reader.Tahsildar, $"/desk/{{lang}}/cases/{stock.Certified}/certificate", Weight.Desk),
    ];

    static IEnumerable<PageKind> OfDevelopment(StockedHouse stock) =>
    [
        new("phone", Reader.Anybody, "/dev/phone?lang={lang}", Weight.Development),
        new("outbox", Reader.Anybody, "/dev/outbox?lang={lang}", Weight.Development),
        new("gateway simulator", Reader.Anybody, $"/dev/gateway/pay/{stock.PaymentPage}?lang={{lang}}", Weight.Development),
        new("UPI app simulator", Reader.Anybody, $"/dev/gateway/upi/{stock.UpiCode}?lang={{lang}}", Weight.Development),
        new("emulated registers", Reader.Anybody, "/dev/registers?lang={lang}", Weight.Development),
        new("demo clock", Reader.Anybody, "/dev/clock?lang={lang}", Weight.Development),
        new("demo clock, with problems", Reader.Anybody, "/dev/clock?lang={lang}", Weight.Development, v => v.Press("onboarding.clock.move_days")),
        new("demo people", Reader.Anybody, "/dev/people?lang={lang}", Weight.Development),
        new("gallery", Reader.Anybody, "/_design?lang={lang}", Weight.Development, Headings: 3),
    ];

    static async Task TypeAndPress(Visitor visitor, string name, string words, string button)
    {
        await visitor.Type(name, words);
        await visitor.Press(button);
    }

    static async Task WrongJoin(Visitor visitor)
    {
        await OpensDetails(visitor);
        await visitor.Press("people.staff.join_button");
    }

    // She is offered her colleagues alone: what a form of hers says otherwise is told as not done, and nothing is.
    static async Task SearchesFor(Visitor visitor, string words)
    {
        await visitor.Type("words", words);
        await visitor.Press("processing.search.button");
    }

    static async Task HandsOverToHerself(Visitor visitor, Guid post)
    {
        await visitor.Page.Locator("main input[name=to]").First.EvaluateAsync("(box, post) => box.value = post", post.ToString());
        await visitor.Page.Locator("main input[name=to]").First.CheckAsync();
        await visitor.Type("words", "रजा");
        await visitor.Press("processing.share.HandOver_button");
    }

    static async Task Born(Visitor visitor, int year)
    {
        foreach (var (box, number) in new[] { ("day", 1), ("month", 1), ("year", year) }) await visitor.Type("answer-" + box, $"{number}");
        await visitor.Press("people.confirm");
    }

    static async Task WrongDate(Visitor visitor)
    {
        await visitor.Type("answer-day", "३१");
        await visitor.Type("answer-month", "2");
        await visitor.Press("applying.continue");
    }

    public static async Task WrongFile(Visitor visitor)
    {
        await visitor.Choose("answer-kind", "salary_slip");
        await visitor.Upload("answer-file", "दाखला.docx", [0x50, 0x4B, 3, 4, 20, 0], "application/octet-stream");
        await visitor.Press("applying.continue");
        // With a script the form goes once the file is there.
        await visitor.Page.Locator(".govuk-error-summary").WaitForAsync();
    }

    public static async Task OpensDetails(Visitor visitor)
    {
        foreach (var summary in await visitor.Page.Locator("main details > summary").AllAsync()) await summary.ClickAsync();
    }

    public static async Task PreviewsLetter(Visitor visitor)
    {
        await visitor.Choose("ground", "income_not_proved");
        await visitor.Type("words", "वेतन दाखल्यावर सही नाही.");
        await visitor.Press("deciding.refuse.preview");
    }
}
