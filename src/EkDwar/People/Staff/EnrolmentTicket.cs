using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EkDwar.People.Staff;

/// <summary>An enrolment whose code was right, and the authenticator's secret proposed for it.</summary>
public sealed record OpenedEnrolment(Guid EnrolmentId, byte[] Secret);

/// <summary>Carries an opened enrolment from the code to the choice of a password. Sealed, good for half an hour; the enrolment itself is used only then.</summary>
public sealed class EnrolmentTicket(IDataProtectionProvider protection)
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("desk-enrolment").ToTimeLimitedDataProtector();

    public string Seal(OpenedEnrolment opened) => tickets.Protect($"{opened.EnrolmentId} {Base64Url.EncodeToString(opened.Secret)}", Life);

    /// <summary>Null when there is none, it is old, or it was tampered with.</summary>
    public OpenedEnrolment? Open(string? ticket)
    {
        try
        {
            var parts = tickets.Unprotect(ticket ?? "").Split(' ');
            return new(Guid.Parse(parts[0]), Base64Url.DecodeFromChars(parts[1]));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
