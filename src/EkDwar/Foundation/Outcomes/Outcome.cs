using System.Diagnostics.CodeAnalysis;

namespace EkDwar.Foundation.Outcomes;

/// <summary>
/// An expected "no". <paramref name="Code"/> is the key of its text, so every channel can say it in the reader's language;
/// <paramref name="Field"/> names the input it belongs to; values fill the text. Not an exception: those are for bugs.
/// </summary>
public sealed record Refusal(string Code, string? Field = null, params (string Name, string Value)[] Values);

/// <summary>What a use case answers: a value, or one or more refusals.</summary>
public sealed class Outcome<T>
{
    Outcome(T? value, IReadOnlyList<Refusal> refusals) => (Value, Refusals) = (value, refusals);

    public T? Value { get; }
    public IReadOnlyList<Refusal> Refusals { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDone => Refusals.Count == 0;

    public static implicit operator Outcome<T>(T value) => new(value, []);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);
    public static implicit operator Outcome<T>(List<Refusal> refusals) => new(default, refusals);
}
