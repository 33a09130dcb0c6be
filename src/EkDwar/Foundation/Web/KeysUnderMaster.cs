using System.Text;
using System.Xml.Linq;
using EkDwar.Foundation.Secrets;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace EkDwar.Foundation.Web;

/// <summary>
/// Seals the secret part of a data protection key under the master key, before it is handed to be kept. The row that
/// keeps it is sealed once more, so that nobody who can write the database can plant a key of her own there.
/// </summary>
public sealed class KeysUnderMaster(Lazy<MasterKey> master) : IXmlEncryptor
{
    internal static readonly byte[] Context = Sealing.Context("data-protection-secret");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedText = Convert.ToBase64String(Sealing.Seal(plain, master.Value.Derive("data-protection"), Context));
        return new(new XElement("sealed", sealedText), typeof(KeysOpened));
    }
}

/// <summary>The other direction. Named in every key it opens, so it keeps its name.</summary>
public sealed class KeysOpened(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(Sealing.Open(
        Convert.FromBase64String(encryptedElement.Value), services.GetRequiredService<MasterKey>().Derive("data-protection"), KeysUnderMaster.Context)));
}
