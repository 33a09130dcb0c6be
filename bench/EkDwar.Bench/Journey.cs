using EkDwar.Cases;
using EkDwar.People;

namespace EkDwar.Bench;

/// <summary>An official's browser: it keeps the newest session cookie it was given.</summary>
public sealed class DeskBrowser(BrowserSession session)
{
    string cookies = session.Cookies;

    public async Task<RawAnswer> Get(RawConnection connection, string path) => Kept(await connection.Get(path, cookies));

    public async Task<RawAnswer> Post(RawConnection connection, string path, string body) =>
        Kept(await connection.Post(path, cookies, $"{body}&__RequestVerificationToken={Uri.EscapeDataString(session.FormToken)}"));

    RawAnswer Kept(RawAnswer answer)
    {
        if (answer.Header("Set-Cookie") is { } set && set.StartsWith("ek-desk=", StringComparison.Ordinal))
            cookies = string.Join("; ", cookies.Split("; ").Select(cookie => cookie.StartsWith("ek-desk=", StringComparison.Ordinal) ? set.Split(';')[0] : cookie));
        return answer;
    }
}

/// <summary>
/// The whole life measured: a prepared draft is sent, three officers act, the citizen looks at the status and the clerk
/// at the inbox. Six requests; the pages redirected to are not fetched.
/// </summary>
public sealed class Journey(OfficeDesks office, SealedSessions sessions)
{
    readonly DeskBrowser clerk = new(sessions.Of(new DeskSession(office.Officials[0].OfficialId, office.Posts[0].PostId)));
    readonly DeskBrowser circle = new(sessions.Of(new DeskSession(office.Officials[1].OfficialId, office.Posts[1].PostId)));
    readonly DeskBrowser tahsildar = new(sessions.Of(new DeskSession(office.Officials[2].OfficialId, office.Posts[2].PostId)));

    /// <summary>Milliseconds from the first byte sent to the last received.</summary>
    public async Task<double> Run(RawConnection connection, PreparedDraft draft)
    {
        var sent = await Send(connection, draft);
        if (!CaseReference.TryParse(sent.Header("Location")!.Split('/')[4], out var reference)) throw new InvalidOperationException(sent.Headers);
        var address = $"/desk/mr/cases/{reference}";
        var words = Uri.EscapeDataString("कागदपत्रे व स्थळ पाहिले; उत्पन्न बरोबर आहे.");
        var all = sent.Milliseconds;
        all += (await clerk.Post(connection, address + "?handler=Forward", $"version=0&forward-note={words}")).Must(303, "forward").Milliseconds;
        all += (await circle.Post(connection, address + "?handler=Report", $"version=1&report-check=address_seen&report-check=family_asked&report-check=land_seen&report-recommends=yes&report-words={words}")).Must(303, "report").Milliseconds;
        all += (await tahsildar.Post(connection, address + "/grant", "version=2&words=")).Must(303, "grant").Milliseconds;
        all += (await connection.Get($"/mh/mr/cases/{reference}", draft.Browser.Cookies)).Must(200, "status").Milliseconds;
        return all + (await Inbox(connection)).Milliseconds;
    }

    public async Task<RawAnswer> Inbox(RawConnection connection) => (await clerk.Get(connection, "/desk/mr/inbox")).Must(200, "inbox");

    public static async Task<RawAnswer> Send(RawConnection connection, PreparedDraft draft) =>
        (await connection.Post(PreparedDrafts.Address, draft.Browser.Cookies, draft.Body)).Must(302, "submit");
}
