namespace EkDwar.Foundation.Yaml;

/// <summary>A key that holds one word or a list of words. Not a list where one alone would be a mistake.</summary>
public sealed class OneOrMore : List<string>
{
    public OneOrMore() { }

    public OneOrMore(IEnumerable<string> words) : base(words) { }
}
