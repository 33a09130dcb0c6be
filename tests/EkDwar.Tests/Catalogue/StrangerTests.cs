using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Delivering;
using EkDwar.Foundation.Languages;
using EkDwar.Onboarding;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Houserules;
using EkDwar.Tests.Paying;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Catalogue;

/// <summary>Services of states this house has never served, by a writer who had read nothing but docs/how-to/add-a-service.md.</summary>
public sealed class A_service_of_a_stranger
{
    /// <summary>The service of vehicles takes a number of Assam only, and the last five characters of a chassis.</summary>
    static readonly Dictionary<string, string> Own = new() { ["registration_number"] = "AS01AB1234", ["chassis"] = "7K4P2" };

    [Fact]
    public async Task leads_from_answers_to_a_sealed_certificate_without_a_line_of_code()
    {
        await using var house = await TestHouse.Open();
        await using var elsewhere = await house.NodeWith(Path.Combine(Repository.Root, "tests/EkDwar.Tests/Catalogue/Stranger"));
        await elsewhere.Use((SeedDemo seed) => seed.Run());
        var citizen = (await house.Citizen(name: "पार्वतीबाई कदम")).At(elsewhere);
        foreach (var (state, id) in new[] { ("ap", "trade-licence"), ("as", "duplicate-registration-certificate"), ("br", "income-certificate"), ("or", "legal-heir-certificate") })
        {
            var service = (await elsewhere.Services.GetRequiredService<PublishedServices>().Current(state, id))!;
            var c = await Decided(elsewhere, citizen, service);
            await elsewhere.OutboxDrained();
            var certificate = Assert.Single(await c.Certificates());
            var file = (await elsewhere.Use((CaseFiles files) => files.Open(c.CaseId)))!;
            var pdf = await elsewhere.Use((CertificateFiles files) => Task.FromResult(files.Read(certificate, file.Seal)));
            var text = Tool.OneLine(pdf);
            foreach (var stated in (string[])["पार्वतीबाई कदम", service.Certificate.Title.In(LanguageCode.English), c.Reference.ToString()]) Assert.Contains(stated, text);
            Assert.Equal(certificate.PdfHash, CertificateFiles.HashOf(pdf));
        }
        Assert.Empty((await elsewhere.VerifiedLedger()).Faults);
    }

    static async Task<TestCase> Decided(TestHouse house, TestCitizen citizen, ServiceDefinition service)
    {
        await Every_service_of_the_catalogue.Answered(house, citizen, service, Own);
        var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>()
            .Run(citizen.Session, (await services.GetRequiredService<Drafts>().Open(citizen.Session, service.State, service.Id))!, service.State, "web", "hi"));
        Assert.True(sent.IsDone, $"{service.Id}: {string.Join(", ", sent.Refusals)}");
        var c = new TestCase(house, citizen, sent.Value);
        if ((await c.Fee()).IsPaidOnline) await c.Pays();
        foreach (var stage in Terms.Parse((await c.Row()).Terms).Stages) await Every_service_of_the_catalogue.Acts(house, service, service.Stage(stage), c.CaseId);
        Assert.Equal(CaseStatus.Granted, (await c.Row()).Status);
        return c;
    }
}
