using System.Globalization;
using EkDwar.Foundation.Secrets;

namespace EkDwar.People;

/// <summary>A code on its way to a mobile, or to an e-mail address, as the outbox holds it: sealed, so that no table shows a number, an address or a code.</summary>
/// <param name="Mobile">where it goes: ten digits, or on the channel of e-mail an address</param>
public sealed record SealedCode(string Mobile, string Code, string Language)
{
    static readonly byte[] Context = Sealing.Context("outbox-code");

    /// <summary>Whoever is asked for it by telephone must read what it would give away.</summary>
    public string For { get; init; } = "";

    /// <summary>Which of <see cref="CodeChannels"/> carries it.</summary>
    public string Channel { get; init; } = CodeChannels.Sms;

    /// <summary>After which nobody can use it, and it need not leave any more.</summary>
    public DateTime Until { get; init; } = DateTime.MaxValue;

    public string Seal(MasterKey master) => Convert.ToBase64String(
        Sealing.SealText($"{Mobile}\n{Code}\n{Language}\n{For}\n{Channel}\n{Until.Ticks}", master.Derive("outbox-code"), Context));

    public static SealedCode Open(string text, MasterKey master)
    {
        var parts = Sealing.OpenText(Convert.FromBase64String(text), master.Derive("outbox-code"), Context).Split('\n');
        // One that was on its way before there were channels names none.
        return new(parts[0], parts[1], parts[2]) { For = parts.Length > 3 ? parts[3] : "", Channel = parts.Length > 4 ? parts[4] : CodeChannels.Sms, Until = parts.Length > 5 ? new(long.Parse(parts[5], CultureInfo.InvariantCulture), DateTimeKind.Utc) : DateTime.MaxValue };
    }
}
