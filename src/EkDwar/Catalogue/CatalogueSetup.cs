namespace EkDwar.Catalogue;

/// <summary>The services as data: definitions read, checked, published; questions parsed and formatted.</summary>
public static class CatalogueSetup
{
    public static void AddCatalogue(this IServiceCollection services) => services.AddSingleton<PublishedServices>().AddSingleton<Texting.TextRegisters>();
}
