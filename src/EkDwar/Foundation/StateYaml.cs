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
            return Yaml.Deserialize<T>(File.ReadAllText(file));
        }
        catch (YamlException e)
        {
            throw new CannotStart("foundation.start.state_file", ("file", Path.GetFileName(file)), ("line", e.Start.Line.ToString()), ("why", (e.InnerException ?? e).Message));
        }
    }
}
