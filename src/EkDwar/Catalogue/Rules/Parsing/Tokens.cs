using System.Globalization;
using System.Text;

namespace EkDwar.Catalogue.Rules.Parsing;

/// <summary>Cuts a rule's text into words, numbers, texts and symbols. White space and comments go.</summary>
sealed class Tokens
{
    const string Symbols = "()[]{},:.+-*/=<>";

    static readonly string[] DoubleSymbols = ["..", "**", "<=", ">=", "!="];

    readonly string text;
    readonly List<Token> found = [];
    int at;

    Tokens(string text) => this.text = text;

    /// <exception cref="RuleException">a character or a text that no rule has</exception>
    public static List<Token> Of(string text)
    {
        var tokens = new Tokens(text);
        while (tokens.SkipSpace()) tokens.Take();
        tokens.Add(TokenKind.End, "", tokens.at);
        return tokens.found;
    }

    bool SkipSpace()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else if (Starts("//")) at = text.IndexOf('\n', at) is >= 0 and var line ? line : text.Length;
            else if (Starts("/*")) at = text.IndexOf("*/", at + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : throw Fault(at, "this comment has no end");
            else return true;
        }
        return false;
    }

    void Take()
    {
        var start = at;
        var first = text[at];
        if (IsStartOfName(first)) Add(TokenKind.Word, Run(letter => IsStartOfName(letter) || char.IsDigit(letter) || IsMark(letter)), start);
        else if (char.IsAsciiDigit(first)) Add(TokenKind.Number, Number(), start);
        else if (first == '"') Add(TokenKind.Text, Quoted(), start);
        else if (Starts("@\""))
        {
            at++;
            Add(TokenKind.At, Quoted(), start);
        }
        else if ((Array.Find(DoubleSymbols, Starts) ?? (Symbols.Contains(first) ? first.ToString() : null)) is { } symbol)
        {
            at += symbol.Length;
            Add(TokenKind.Symbol, symbol, start);
        }
        else throw Fault(at, $"'{(char.IsSurrogate(first) ? "this" : first)}' has no meaning in a rule");
    }

    /// <summary>Digits, a fraction, an exponent. In <c>1..10</c> the points are no fraction.</summary>
    string Number()
    {
        var start = at;
        Run(char.IsAsciiDigit);
        if (Starts(".") && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            Run(char.IsAsciiDigit);
        }
        var digits = text[start..at];
        if (Starts("e") || Starts("E"))
        {
            at++;
            if (Starts("+") || Starts("-")) at++;
            Run(char.IsAsciiDigit);
        }
        var isHeld = decimal.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        // More digits than a decimal holds would be rounded in silence.
        if (!isHeld || digits.TrimStart('0').Length > 29) throw Fault(start, "this number is not one a rule can hold exactly");
        return text[start..at];
    }

    string Quoted()
    {
        var start = at++;
        var content = new StringBuilder();
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] == '\\' && Escaped() is { } character) content.Append(character);
            else content.Append(text[at++]);
        }
        if (at++ >= text.Length) throw Fault(start, "this text has no closing quotation mark");
        return content.ToString();
    }

    /// <summary>What an escape stands for; null, and nothing taken, when it is none: <c>\d</c> is two characters.</summary>
    string? Escaped()
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (next == 'u' && at + 6 <= text.Length && int.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            at += 6;
            return ((char)code).ToString();
        }
        var known = next switch { '"' => "\"", '\'' => "'", '\\' => "\\", 'n' => "\n", 'r' => "\r", 't' => "\t", _ => null };
        if (known is not null) at += 2;
        return known;
    }

    string Run(Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at])) at++;
        return text[start..at];
    }

    static bool IsStartOfName(char letter) => char.IsLetter(letter) || letter == '_';

    static bool IsMark(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    bool Starts(string symbol) => string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0;

    void Add(TokenKind kind, string content, int start) => found.Add(new(kind, content, new(start, at)));

    RuleException Fault(int offset, string problem) => new(RuleFault.At(text, offset, problem));
}
