namespace EkDwar.Catalogue.Rules.Parsing;

/// <summary>A part of the rule's text, by offsets; the end is the first character after it.</summary>
readonly record struct Span(int Start, int End)
{
    public string In(string text) => text[Start..End];
}
