namespace EkDwar.Catalogue.Rules.Parsing;

enum TokenKind { Number, Text, At, Word, Symbol, End }

/// <summary>A word, number, text or symbol of a rule. Of a text, what it says: without quotes and escapes.</summary>
readonly record struct Token(TokenKind Kind, string Text, Span At)
{
    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Symbol && Text == text;

    /// <summary>The token in a sentence.</summary>
    public string Named => Kind switch { TokenKind.End => "the end", TokenKind.Text => "a text", _ => $"'{Text}'" };
}
