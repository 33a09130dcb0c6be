namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary>
/// Finds the names a rule takes from outside. A variable of a loop stands for the path it runs over, so that
/// <c>some row in income satisfies row.amount &gt; 0</c> reads <c>income</c> and <c>income.amount</c>.
/// </summary>
sealed class ReadNames(string text)
{
    readonly List<ReadName> found = [];
    readonly List<ComparedName> compared = [];
    readonly HashSet<Node> onlyCompared = [];
    readonly HashSet<string> usedOtherwise = [];

    public static IReadOnlyList<ReadName> In(Node root, string text) => [.. Visited(root, text).found.DistinctBy(name => (name.Path, name.OrPath))];

    public static RuleComparisons Comparisons(Node root, string text)
    {
        var names = Visited(root, text);
        return new(names.compared, names.usedOtherwise);
    }

    static ReadNames Visited(Node root, string text)
    {
        var names = new ReadNames(text);
        names.Visit(root, new(null, new Dictionary<string, string?>(), null));
        return names;
    }

    /// <summary>Names bound inside the rule, each with the path it stands for (null: a value made in the rule), and the path filtered.</summary>
    sealed record Bound(Bound? Outer, Dictionary<string, string?> Names, string? Filtered)
    {
        public Bound With(string name, string? path) => new(this, new() { [name] = path }, Filtered);

        public bool TryFind(string name, out string? path)
        {
            path = null;
            return Names.TryGetValue(name, out path) || (Outer is not null && Outer.TryFind(name, out path));
        }
    }

    void Visit(Node node, Bound bound)
    {
        switch (node)
        {
            case Name or Member: Read(node, bound); break;
            case Filter filter: Visit(filter, bound); break;
            case Loop loop: Visit(loop, bound); break;
            case ContextLiteral context:
                foreach (var (key, value) in context.Entries)
                {
                    Visit(value, bound);
                    bound = bound.With(key, null);
                }
                break;
            default:
                foreach (var (name, value) in ComparedParts.Of(node)) Compare(name, value, bound);
                foreach (var part in node.Parts) Visit(part, bound);
                break;
        }
    }

    void Compare(Node name, Literal value, Bound bound)
    {
        if (PathOf(name, bound) is not { } path) return;
        compared.Add(new(Placed(path, value), value.Written));
        onlyCompared.Add(name);
    }

    void Read(Node node, Bound bound)
    {
        if (PathOf(node, bound) is { } path)
        {
            found.Add(Placed(path, node));
            if (!onlyCompared.Contains(node)) usedOtherwise.Add(path.Path);
        }
        // What a path starts from, when that is a filter or a call, reads on its own: income[source = "farm"].amount.
        if (Innermost(node) is not Name and var start) Visit(start, bound);
    }

    ReadName Placed(ReadName path, Node node)
    {
        var at = RuleFault.At(text, node.At.Start, "");
        return path with { Line = at.Line, Column = at.Column };
    }

    void Visit(Filter filter, Bound bound)
    {
        Visit(filter.Source, bound);
        var path = PathOf(filter.Source, bound)?.Path;
        Visit(filter.Condition, bound.With("item", path) with { Filtered = path ?? "item" });
    }

    void Visit(Loop loop, Bound bound)
    {
        foreach (var (variable, domain) in loop.Iterators)
        {
            Visit(domain, bound);
            bound = bound.With(variable, PathOf(domain, bound)?.Path);
        }
        Visit(loop.Body, bound);
    }

    /// <summary>What a name, a path, or either behind a filter, stands for outside the rule; null when nothing.</summary>
    static ReadName? PathOf(Node node, Bound bound) => node switch
    {
        Name name when bound.TryFind(name.Text, out var path) => path is null ? null : new(path),
        Name name => new(name.Text, bound.Filtered is null ? null : $"{bound.Filtered}.{name.Text}"),
        Filter filter => PathOf(filter.Source, bound),
        Member member => PathOf(member.Source, bound) is { } source
            ? new($"{source.Path}.{member.Name}", source.OrPath is null ? null : $"{source.OrPath}.{member.Name}")
            : null,
        _ => null,
    };

    static Node Innermost(Node node)
    {
        while (node is Member member) node = member.Source;
        return node;
    }
}
