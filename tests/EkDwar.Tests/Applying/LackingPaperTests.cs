using System.Net;
using EkDwar.Catalogue;
using EkDwar.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Applying;

/// <summary>Who has not got a paper that is asked is told where to get it, and led to the service that gives it.</summary>
public sealed class A_paper_she_has_not_got
{
    [Fact]
    public async Task leads_to_the_service_that_gives_it_and_leaves_what_she_typed()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var service = (await house.Services.GetRequiredService<PublishedServices>().Current("mh", "non-creamy-layer-certificate"))!;
        await Every_service_of_the_catalogue.Answered(house, citizen, service);
        var asked = await citizen.Browser.Open("/mh/en/apply/non-creamy-layer-certificate/caste_paper");
        Assert.Contains("Apply for the caste certificate first.", asked.TextOf("details"));
        var other = await asked.Follow("details a[href='/mh/en/services/caste-certificate']");
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Contains("Caste certificate", other.TextOf("h1"), StringComparison.OrdinalIgnoreCase);
        // What she had begun waits for her, in her own language too.
        Assert.Contains("आधी जात प्रमाणपत्रासाठी अर्ज करा.", (await citizen.Browser.Open("/mh/mr/apply/non-creamy-layer-certificate/caste_paper")).TextOf("details"));
        Assert.Equal(HttpStatusCode.OK, (await citizen.Browser.Open("/mh/mr/apply/non-creamy-layer-certificate/check-answers")).Status);
    }
}
