using EkDwar.Catalogue;
using EkDwar.Onboarding;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Journeys;

/// <summary>A service changes while people are on their way through it: who began under one version ends under it.</summary>
public sealed class A_version_published_on_the_way
{
    const string Apply = $"/mh/mr/apply/{TestCitizen.Service}";

    /// <summary>One question more, less than half of the days, and no visit in the field.</summary>
    static string SecondVersion()
    {
        var text = Repository.Text($"services/mh/{TestCitizen.Service}.yaml");
        // What the file expects of itself was written for the first version.
        text = text[..(text.IndexOf("\ntests:\n", StringComparison.Ordinal) + 1)];
        var visit = text.IndexOf("  - id: verification\n", StringComparison.Ordinal);
        text = text.Remove(visit, text.IndexOf("  - id: decision\n", visit, StringComparison.Ordinal) - visit);
        return Changed(Changed(Changed(text, "version: 1\n", "version: 2\n"), "  days: 15\n", "  days: 7\n"), "  - id: village\n", """
              - id: family_size
                type: number
                label: {mr: कुटुंबात किती जण आहेत?, en: How many are in the family?, hi: परिवार में कितने लोग हैं?, pa: ਪਰਿਵਾਰ ਵਿੱਚ ਕਿੰਨੇ ਜੀਅ ਹਨ?}
                least: 1
                most: 30
              - id: village

            """);
    }

    static string Changed(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return text[..at] + to + text[(at + from.Length)..];
    }

    [Fact]
    public async Task leaves_drafts_and_cases_to_the_one_they_began_with()
    {
        await using var house = await TestHouse.Open();
        var running = await house.Case().Submitted();
        var early = await house.SignedInCitizen();
        Assert.Equal(Apply + "/born_on", (await Named(early)).Path);

        await house.Use((PublishService publish) => publish.Run(SecondVersion(), $"{TestCitizen.Service}.yaml", Planted.Maharashtra));
        Assert.Equal(2, (await house.Use((PublishedServices services) => services.Current("mh", TestCitizen.Service)))!.Version);

        // She goes on with the questions she began with, and is sent with them, by their days.
        Assert.Equal(Apply + "/village", (await Born(await early.Browser.Open(Apply))).Path);
        Assert.Equal(404, (int)(await early.Browser.Open(Apply + "/family_size")).Status);
        var first = await Sent(house, early);
        Assert.Equal((1, await DaysFrom(running)), ((await first.Row()).ServiceVersion, await DaysFrom(first)));

        // Who begins now is asked what is new.
        var late = await house.SignedInCitizen(name: "सुनीता शिंदे");
        await Named(late);
        var asked = await Born(await late.Browser.Open(Apply));
        Assert.Equal(Apply + "/family_size", asked.Path);
        Assert.Equal(Apply + "/village", (await asked.Form().With("answer", "4").Press()).Path);
        var second = await Sent(house, late);
        Assert.Equal((2, await DaysFrom(first) - 8), ((await second.Row()).ServiceVersion, await DaysFrom(second)));

        // Each is worked on by the stages of its own.
        foreach (var (c, stages) in new[] { (running, "scrutiny, verification"), (first, "scrutiny, verification"), (second, "scrutiny, decision") })
        {
            Assert.True((await c.Forward()).IsDone);
            Assert.Equal(stages, string.Join(", ", (await c.WorkItems()).Select(item => item.Stage)));
        }
        foreach (var c in (TestCase[])[running, first]) Assert.True((await c.Report()).IsDone);
        foreach (var c in (TestCase[])[running, first, second])
        {
            await c.Pays();
            Assert.True((await c.Grant()).IsDone);
        }
        await house.OutboxDrained();
        foreach (var c in (TestCase[])[running, first, second]) Assert.Single(await c.Certificates());
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    static async Task<Page> Named(TestCitizen citizen) =>
        await (await citizen.Browser.Open(Apply)).Form().With("answer-local", citizen.Name).With("answer-latin", "Dnyaneshwar Rhalkar").Press();

    static async Task<Page> Born(Page page) => await page.Form().With("answer-day", "27").With("answer-month", "3").With("answer-year", "1985").Press();

    static async Task<TestCase> Sent(TestHouse house, TestCitizen citizen)
    {
        await citizen.Draft();
        var sent = await citizen.Submit(Guid.CreateVersion7().ToString("N"));
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        return new(house, citizen, sent.Value);
    }

    static async Task<int> DaysFrom(TestCase c)
    {
        var row = await c.Row();
        return row.DueOn!.Value.DayNumber - DateOnly.FromDateTime(row.SubmittedAt).DayNumber;
    }
}
