using EkDwar.Catalogue;
using EkDwar.Design;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Delivering;

/// <summary>
/// Anybody verifies a certificate, signed in or not. By number only service, office, date and validity are shown; what a
/// certificate states is shown only to who presents its own code.
/// </summary>
public sealed class VerifyPage(VerifyCertificate verify, PublishedServices services, PostDirectory directory, TimeProvider time) : EkPage
{
    /// <summary>Whether it is a licence whose last day is past.</summary>
    public bool HasEnded => Register?.Certificate.HasEnded(time.Today()) == true;

    public string? Number { get; private set; }
    public Presented? Verdict { get; private set; }
    public CertificatePayload? States { get; private set; }
    public RegisterEntry? Register { get; private set; }

    /// <summary>Of a genuine code: the day from which on its key was in other hands.</summary>
    public DateOnly? KeyWithdrawnOn { get; private set; }
    public Phrase? ServiceName { get; private set; }
    public Phrase? OfficeName { get; private set; }
    public IReadOnlyList<(Phrase? Label, string Value)> Facts { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? number)
    {
        Number = number;
        if (string.IsNullOrWhiteSpace(number)) return Page();
        Register = await verify.ByNumber(number);
        if (Register is null)
        {
            Problem("number", "delivering.verify.unknown");
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
        return await Shown();
    }

    public async Task<IActionResult> OnPostFile(string? fileNumber, IFormFile? pdf)
    {
        Number = fileNumber;
        if (pdf is null || pdf.Length == 0) Problem("pdf", "files.empty");
        else if (pdf.Length > FileStore.MaxLength) Problem("pdf", "files.too_big");
        else
        {
            var bytes = new byte[pdf.Length];
            await using var content = pdf.OpenReadStream();
            await content.ReadExactlyAsync(bytes);
            (Verdict, Register) = await verify.ByFile(fileNumber, bytes);
            if (Register is null) Problem("fileNumber", "delivering.verify.unknown");
        }
        return await Shown();
    }

    public async Task<IActionResult> OnPostCode(string? payload)
    {
        var typed = (payload ?? "").Trim();
        typed = typed[(typed.IndexOf('#') + 1)..];
        if (typed.Length == 0) Problem("payload", "delivering.verify.payload_needed");
        else (Verdict, States, Register) = await verify.ByPayload(typed);
        if (Verdict == Presented.Genuine) KeyWithdrawnOn = verify.KeyWithdrawnOn(typed);
        return await Shown();
    }

    async Task<IActionResult> Shown()
    {
        if (Register is not { } register) return Page();
        var service = await services.Version(register.Reference.State.ToLowerInvariant(), register.ServiceId, register.ServiceVersion);
        ServiceName = Words(service.Names);
        OfficeName = Words((await directory.Office(register.OfficeId)).Names);
        if (States is not null)
            Facts = [.. States.Facts.Select(fact => fact.Key == CertificatePayload.Rest ? (T("delivering.verify.rest"), T("delivering.verify.rest_text").ToString()) : (service.Certificate.Rows.Find(row => row.Value == fact.Key) is { } row ? Words(row.Label)
                : fact.Key == CertificateWords.ValidUntil ? T("delivering.verify.valid_until") : (Phrase?)fact.Key, fact.Value))];
        return Page();
    }
}
