using EkDwar.Catalogue;

namespace EkDwar.Cases.Registers;

/// <summary>What is asked of a register: a record by its key, and the shape its answer must have. A part of the key that is null was not asked for.</summary>
public sealed record RegisterQuestion(string Register, IReadOnlyDictionary<string, string?> Key, IReadOnlyList<RegisterField> Gives);

/// <summary>How a register answered.</summary>
public enum RegisterState
{
    Found,

    /// <summary>The register itself says that it has no such record. Nobody else can.</summary>
    NotFound,

    /// <summary>No answer, or none that can be believed: nothing is known.</summary>
    Away,

    /// <summary>This installation was not told where the register is.</summary>
    NotConnected,
}

/// <summary>A register's answer; the record is there when it was found, and only then.</summary>
public sealed record RegisterAnswer(RegisterState State, RegisterRecord? Record = null)
{
    public static readonly RegisterAnswer NotFound = new(RegisterState.NotFound), Away = new(RegisterState.Away), NotConnected = new(RegisterState.NotConnected);

    public static RegisterAnswer Found(RegisterRecord record) => new(RegisterState.Found, record);
}
