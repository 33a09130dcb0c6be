namespace EkDwar.Foundation.Yaml;

/// <summary>Data files that do not say what they must. The message has a line for each fault, with file, line, column and how to mend it.</summary>
public sealed class FaultyFilesException(IReadOnlyList<FileFault> faults) : FormatException(string.Join('\n', faults))
{
    public IReadOnlyList<FileFault> Faults { get; } = faults;
}
