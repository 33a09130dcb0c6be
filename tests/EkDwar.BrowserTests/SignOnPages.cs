namespace EkDwar.BrowserTests;

/// <summary>The way to a state's own sign-on and back, as an official of the demo goes it.</summary>
static class SignOnPages
{
    const string Begin = "/desk/{lang}/sign-in";

    public static IEnumerable<PageKind> All =>
    [
        new("emulated sign-on", Reader.Anybody, Begin, Weight.Development, GoesThere),
        new("emulated sign-on, with problems", Reader.Anybody, Begin, Weight.Development, async v =>
        {
            await GoesThere(v);
            await v.Press("people.emulator.both");
        }),
        new("emulated sign-on, left", Reader.Anybody, "/dev/sign-on/mh/leave?lang={lang}&client_id=ekdwar", Weight.Development),
        new("sign-on, second factor", Reader.Anybody, Begin, Weight.Desk, v => ComesBack(v, "supply.haveli", "people.emulator.one")),
        new("sign-on, wrong code", Reader.Anybody, Begin, Weight.Desk, async v =>
        {
            await ComesBack(v, "supply.haveli", "people.emulator.one");
            await v.Press("people.desk_sign_in.go_on");
        }),
        new("sign-on, not let in", Reader.Anybody, Begin, Weight.Desk, v => ComesBack(v, "nobody.at.all", "people.emulator.both")),
        new("signed out of a sign-on", Reader.Anybody, "/desk/{lang}/signed-out/mh", Weight.Desk),
    ];

    static async Task GoesThere(Visitor visitor)
    {
        await visitor.Page.Locator("#sign-on-mh button").ClickAsync();
        await visitor.IsLedTo(@"/dev/sign-on/mh/authorize\?");
    }

    static async Task ComesBack(Visitor visitor, string login, string way)
    {
        await GoesThere(visitor);
        // The provider speaks the language it was asked to, which is not told by its address.
        await visitor.Page.GotoAsync(visitor.Page.Url + "&lang=" + visitor.Language.Code);
        await visitor.Type("login", login);
        await visitor.Press(way);
        await visitor.IsLedTo("/desk/[a-z]+/sign-on$");
    }
}
