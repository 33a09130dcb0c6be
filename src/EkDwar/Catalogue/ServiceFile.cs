using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation;

namespace EkDwar.Catalogue;

/// <summary>A service's text: what it says, and the hash by which a published version is known again.</summary>
public static class ServiceFile
{
    /// <exception cref="DataFileException">names file and line</exception>
    public static ServiceDefinition Load(string text, string file) => DataFile.Parse<ServiceDefinition>(text, file);

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
