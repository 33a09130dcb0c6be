using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace EkDwar.Cases;

/// <summary>
/// The number printed on the slip, and the key of the case: 60 random bits, written as the state's two letters, 12 Crockford
/// base-32 characters in groups of four and a check character over all of them: <c>MH-7KQ4-2M9T-XB3W-C</c>. Not a secret:
/// personal data needs a one-time code besides.
/// </summary>
public readonly record struct CaseReference
{
    const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int StateLetters = 2, BodySymbols = 12, Length = StateLetters + BodySymbols + 1;
    const long LargestId = (1L << 60) - 1;
    const long ExampleId = 274_407_406_491_839_612;

    // Longer than any reference with its spaces; whatever is longer is not read at all.
    const int LongestInput = 64;

    CaseReference(string state, long caseId) => (State, CaseId) = (state, caseId);

    /// <summary>The state's two letters, in capitals: MH, PB, HR.</summary>
    public string State { get; }

    /// <summary>The 60 bits, 1 to 2⁶⁰ − 1: the key of the case in every table.</summary>
    public long CaseId { get; }

    /// <summary>Letters and digits only, for text messages and URLs: <c>MH7KQ42M9TXB3WC</c>.</summary>
    public string Compact => State is null ? "" : string.Create(Length, this, static (text, reference) => reference.Write(text));

    /// <summary>A new reference that cannot be guessed from others.</summary>
    public static CaseReference New(string state)
    {
        Span<byte> random = stackalloc byte[8];
        long id;
        do
        {
            RandomNumberGenerator.Fill(random);
            id = BitConverter.ToInt64(random) & LargestId;
        }
        while (id == 0);
        return Of(state, id);
    }

    /// <summary>What a reference of this state looks like, where somebody is asked for hers; of no case there is.</summary>
    public static CaseReference Example(string state) => Of(state.ToUpperInvariant(), ExampleId);

    /// <summary>The reference of a stored case. A state that is not two letters or an id outside 60 bits is a bug and throws.</summary>
    public static CaseReference Of(string state, long caseId)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(caseId, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(caseId, LargestId);
        ArgumentNullException.ThrowIfNull(state);
        if (state.Length != StateLetters || !state.All(c => StateValue(c) >= 0 && ReadStateLetter(c) == c))
            throw new ArgumentException($"'{state}' is not the two capital letters of a state", nameof(state));
        return new(state, caseId);
    }

    /// <summary>
    /// Reads what a person typed: any case, spaces and dashes anywhere, look-alikes (O for 0, I and L for 1), digits of any
    /// Indian script. False when it is no reference or the check character does not fit.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CaseReference reference)
    {
        reference = default;
        Span<char> read = stackalloc char[Length];
        if (text is null || text.Length > LongestInput || !TryReadCharacters(text, read)) return false;
        var sum = 0;
        var id = 0L;
        for (var at = 0; at < Length; at++)
        {
            var value = at < StateLetters ? StateValue(read[at] = ReadStateLetter(read[at])) : SymbolValue(read[at]);
            if (value < 0) return false;
            sum ^= Gf32.Multiply(Gf32.Weight(Length - 1 - at), value);
            if (at is >= StateLetters and < Length - 1) id = (id << 5) | (long)value;
        }
        if (sum != 0 || id == 0) return false;
        reference = new(new string(read[..StateLetters]), id);
        return true;
    }

    public override string ToString() =>
        Compact is { Length: Length } c ? $"{c[..2]}-{c[2..6]}-{c[6..10]}-{c[10..14]}-{c[14..]}" : "";

    static bool TryReadCharacters(string text, Span<char> read)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (IsSkipped(c)) continue;
            if (count == read.Length) return false;
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            read[count++] = digit >= 0 ? (char)('0' + digit) : c is >= 'a' and <= 'z' ? (char)(c - 32) : c;
        }
        return count == read.Length;
    }

    // Format characters come along when a reference is copied from a chat.
    static bool IsSkipped(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation
            or UnicodeCategory.Format or UnicodeCategory.Control || c == '−';

    // No state's code has an I, so an I there is an L; a digit there is the letter it looks like.
    static char ReadStateLetter(char c) => c switch { '0' => 'O', '1' or 'I' => 'L', _ => c };

    // The same values as in the body, so that swapping the last letter with the first symbol is caught too. U is no symbol.
    static int StateValue(char c) => c is < 'A' or > 'Z' ? -1 : c == 'U' ? 2 : SymbolValue(c);

    static int SymbolValue(char c) => c switch { 'O' => 0, 'I' or 'L' => 1, _ => Symbols.IndexOf(c) };

    void Write(Span<char> text)
    {
        State.CopyTo(text);
        for (var at = 0; at < BodySymbols; at++) text[StateLetters + at] = Symbols[(int)(CaseId >> (5 * (BodySymbols - 1 - at))) & 31];
        var sum = 0;
        for (var at = 0; at < Length - 1; at++)
            sum ^= Gf32.Multiply(Gf32.Weight(Length - 1 - at), at < StateLetters ? StateValue(text[at]) : SymbolValue(text[at]));
        text[Length - 1] = Symbols[sum];
    }
}
