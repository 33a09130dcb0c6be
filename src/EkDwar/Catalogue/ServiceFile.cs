using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation;

namespace EkDwar.Catalogue;

/// <summary>A service's text: what it says, and the hash by which a published version is known again.</summary>
public static class ServiceFile
{
    /// <exception cref="DataFileException">names file and line</exception>
    public static ServiceDefinition Load(string text, string file)
    {
        var service = DataFile.Parse<ServiceDefinition>(text, file);
        foreach (var (near, problem) in ServiceCheck.Faults(service))
            throw new DataFileException(file, LineOf(near, text), problem);
        return service;
    }

    // A key with its value is one whole line; a key alone may have its value behind it.
    static long LineOf(string near, string text) => 1 + Array.FindIndex(text.Split('\n'),
        line => line.Trim(' ', '-') is var words && (words == near || (near.EndsWith(':') && words.StartsWith(near, StringComparison.Ordinal))));

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
