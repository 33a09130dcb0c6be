using EkDwar.Catalogue.Rules.Expressions;

namespace EkDwar.Catalogue.Rules.Parsing;

/// <summary>
/// Reads a rule by recursive descent: one method for each level of binding, loosest first. It looks ahead and never goes
/// back, so it takes time in proportion to the text. Why by hand: docs/decisions/0012-rules-read-by-hand.md.
/// </summary>
sealed partial class RuleParser
{
    static readonly HashSet<string> Reserved =
        ["and", "or", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "true", "false", "null", "function", "instance"];

    readonly string text;
    readonly List<Token> tokens;
    int position;

    RuleParser(string text, List<Token> tokens) => (this.text, this.tokens) = (text, tokens);

    /// <exception cref="RuleException">says where and what is wrong</exception>
    public static Node Parse(string text)
    {
        Size.Refuse(text);
        var tokens = Tokens.Of(text);
        Size.Refuse(text, tokens);
        var parser = new RuleParser(text, tokens);
        var whole = parser.Expression();
        return parser.Next.Kind == TokenKind.End ? whole : throw parser.Unexpected();
    }

    Token Next => tokens[position];

    Node Expression()
    {
        var start = position;
        var left = Conjunction();
        while (Took("or")) left = new Logic(Since(start, Conjunction, out var right), isAnd: false, left, right);
        return left;
    }

    Node Conjunction()
    {
        var start = position;
        var left = Comparison();
        while (Took("and")) left = new Logic(Since(start, Comparison, out var right), isAnd: true, left, right);
        return left;
    }

    Node Comparison()
    {
        var start = position;
        var left = Sum();
        if (TakenOf("=", "!=", "<", "<=", ">", ">=") is { } symbol) return new Comparison(Since(start, Sum, out var right), symbol, left, right);
        if (Took("between"))
        {
            var low = Sum();
            Need("and");
            return new Between(Since(start, Sum, out var high), left, low, high);
        }
        if (!Took("in")) return left;
        var tests = Tests();
        return new Membership(Since(start), left, tests);
    }

    Node Sum()
    {
        var start = position;
        var left = Product();
        while (TakenOf("+", "-") is { } symbol) left = new Operation(Since(start, Product, out var right), symbol, left, right);
        return left;
    }

    Node Product()
    {
        var start = position;
        var left = Power();
        while (TakenOf("*", "/") is { } symbol) left = new Operation(Since(start, Power, out var right), symbol, left, right);
        return left;
    }

    Node Power()
    {
        var start = position;
        var left = Signed();
        while (Took("**")) left = new Operation(Since(start, Signed, out var right), "**", left, right);
        return left;
    }

    Node Signed()
    {
        var start = position;
        return Took("-") ? new Negation(Since(start, Postfixed, out var inner), inner) : Postfixed();
    }

    Node Postfixed()
    {
        var start = position;
        var left = Operand();
        while (true)
        {
            if (Took(".")) left = new Member(Since(start, Word, out var name), left, name);
            else if (Took("["))
            {
                var condition = Expression();
                Need("]");
                left = new Filter(Since(start), left, condition);
            }
            else return left;
        }
    }

    /// <summary>Reads one thing more, and gives what was read since the start.</summary>
    Span Since<T>(int start, Func<T> read, out T read1)
    {
        read1 = read();
        return Since(start);
    }

    Span Since(int start) => new(tokens[start].At.Start, tokens[position - 1].At.End);

    bool Took(string symbol)
    {
        if (!Next.Is(symbol)) return false;
        position++;
        return true;
    }

    string? TakenOf(params ReadOnlySpan<string> symbols)
    {
        foreach (var symbol in symbols)
            if (Took(symbol)) return symbol;
        return null;
    }

    void Need(string symbol)
    {
        if (!Took(symbol)) throw Fault($"'{symbol}' is missing before {Next.Named}");
    }

    RuleException Fault(string problem) => new(RuleFault.At(text, Next.At.Start, problem));

    RuleException Unexpected() => Fault(Next switch
    {
        { Kind: TokenKind.End } => "the rule ends too early",
        { Text: "instance" } => "'instance of' is not part of these rules",
        { Text: "function" } => "a rule makes no functions of its own",
        { Kind: TokenKind.Word } when position > 0 && tokens[position - 1].Kind == TokenKind.Word && !Reserved.Contains(Next.Text) =>
            $"'{tokens[position - 1].Text} {Next.Text}' is no name: names have no spaces",
        _ => $"{Next.Named} cannot stand here",
    });
}
