using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue;

/// <summary>A service's text: what it says, and the hash by which a published version is known again.</summary>
public static class ServiceFile
{
    /// <exception cref="FaultyFilesException">names file, line and column of everything that cannot be read</exception>
    public static ServiceDefinition Load(string text, string file)
    {
        var sheet = Sheets.Read<ServiceDefinition>(text, file);
        return sheet.Faults.Any ? throw new FaultyFilesException(sheet.Faults.All) : sheet.Value;
    }

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
