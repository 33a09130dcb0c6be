using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EkDwar.Foundation.Yaml;

/// <summary>
/// Reads canonical YAML once into a tree with places. Comments, anchors, tags and repeated keys are faults and reading goes
/// on; grammar broken beyond that, or nesting without end, is a fault after which nothing more can be said of the file.
/// </summary>
sealed class YamlTree
{
    const int Deepest = 16, LongestList = 1_000;
    const string NotCanonical = "comments, anchors and tags have no place here", UseNote = "use 'note:', and write out what is meant";

    readonly Parser parser;
    readonly FileFaults faults;

    YamlTree(string text, FileFaults faults) => (parser, this.faults) = (new(new Scanner(new StringReader(text), skipComments: false)), faults);

    /// <summary>Null when the text is not one document of keys, which is told.</summary>
    public static YamlMap? Read(string text, FileFaults faults)
    {
        var tree = new YamlTree(text, faults);
        try
        {
            return tree.Document();
        }
        catch (YamlException wrong)
        {
            // A parser may tell over several lines; a sentence is one.
            var why = (wrong.InnerException ?? wrong).Message.ReplaceLineEndings(" ").TrimEnd(' ', '.');
            faults.Add(YamlPlace.Of(wrong.Start), $"the YAML cannot be read on from here ({why})", "look at this line and the one before it for a missing quotation mark, bracket, colon or indent");
        }
        catch (Exception unforeseen) when (unforeseen is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser's own words for some broken texts, without a place: the last thing it read is near.
            faults.Add(tree.Here, "the YAML cannot be read on from here", "look at this line and the next");
        }
        catch (TooDeepException)
        {
            faults.Add(tree.Here, $"this is nested more than {Deepest} deep", "no data file is: close what was opened");
        }
        return null;
    }

    YamlPlace Here => parser.Current is { } current ? YamlPlace.Of(current.Start) : YamlPlace.Start;

    YamlMap? Document()
    {
        Next();
        Next();
        if (parser.Current is not DocumentStart start)
        {
            faults.Add(YamlPlace.Start, "the file is empty", "copy one of its kind that is near, and change it");
            return null;
        }
        if (!start.IsImplicit) faults.Add(YamlPlace.Of(start.Start), "a file is one document, without marks", "take '---' and '%' lines out");
        Next();
        var root = Node(1);
        Next();
        if (parser.Current is DocumentStart second) faults.Add(YamlPlace.Of(second.Start), "a second document starts here", "make it a file of its own");
        if (root is YamlMap map) return map;
        faults.Add(root.At, $"keys are expected, not {root.Named}", "start with a key, such as 'id:' or 'state:'");
        return null;
    }

    void Next()
    {
        while (parser.MoveNext() && parser.Current is Comment comment) faults.Add(YamlPlace.Of(comment.Start), NotCanonical, UseNote);
    }

    /// <summary>The node the parser is at, which it leaves behind.</summary>
    YamlNode Node(int depth)
    {
        if (depth > Deepest) throw new TooDeepException();
        var current = parser.Current!;
        var at = YamlPlace.Of(current.Start);
        if (current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)) faults.Add(at, NotCanonical, UseNote);
        switch (current)
        {
            case Scalar scalar:
                Next();
                return new YamlValue(at, scalar.Value, scalar.Style == ScalarStyle.Plain);
            case SequenceStart:
                return List(at, depth);
            case MappingStart:
                return Map(at, depth);
            case AnchorAlias:
                faults.Add(at, NotCanonical, UseNote);
                Next();
                return new YamlRefused(at);
            default:
                throw new InvalidOperationException();
        }
    }

    YamlList List(YamlPlace at, int depth)
    {
        var items = new List<YamlNode>();
        for (Next(); parser.Current is not SequenceEnd;)
        {
            var item = Node(depth + 1);
            if (items.Count == LongestList) faults.Add(item.At, $"this list has more than {LongestList:N0} entries", "no data file needs so many: shorten it");
            items.Add(item);
        }
        Next();
        return new(at, items.Count > LongestList ? items[..LongestList] : items);
    }

    YamlMap Map(YamlPlace at, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (Next(); parser.Current is not MappingEnd;)
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is not YamlValue word) faults.Add(key.At, "a key is one word", "write the word, a colon, and what it holds");
            else if (!keys.Add(word.Text)) faults.Add(key.At, $"{FileFaults.Quote(word.Text)} stands here twice", "keep one of the two");
            else entries.Add(new(word.Text, key.At, value));
        }
        Next();
        return new(at, entries);
    }

    sealed class TooDeepException : Exception;
}
