using System.Text;

namespace EkDwar.Foundation.Yaml;

/// <summary>All that is wrong with one data file: collected, so that one broken value does not hide the others. Not thrown.</summary>
public sealed class FileFaults(string file)
{
    const int Most = 200, LongestQuote = 60;

    readonly List<FileFault> found = [];

    /// <summary>In the order of the file, each once.</summary>
    public IReadOnlyList<FileFault> All => [.. found.Distinct().OrderBy(fault => fault.At.Line).ThenBy(fault => fault.At.Column)];

    /// <summary>Whether something refuses the file; remarks do not.</summary>
    public bool Any => found.Exists(fault => !fault.IsRemark);

    public void Add(YamlPlace at, string problem, string mend) => Add(new(file, at, OneLine(problem), OneLine(mend)));

    public void Remark(YamlPlace at, string problem, string mend) => Add(new(file, at, OneLine(problem), OneLine(mend), IsRemark: true));

    void Add(FileFault fault)
    {
        if (found.Count < Most) found.Add(fault);
        else if (found.Count == Most) found.Add(fault with { Problem = "there are more faults than can be told at once", Mend = "mend these first" });
    }

    /// <summary>What a file says, as a sentence may have it: in quotation marks, and no longer than a line bears.</summary>
    public static string Quote(string said) => said.Length <= LongestQuote ? $"'{said}'" : $"'{said[..LongestQuote]}…'";

    static string OneLine(string sentence)
    {
        if (!sentence.Any(IsUnprintable)) return sentence;
        var line = new StringBuilder(sentence);
        for (var i = 0; i < line.Length; i++)
            if (IsUnprintable(line[i])) line[i] = '\uFFFD';
        return line.ToString();
    }

    // A half of a pair, left over where a quotation was cut, cannot be written as UTF-8 either.
    static bool IsUnprintable(char letter) => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029';
}
