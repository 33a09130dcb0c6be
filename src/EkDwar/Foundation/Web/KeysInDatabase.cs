using System.Text;
using System.Xml.Linq;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Foundation.Web;

/// <summary>A key of ASP.NET's data protection, which seals cookies and form tokens; itself sealed under the master key.</summary>
public sealed class DataProtectionKey : IEntityTypeConfiguration<DataProtectionKey>
{
    public string Name { get; init; } = "";
    public string Xml { get; init; } = "";

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("data_protection_keys").HasKey(key => key.Name);
}

/// <summary>Keeps those keys in the database, so that any web node can read any node's cookies.</summary>
public sealed class KeysInDatabase(IServiceScopeFactory scopes, Lazy<MasterKey> master) : IXmlRepository
{
    static readonly byte[] Context = Sealing.Context("data-protection");

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<DataProtectionKey>().AsNoTracking().Select(row => row.Xml).ToList();
        return [.. rows.Select(xml => XElement.Parse(Encoding.UTF8.GetString(
            Sealing.Open(Convert.FromBase64String(xml), master.Value.Derive("data-protection"), Context))))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<EkDwarDb>();
        var text = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        db.Add(new DataProtectionKey { Name = friendlyName, Xml = Convert.ToBase64String(Sealing.Seal(text, master.Value.Derive("data-protection"), Context)) });
        db.SaveChanges();
    }
}
