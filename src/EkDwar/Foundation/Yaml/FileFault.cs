namespace EkDwar.Foundation.Yaml;

/// <summary>
/// One thing wrong with a data file: where, what, and how to mend it, as one line that an editor makes a link of. It is
/// for whoever edits the file, so it is in English. A remark is worth knowing and refuses nothing.
/// </summary>
public sealed record FileFault(string File, YamlPlace At, string Problem, string Mend, bool IsRemark = false)
{
    public override string ToString() => $"{File}:{At.Line}:{At.Column}: {(IsRemark ? "remark: " : "")}{Problem}; {Mend}";
}
