using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace EkDwar.Catalogue;

/// <summary>Reads a service's YAML. Strict: an unknown key, an alias, an anchor or a tag is an error with its line.</summary>
public static class ServiceFile
{
    static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithTypeConverter(new Dates())
        .WithDuplicateKeyChecking()
        .Build();

    /// <summary>Throws <see cref="ServiceFileBroken"/> that names the line.</summary>
    public static ServiceDefinition Load(string text)
    {
        try
        {
            return Yaml.Deserialize<ServiceDefinition>(text) ?? throw new ServiceFileBroken(1, "the file is empty");
        }
        catch (YamlException e)
        {
            throw new ServiceFileBroken(e.Start.Line, (e.InnerException ?? e).Message);
        }
    }

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    sealed class Dates : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(DateOnly);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer) =>
            DateOnly.ParseExact(parser.Consume<Scalar>().Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
            emitter.Emit(new Scalar(((DateOnly)value!).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}

/// <summary>A service file that cannot be read, with the line to look at.</summary>
public sealed class ServiceFileBroken(long line, string message) : Exception($"line {line}: {message}")
{
    public long Line => line;
    public string Problem => message;
}
