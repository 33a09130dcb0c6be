using YamlDotNet.Core;

namespace EkDwar.Foundation.Yaml;

/// <summary>A place in a data file: line and column from 1, columns in UTF-16 units as editors count them, and the offset in its text.</summary>
public readonly record struct YamlPlace(int Line, int Column, int Offset)
{
    public static readonly YamlPlace Start = new(1, 1, 0);

    public YamlPlace Plus(int columns) => new(Line, Column + columns, Offset + columns);

    internal static YamlPlace Of(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column), (int)Math.Max(0, mark.Index));
}
