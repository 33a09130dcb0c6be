using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;
using Tokens = YamlDotNet.Core.Tokens;

namespace EkDwar.Foundation;

/// <summary>
/// Reads the canonical YAML of a state's folder into plain records, strictly: an unknown or repeated key, a comment, an
/// anchor or a tag is a <see cref="DataFileException"/> with its line. It knows no meaning; what is read checks that.
/// </summary>
public static class DataFile
{
    static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithTypeConverter(new Dates())
        .WithDuplicateKeyChecking()
        .Build();

    public static T Read<T>(string path) => Parse<T>(File.ReadAllText(path), path);

    public static T Parse<T>(string text, string file) => Guarded(text, file, () => Yaml.Deserialize<T>(text) ?? throw new DataFileException(file, 1, "the file is empty"));

    /// <summary>Runs a reader of the text after asking whether the text is canonical, and gives what it cannot read a place.</summary>
    public static T Guarded<T>(string text, string file, Func<T> read)
    {
        try
        {
            RefuseWhatIsNotCanonical(text, file);
            return read();
        }
        catch (YamlException wrong)
        {
            // A parser may tell over several lines; a sentence is one.
            throw new DataFileException(file, wrong.Start.Line, (wrong.InnerException ?? wrong).Message.ReplaceLineEndings(" ").TrimEnd(' ', '.'));
        }
        catch (InvalidOperationException)
        {
            // The parser's own word for some broken texts, without a place.
            throw new DataFileException(file, 1, "this is not YAML");
        }
    }

    // Canonical text has no comments, anchors or tags, so that what is exported is byte for byte what was imported.
    static void RefuseWhatIsNotCanonical(string text, string file)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: false);
        while (scanner.MoveNext())
            if (scanner.Current is Tokens.Comment or Tokens.Anchor or Tokens.AnchorAlias or Tokens.Tag)
                throw new DataFileException(file, scanner.Current.Start.Line, "comments, anchors and tags have no place here; use 'note:'");
    }

    sealed class Dates : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(DateOnly);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer) =>
            DateOnly.ParseExact(parser.Consume<Scalar>().Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
            throw new NotSupportedException("data files are only read");
    }
}
