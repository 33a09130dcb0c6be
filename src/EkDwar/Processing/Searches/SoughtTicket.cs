using System.Security.Cryptography;
using EkDwar.People;
using Microsoft.AspNetCore.DataProtection;

namespace EkDwar.Processing.Searches;

/// <summary>
/// What was searched for, sealed for the address of its results: no name and no mobile stands in an address, a history or a log. Good for this official at
/// this post, for half a day; opened again it is a search again.
/// </summary>
public sealed class SoughtTicket(IDataProtectionProvider protection)
{
    static readonly TimeSpan Life = TimeSpan.FromHours(12);

    public string Seal(DeskSession session, Sought sought) => Of(session).Protect(sought.ToText(), Life);

    /// <summary>Null when there is none, it is old, another's, or was tampered with.</summary>
    public Sought? Read(DeskSession session, string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : Sought.Parse(Of(session).Unprotect(ticket));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    ITimeLimitedDataProtector Of(DeskSession session) => protection.CreateProtector("desk-search", session.OfficialId.ToString("N"), session.PostId.ToString("N")).ToTimeLimitedDataProtector();
}
