using System.Globalization;
using EkDwar.Cases;

namespace EkDwar.Paying;

/// <summary>By what the gateway knows one attempt to pay: the case's reference and the attempt's number, <c>MH7KQ42M9TXB3WC-1</c>. It routes a call-back to its case without a look-up.</summary>
public readonly record struct PaymentReference(CaseReference Case, int Seq)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Case.Compact}-{Seq}");

    public static bool TryParse(string? text, out PaymentReference reference)
    {
        reference = default;
        if (text?.Split('-') is not [var of, var number] || !CaseReference.TryParse(of, out var parsed)) return false;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) || seq < 1) return false;
        reference = new(parsed, seq);
        return true;
    }
}
