using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EkDwar.Foundation.Languages;

/// <summary>A <see cref="LocalText"/> in one column, as JSON. For names that are shown, never searched by.</summary>
public sealed class LocalTextColumn() : ValueConverter<LocalText, string>(
    text => JsonSerializer.Serialize(text, LocalTextJson.Default.LocalText),
    json => JsonSerializer.Deserialize(json, LocalTextJson.Default.LocalText)!);

/// <summary>Two texts are the same when they say the same in the same languages.</summary>
public sealed class LocalTextComparer() : ValueComparer<LocalText>(
    (one, other) => one == other || (one != null && other != null && one.Count == other.Count && !one.Except(other).Any()),
    text => text.Count);

[JsonSerializable(typeof(LocalText))]
sealed partial class LocalTextJson : JsonSerializerContext;
