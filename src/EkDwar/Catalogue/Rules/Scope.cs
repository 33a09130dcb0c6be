using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules;

/// <summary>The names an expression can see: those of the innermost loop, filter or context first.</summary>
sealed class Scope(Scope? outer, Context names)
{
    public bool TryFind(string name, out object? value) => names.TryGetValue(name, out value) || (outer is not null && outer.TryFind(name, out value));

    public Scope With(string name, object? value) => new(this, new Context { [name] = value });

    /// <summary>The names inside a filter: <c>item</c>, and before it the entries of the item itself.</summary>
    public Scope Within(object? item)
    {
        var scope = With("item", item);
        return item is Context entries ? new(scope, entries) : scope;
    }
}
