namespace EkDwar.Foundation;

/// <summary>A data file that does not say what it must. The message names file and line, for the person who edits it.</summary>
public sealed class DataFileException(string file, long line, string problem) : FormatException($"{file}, line {line}: {problem}")
{
    public string File { get; } = file;
    public long Line { get; } = line;
    public string Problem { get; } = problem;
}
