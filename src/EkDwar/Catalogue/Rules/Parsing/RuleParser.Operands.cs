using System.Globalization;
using EkDwar.Catalogue.Rules.Expressions;
using EkDwar.Catalogue.Rules.Functions;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Parsing;

sealed partial class RuleParser
{
    Node Operand()
    {
        var start = position;
        var token = Next;
        switch (token.Kind)
        {
            case TokenKind.Number:
                position++;
                return new Literal(token.At, decimal.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture));
            case TokenKind.Text:
                position++;
                return new Literal(token.At, token.Text);
            case TokenKind.At:
                position++;
                return ValueTexts.Any(token.Text) is { } value ? new Literal(token.At, value) : new WrongLiteral(token.At, token.Text);
            case TokenKind.Symbol:
                if (Took("(")) return Group(start);
                if (Took("[")) return List(start);
                return Took("{") ? Entries(start) : throw Unexpected();
            case TokenKind.Word:
                return OfWord(start);
            default:
                throw Unexpected();
        }
    }

    Node OfWord(int start)
    {
        if (TakenOf("true", "false", "null") is { } constant) return new Literal(Since(start), constant == "null" ? null : constant == "true");
        if (Took("if")) return If(start);
        if (Took("for"))
        {
            var iterators = Iterators("return");
            return new Iteration(Since(start, Expression, out var body), iterators, body);
        }
        if (TakenOf("some", "every") is { } quantifier)
        {
            var iterators = Iterators("satisfies");
            return new Quantified(Since(start, Expression, out var condition), quantifier == "every", iterators, condition);
        }
        if (FunctionName() is { } function) return new Call(Since(start, Arguments, out var arguments), function, arguments);
        return new Name(Since(start, Word, out var name), name);
    }

    Conditional If(int start)
    {
        var condition = Expression();
        Need("then");
        var then = Expression();
        Need("else");
        return new(Since(start, Expression, out var otherwise), condition, then, otherwise);
    }

    List<Iterator> Iterators(string end)
    {
        var iterators = new List<Iterator>();
        do
        {
            var variable = Word();
            Need("in");
            var start = position;
            var domain = Expression();
            if (Took("..")) domain = new RangeLiteral(Since(start, Expression, out var high), new(domain, true), new(high, true));
            iterators.Add(new(variable, domain));
        }
        while (Took(","));
        Need(end);
        return iterators;
    }

    /// <summary>After "(": a part in brackets, or a range that leaves its lower end out, or has one end only.</summary>
    Node Group(int start)
    {
        if (TakenOf("<=", "<", ">=", ">") is { } symbol)
        {
            var bound = new RangeBound(Sum(), symbol.Length == 2);
            Need(")");
            return symbol[0] == '<' ? new RangeLiteral(Since(start), null, bound) : new RangeLiteral(Since(start), bound, null);
        }
        var inner = Expression();
        if (Took("..")) return Range(start, new(inner, false));
        Need(")");
        return inner;
    }

    /// <summary>After "[": a list, or a range that includes its lower end.</summary>
    Node List(int start)
    {
        if (Took("]")) return new ListLiteral(Since(start), []);
        var elements = new List<Node> { Expression() };
        if (Took("..")) return Range(start, new(elements[0], true));
        while (Took(",")) elements.Add(Expression());
        Need("]");
        return new ListLiteral(Since(start), elements);
    }

    RangeLiteral Range(int start, RangeBound low)
    {
        var high = Expression();
        var isIncluded = Took("]");
        if (!isIncluded) Need(")");
        return new(Since(start), low, new(high, isIncluded));
    }

    ContextLiteral Entries(int start)
    {
        var entries = new List<(string, Node)>();
        while (!Took("}"))
        {
            if (entries.Count > 0 && !Took(",")) Need("}");
            var key = Next.Kind == TokenKind.Text ? tokens[position++].Text : Word();
            Need(":");
            entries.Add((key, Expression()));
        }
        return new(Since(start), entries);
    }

    /// <summary>After <c>in</c>: one test, or several in brackets.</summary>
    List<Test> Tests()
    {
        var start = position;
        if (!Took("(")) return [OneTest(Sum)];
        var tests = new List<Test> { OneTest(Expression) };
        if (tests[0].Symbol == "" && Took("..")) return [new("", Range(start, new(tests[0].Against, false)))];
        while (Took(",")) tests.Add(OneTest(Expression));
        Need(")");
        return tests;
    }

    Test OneTest(Func<Node> read) => new(TakenOf("<=", "<", ">=", ">", "=", "!=") ?? "", read());

    /// <summary>The name of a function, of one word or, where the house knows it, of several: what stands before "(".</summary>
    string? FunctionName()
    {
        var end = position;
        while (tokens[end].Kind == TokenKind.Word) end++;
        if (!tokens[end].Is("(")) return null;
        var words = string.Join(' ', tokens[position..end].Select(token => token.Text));
        if (end - position > 1 ? !BuiltIn.IsKnown(words) : Reserved.Contains(words)) return null;
        position = end;
        return words;
    }

    List<Argument> Arguments()
    {
        Need("(");
        var arguments = new List<Argument>();
        while (!Took(")"))
        {
            if (arguments.Count > 0 && !Took(",")) Need(")");
            var name = ArgumentName();
            arguments.Add(new(name, Expression()));
        }
        return arguments;
    }

    /// <summary><c>grouping separator:</c> in front of an argument; null when there is no name.</summary>
    string? ArgumentName()
    {
        var end = position;
        while (tokens[end].Kind == TokenKind.Word) end++;
        if (end == position || !tokens[end].Is(":")) return null;
        var name = string.Join(' ', tokens[position..end].Select(token => token.Text));
        position = end + 1;
        return name;
    }

    string Word()
    {
        if (Next.Kind != TokenKind.Word || Reserved.Contains(Next.Text)) throw Unexpected();
        return tokens[position++].Text;
    }
}
