using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Delivering;
using EkDwar.Foundation.Languages;
using EkDwar.Onboarding;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Houserules;
using EkDwar.Tests.Paying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Catalogue;

/// <summary>Services of states this house has never served, by a writer who had read nothing but docs/how-to/add-a-service.md.</summary>
public sealed class A_service_of_a_stranger
{
    /// <summary>The service of vehicles takes a number of Assam only, and the last five characters of a chassis; an extract of a khatha a year of tax.</summary>
    static readonly Dictionary<string, string> Own = new() { ["registration_number"] = "AS01AB1234", ["chassis"] = "7K4P2", ["tax_paid_until"] = "2025-26" };

    /// <summary>What the writer himself had answered and found, in the fullest of the tests in his file in which nothing is refused; days are those of this house's clock.</summary>
    static Func<Question, RawAnswer?> Written(ServiceDefinition service)
    {
        var test = service.Tests.Where(test => test.Refuses is not { Count: > 0 } && test.NotMet is not { Count: > 0 }).MaxBy(test => test.Answers.Count + test.Findings.Count)!;
        return question => Own.TryGetValue(question.Id, out var own) ? new(new Dictionary<string, string> { [""] = own })
            : question.Type is not ("name" or "document" or "licence" or "date") && (test.Answers.TryGetValue(question.Id, out var written) || test.Findings.TryGetValue(question.Id, out written)) ? TypedAnswer.Of(question, written)
            : null;
    }

    [Theory]
    [InlineData("first", "ap/trade-licence", "as/duplicate-registration-certificate", "br/income-certificate", "or/legal-heir-certificate")]
    [InlineData("second", "as/dog-registration", "ka/khatha-extract-certificate")]
    [InlineData("third", "as/next-of-kin-certificate")]
    public async Task leads_from_answers_to_a_sealed_certificate_without_a_line_of_code(string writer, params string[] written)
    {
        await using var house = await TestHouse.Open();
        await using var elsewhere = await house.NodeWith(Path.Combine(Repository.Root, "tests/EkDwar.Tests/Catalogue/Stranger", writer));
        await elsewhere.Use((SeedDemo seed) => seed.Run());
        var citizen = (await house.Citizen(name: "पार्वतीबाई कदम")).At(elsewhere);
        foreach (var (state, id) in written.Select(one => one.Split('/')).Select(parts => (parts[0], parts[1])))
        {
            var service = (await elsewhere.Services.GetRequiredService<PublishedServices>().Current(state, id))!;
            var c = await Decided(elsewhere, citizen, service);
            await elsewhere.OutboxDrained();
            var certificate = Assert.Single(await c.Certificates());
            var file = (await elsewhere.Use((CaseFiles files) => files.Open(c.CaseId)))!;
            var pdf = await elsewhere.Use((CertificateFiles files) => Task.FromResult(files.Read(certificate, file.Seal)));
            var text = Tool.OneLine(pdf);
            foreach (var stated in (string[])["Parvatibai Kadam", c.Reference.ToString()]) Assert.Contains(stated, text);
            Assert.Contains(service.Certificate.Variants.Select(variant => variant.Title).Prepend(service.Certificate.Title), title => title.Count > 0 && text.Contains(title.In(LanguageCode.English), StringComparison.Ordinal));
            Assert.Equal(certificate.PdfHash, CertificateFiles.HashOf(pdf));
        }
        Assert.Empty((await elsewhere.VerifiedLedger()).Faults);
    }

    static async Task<TestCase> Decided(TestHouse house, TestCitizen citizen, ServiceDefinition service)
    {
        await Every_service_of_the_catalogue.Answered(house, citizen, service, Written(service));
        var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>()
            .Run(citizen.Session, (await services.GetRequiredService<Drafts>().Open(citizen.Session, service.State, service.Id))!, service.State, "web", "hi"));
        Assert.True(sent.IsDone, $"{service.Id}: {string.Join(", ", sent.Refusals)}");
        var c = new TestCase(house, citizen, sent.Value);
        if ((await c.Fee()).IsPaidOnline) await c.Pays();
        while (await c.OpenStage() is { } stage) await Every_service_of_the_catalogue.Acts(house, service, service.Stage(stage), c.CaseId, Written(service));
        Assert.Equal(CaseStatus.Granted, (await c.Row()).Status);
        return c;
    }
}

static class OpenStages
{
    /// <summary>Where the case is; of stages side by side one of them; null once it is decided.</summary>
    public static Task<string?> OpenStage(this TestCase c) => c.House.Db(db => db.Set<WorkItem>().AsNoTracking()
        .Where(item => item.CaseId == c.CaseId && item.DoneAt == null).OrderBy(item => item.Seq).Select(item => (string?)item.Stage).FirstOrDefaultAsync());
}
