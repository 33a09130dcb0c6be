using EkDwar.People;
using EkDwar.People.Staff;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People;

/// <summary>What administrators and their colleagues do with a browser, in English; each signs in with login, password and code.</summary>
static class StaffWalk
{
    public const string People = "/desk/en/people";

    public static string Posts(Guid post) => $"{People}/posts/{post}";

    /// <summary>A browser at the desk of this official; where she may act from several posts, at this one.</summary>
    public static async Task<Browser> Signed(this TestHouse house, string login, Guid? post = null)
    {
        var browser = house.Browser();
        var page = await house.SignsIn(browser, login);
        if (page.Has("input[name=post]")) page = await page.Form().With("post", post!.Value.ToString()).Press();
        Assert.StartsWith("/desk/en/", page.Path);
        Assert.NotEqual("/desk/en/sign-in", page.Path);
        return browser;
    }

    public static Task<Guid> Official(this TestHouse house, string login) => house.Db(db => db.Set<Official>().Where(official => official.Login == login).Select(official => official.OfficialId).SingleAsync());

    public static Form Day(this Form form, string field, DateOnly day) =>
        form.With(field + "-day", $"{day.Day}").With(field + "-month", $"{day.Month}").With(field + "-year", $"{day.Year}");

    public static Task<List<OfficeChangeKind>> Record(this TestHouse house, Guid official) => house.Db(db =>
        db.Set<OfficeChange>().Where(change => change.OfficialId == official).OrderBy(change => change.At).ThenBy(change => change.ChangeId).Select(change => change.Kind).ToListAsync());

    /// <summary>Enrols with a code, or two halves, as an official with an authenticator app does it.</summary>
    public static async Task<Page> Enrols(this TestHouse house, string login, string first, string second, string password)
    {
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        var begun = await (await house.Browser().Open("/desk/en/enrol")).Form("#enrol").With("login", login).With("first", first).With("second", second).Press();
        return begun.Has("#choose") ? await house.Chooses(begun, password, password) : begun;
    }

    public static Task<Page> Chooses(this TestHouse house, Page begun, string password, string again)
    {
        // The code to scan and the link say the same; the key is in both as it is typed.
        Assert.Equal(begun["a[href^='otpauth:']"].GetAttribute("href"), Design.A_qr_code.Scanned(begun["main svg[role=img]"]));
        var code = Totp.Code(Secret(begun.TextOf("#secret")), Totp.StepAt(house.Clock.GetUtcNow().UtcDateTime));
        return begun.Form("#choose").With("password", password).With("again", again).With("code", code).Press();
    }

    /// <summary>Base 32 as an authenticator reads it, RFC 4648.</summary>
    static byte[] Secret(string shown)
    {
        var bits = string.Concat(shown.Where(char.IsAsciiLetterOrDigit).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
