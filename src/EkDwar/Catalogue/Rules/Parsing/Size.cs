namespace EkDwar.Catalogue.Rules.Parsing;

/// <summary>Refuses a rule that is too long or too deeply nested, before anything is made of it.</summary>
static class Size
{
    public static void Refuse(string text)
    {
        if (text.Length > Rule.LongestText)
            throw new RuleException(RuleFault.At(text, Rule.LongestText, $"a rule has at most {Rule.LongestText:N0} characters, this one has {text.Length:N0}"));
    }

    /// <summary>Counts brackets, and each <c>if</c> and loop, which reach to the next comma or the end of the bracket they stand in.</summary>
    public static void Refuse(string text, IReadOnlyList<Token> tokens)
    {
        var outer = new Stack<int>();
        var depth = 0;
        foreach (var token in tokens)
        {
            if (token.Kind is not (TokenKind.Symbol or TokenKind.Word)) continue;
            if (token.Text is "(" or "[" or "{") outer.Push(depth++);
            else if (token.Text is ")" or "]" or "}") depth = outer.TryPop(out var before) ? before : 0;
            else if (token.Text is "," && outer.TryPeek(out var around)) depth = around + 1;
            else if (token.Text is "if" or "for" or "some" or "every") depth++;
            if (depth > Rule.DeepestNesting) throw new RuleException(RuleFault.At(text, token.At.Start, $"a rule is nested at most {Rule.DeepestNesting} deep"));
        }
    }
}
