using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>A real service's file with something in it changed, and the place where a ¦ stood in the change.</summary>
sealed record Planted(string Text, int Line, int Column)
{
    public static readonly StateFolder Maharashtra = StateFolder.Read(Path.Combine(Repository.Root, "services/mh"));

    /// <summary>Changes the first place where the text stands; fails where it does not.</summary>
    public static Planted In(string file, string right, string wrong)
    {
        var text = StateFiles.Text("mh", file);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no '{right}'");
        var marked = text[..at] + wrong + text[(at + right.Length)..];
        var mark = marked.IndexOf('¦');
        if (mark < 0) return new(marked, 0, 0);
        var before = marked[..mark];
        return new(marked.Remove(mark, 1), before.Count(letter => letter == '\n') + 1, mark - before.LastIndexOf('\n'));
    }

    /// <summary>The file without the tests it has of itself: for a change by which it is another service, and not wrong.</summary>
    public static string Untested(string text) => text.IndexOf("\ntests:\n", StringComparison.Ordinal) is >= 0 and var at ? text[..(at + 1)] : text;

    public static Sheet<EkDwar.Catalogue.ServiceDefinition> Check(string text, string file = "income-certificate.yaml") => CheckServices.Checked(text, file, Maharashtra);

    public static IReadOnlyList<FileFault> Faults(string text, string file = "income-certificate.yaml") => [.. Check(text, file).Faults.All.Where(fault => !fault.IsRemark)];
}
