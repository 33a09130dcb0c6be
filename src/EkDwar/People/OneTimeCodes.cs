using System.Globalization;
using System.Security.Cryptography;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People;

/// <summary>
/// Makes and checks one-time codes. What it answers never tells whether a number is known. Five codes an hour for a
/// number, thirty seconds apart for a purpose, by whatever channel they go; five tries a code. One network asks for so many
/// an hour as <see cref="WebLimits"/> says.
/// </summary>
public sealed class OneTimeCodes(EkDwarDb db, KeyedHash hash, MasterKey master, TimeProvider time, Caller caller)
{
    public const string OutboxKind = "one_time_code";

    /// <summary>The first word of the purpose of a code that gives somebody all her data; its message says so.</summary>
    public const string ForOwnData = "own_data";

    /// <summary>The first word of the purpose of a code by which somebody lets another person act for her; its message says so.</summary>
    public const string ForMandate = "mandate";

    /// <summary>The first word of the purpose of a code that proves an e-mail address; it goes there.</summary>
    public const string ForEmail = "email";
    static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);
    const int AnHour = 5, Tries = 5;

    /// <summary>Puts a new code and its message in the coming save. Null when sent, else what to wait for. Whose it is and how often she may ask stays her mobile's, also where it goes to an address.</summary>
    public async Task<Refusal?> Send(PhoneNumber mobile, string purpose, string language, string channel = CodeChannels.Sms, EmailAddress? to = null)
    {
        var now = time.UtcNow();
        var mobileHash = hash.Of("mobile", mobile.Digits);
        var hourAgo = now.AddHours(-1);
        var recent = await db.Set<OneTimeCode>().AsNoTracking()
            .Where(code => code.MobileHash == mobileHash && code.SentAt > hourAgo).Select(code => new { code.SentAt, code.Purpose }).ToListAsync();
        if (recent.Count >= AnHour) return new("people.too_many_codes", "mobile");
        if (recent.Any(code => code.Purpose == purpose && code.SentAt > now - Apart)) return new("people.code_just_sent", "mobile");
        var network = caller.Network is { } from ? hash.Of("network", from) : null;
        // A machine that asks for thousands is hindered; a village behind one address of its carrier is not.
        if (network is not null && await db.Set<OneTimeCode>().Where(code => code.NetworkHash == network && code.SentAt > hourAgo).Take(caller.CodesAnHour).CountAsync() >= caller.CodesAnHour)
            return new("people.too_many_codes_here", "mobile");
        var digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var id = Guid.CreateVersion7();
        db.Add(new OneTimeCode
        {
            CodeId = id, MobileHash = mobileHash, NetworkHash = network, Purpose = purpose, CodeHash = CodeHash(id, digits), SentAt = now, ExpiresAt = now + Validity,
        });
        var said = purpose.Split(' ')[0] is ForOwnData or ForMandate or ForEmail ? purpose.Split(' ')[0] : "";
        db.Add(OutboxMessage.Of(OutboxKind, new SealedCode(to?.Text ?? mobile.Digits, digits, language) { For = said, Channel = channel, Until = now + Validity }.Seal(master), now, OutboxLane.Codes));
        return null;
    }

    /// <summary>Null when this is a live code for the number and purpose; it is then used up by the coming save.</summary>
    public async Task<Refusal?> Check(PhoneNumber mobile, string purpose, string? typed)
    {
        var digits = Digits.Only(typed ?? "");
        if (digits.Length != 6) return new("people.code_six_digits", "code");
        var now = time.UtcNow();
        var mobileHash = hash.Of("mobile", mobile.Digits);
        var live = await db.Set<OneTimeCode>()
            .Where(code => code.MobileHash == mobileHash && code.Purpose == purpose && code.ExpiresAt > now && code.UsedAt == null && code.Tries < Tries)
            .ToListAsync();
        foreach (var code in live)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(code.CodeHash), System.Text.Encoding.ASCII.GetBytes(CodeHash(code.CodeId, digits))))
            {
                code.UsedAt = now;
                return null;
            }
        foreach (var code in live) code.Tries++;
        return live.Count == 0 ? new Refusal("people.code_expired", "code") : new Refusal("people.code_wrong", "code");
    }

    string CodeHash(Guid id, string digits) => hash.Of("one-time-code", $"{id:N}{digits}");
}
