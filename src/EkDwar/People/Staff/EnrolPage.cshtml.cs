using EkDwar.Design;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Staff;

/// <summary>An official without password and authenticator shows her code, then chooses both herself. It signs nobody in.</summary>
public sealed class EnrolPage(EnrolmentTicket tickets) : EkPage
{
    const string Issuer = "EkDwar";

    /// <summary>Null before the code was right.</summary>
    public string? Ticket { get; private set; }

    /// <summary>For the authenticator, scanned, typed or by a link: base 32, in groups of four.</summary>
    public string Secret { get; private set; } = "";
    public string SecretUrl { get; private set; } = "";
    public bool IsDone { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost(string? login, string? first, string? second, [FromServices] OpenEnrolment open)
    {
        ModelState.Remove("first");
        ModelState.Remove("second");
        var opened = await open.Run(login, first, second);
        if (opened.IsDone) Ask(opened.Value);
        else Refuse(opened.Refusals);
        return Page();
    }

    public async Task<IActionResult> OnPostChoose(string? ticket, string? password, string? again, string? code, [FromServices] EnrolOfficial enrol)
    {
        foreach (var secret in (string[])["password", "again", "code"]) ModelState.Remove(secret);
        var opened = tickets.Open(ticket);
        var enrolled = await enrol.Run(opened, new(password, again, code));
        IsDone = enrolled.IsDone;
        if (IsDone) return Page();
        if (opened is not null && enrolled.Refusals[0].Code != "people.enrol.over") Ask(opened);
        Refuse(enrolled.Refusals);
        return Page();
    }

    void Ask(OpenedEnrolment opened)
    {
        Ticket = tickets.Seal(opened);
        var secret = Base32.Of(opened.Secret);
        Secret = string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
        SecretUrl = $"otpauth://totp/{Issuer}?secret={secret}&issuer={Issuer}";
    }
}
