using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace EkDwar.Foundation;

/// <summary>Reads a state folder's YAML into plain records; an unknown key or a broken file stops the start with its line.</summary>
public static class StateYaml
{
    static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build();

    public static T Read<T>(string file)
    {
        try
        {
            return Yaml.Deserialize<T>(File.ReadAllText(file)) ?? throw Broken(file, 1, "the file is empty");
        }
        catch (YamlException e)
        {
            throw Broken(file, e.Start.Line, (e.InnerException ?? e).Message);
        }
    }

    /// <summary>The sentence for a file of a state that does not say what it must.</summary>
    public static CannotStart Broken(string file, long line, string why) =>
        // A parser may tell over several lines; a sentence is one.
        new("foundation.start.state_file", ("file", file), ("line", $"{line}"), ("why", why.ReplaceLineEndings(" ").TrimEnd(' ', '.')));
}
