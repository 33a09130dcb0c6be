namespace EkDwar.BrowserTests;

/// <summary>The pages of money beside the gateway: the fee an office works out and takes, its cash book, what does not match, and what a refusal that was set aside gives back.</summary>
static class FeePages
{
    public static IEnumerable<PageKind> All(StockedHouse stock) =>
    [
        new("fee given back or free", Reader.Citizen, $"cases/{stock.SetAside}/set-aside"),
        new("fees at the desk", Reader.Clerk, "/desk/{lang}/fees", Weight.Desk),
        new("fee to take", Reader.Clerk, $"/desk/{{lang}}/cases/{stock.Owing}/take", Weight.Desk),
        new("fee to take, taken", Reader.Clerk, $"/desk/{{lang}}/cases/{stock.Taken}/take", Weight.Desk, PageKind.OpensDetails),
        new("payment that does not match", Reader.Clerk, $"/desk/{{lang}}/payments/{stock.Unmatched.Compact}-1", Weight.Desk),
        new("day book", Reader.Clerk, "/desk/{lang}/day-book", Weight.Desk),
        new("fee to work out", Reader.Clerk, $"/desk/{{lang}}/cases/{stock.ToAssess}/fee", Weight.Desk),
        new("fee to work out, its heads", Reader.Clerk, $"/desk/{{lang}}/cases/{stock.ToAssess}/fee", Weight.Desk, v => Works(v, "12")),
        new("refusal to set aside", Reader.Authority, $"/desk/{{lang}}/cases/{stock.Refused}/set-aside", Weight.Desk),
        new("refusal to set aside, done", Reader.Authority, $"/desk/{{lang}}/cases/{stock.SetAside}/set-aside", Weight.Desk),
    ];

    static async Task Works(Visitor visitor, string pages)
    {
        await visitor.Type("fact-pages", pages);
        await visitor.Press("paying.assess.show");
        await visitor.Button(visitor.T("paying.assess.send")).WaitForAsync();
    }
}
