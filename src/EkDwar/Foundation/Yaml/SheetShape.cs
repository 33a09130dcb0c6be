using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace EkDwar.Foundation.Yaml;

/// <summary>The keys of a record as a data file writes them: its properties that can be set, in snake_case.</summary>
sealed class SheetShape
{
    static readonly ConcurrentDictionary<Type, SheetShape> Known = new();

    readonly Dictionary<string, PropertyInfo> properties;
    readonly ConstructorInvoker make;

    SheetShape(Type type)
    {
        properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true })
            .ToDictionary(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), StringComparer.Ordinal);
        make = ConstructorInvoker.Create(type.GetConstructor(Type.EmptyTypes) ?? throw new InvalidOperationException($"{type.Name} cannot be read from a file: it has no constructor without parameters"));
    }

    public static SheetShape Of(Type type) => Known.GetOrAdd(type, static type => new(type));

    public IReadOnlyCollection<string> Keys => properties.Keys;

    public object Make() => make.Invoke();

    public PropertyInfo? Find(string key) => properties.GetValueOrDefault(key);
}
