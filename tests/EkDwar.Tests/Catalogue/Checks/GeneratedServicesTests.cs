using EkDwar.Bench;
using EkDwar.Catalogue;
using EkDwar.Onboarding;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>The files of which <c>bench/run check-services</c> checks 1,001: a handful of them, so that the figure can always be taken.</summary>
public sealed class A_service_generated_from_a_real_one : IDisposable
{
    /// <summary>As many more than originals that the last group is cut short.</summary>
    const int More = 3;

    static readonly string Services = Path.Combine(Repository.Root, "services");

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-generated-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void has_no_fault_and_no_remark_and_its_tests_hold()
    {
        var originals = GeneratedServices.Originals(Services);
        var files = CheckServices.Files([GeneratedServices.Write(Services, folder.FullName, originals.Count + More)]);
        var found = CheckServices.Run(files);
        Assert.True(found.Found.Count == 0, string.Join('\n', found.Found));
        Assert.Equal(originals.Count + More, found.Files);
        Assert.True(found.Tests >= found.Files, $"{found.Tests} tests in {found.Files} files");
    }

    [Fact]
    public void is_like_no_other_and_names_others_made_with_it()
    {
        var originals = GeneratedServices.Originals(Services);
        Assert.All((string[])["ration-card-new", "digital-712-extract", "trade-licence-renewal"], named => Assert.Contains(named, originals));
        var made = CheckServices.Files([GeneratedServices.Write(Services, folder.FullName, originals.Count + More)]).Select(file => ServiceFile.Load(File.ReadAllText(file), file)).ToDictionary(service => service.Id);
        Assert.Equal(made.Count, made.Values.Select(service => string.Join(' ', service.Questions.Select(question => question.Id))).Distinct().Count());
        Assert.Equal("trade-licence-renewal-0", made["trade-licence-0"].Licence!.RenewedBy);
        Assert.All(made.Values, service => Assert.True(service.Questions.Count >= ServiceFile.Load(File.ReadAllText(Path.Combine(Services, "mh", service.Id[..service.Id.LastIndexOf('-')] + ".yaml")), service.Id).Questions.Count + 4, service.Id));
    }
}
