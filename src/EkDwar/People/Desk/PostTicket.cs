using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EkDwar.People.Desk;

/// <summary>Who was recognised, and how, but has not said yet from which post she acts: no session. Sealed, good for five minutes.</summary>
public sealed record Recognised(Guid OfficialId, Guid? PasskeyId, DateTime At)
{
    public bool IsByPasskey => PasskeyId is not null;

    /// <summary>When she showed a factor: now, but for a state's own sign-on, which may have asked her long before, or not say when.</summary>
    public DateTime? ProvedAt { get; init; } = At;

    /// <summary>The state by whose own sign-on she was recognised; null for what she showed to the house itself.</summary>
    public string? SignOn { get; init; }
}

/// <summary>Carries somebody recognised from the sign-in page to the choice of a post.</summary>
public sealed class PostTicket(IDataProtectionProvider protection)
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("desk-post").ToTimeLimitedDataProtector();

    public string Seal(Recognised who) => tickets.Protect($"{who.OfficialId} {who.PasskeyId} {who.At.Ticks} {who.ProvedAt?.Ticks} {who.SignOn}", Life);

    static DateTime At(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    /// <summary>Null when there is none, it is old, or it was tampered with.</summary>
    public Recognised? Open(string? ticket)
    {
        try
        {
            var parts = tickets.Unprotect(ticket ?? "").Split(' ');
            return new(Guid.Parse(parts[0]), parts[1].Length == 0 ? null : Guid.Parse(parts[1]), At(parts[2])) { ProvedAt = parts[3].Length == 0 ? null : At(parts[3]), SignOn = parts[4].Length > 0 ? parts[4] : null };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
