using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Catalogue;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing;
using EkDwar.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Applying.Parties;

/// <summary>The registration of a marriage as somebody applies for it: she as the wife, her husband and three witnesses to be asked.</summary>
static class Wedding
{
    public const string Service = "marriage-registration-village", Place = "pune.haveli.kesnand";

    /// <summary>A draft in which everything is answered; the mobiles are the husband's and the three witnesses', each may be blank.</summary>
    public static async Task Drafted(TestHouse house, TestCitizen wife, string husband, params string[] witnesses)
    {
        var service = await house.Use((PublishedServices services) => Published(services));
        await Every_service_of_the_catalogue.Answered(house, wife, service);
        await Answered(house, wife, "applies_as", ("", "wife"));
        await Answered(house, wife, "husband_phone", ("", husband));
        await Answered(house, wife, "village", ("", Place));
        await Answered(house, wife, "husband_name", ("local", "गणेश कदम"), ("latin", "Ganesh Kadam"));
        await Answered(house, wife, "wife_name", ("local", wife.Name), ("latin", "Seema Jagtap"));
        await Answered(house, wife, "name", ("local", wife.Name), ("latin", "Seema Jagtap"));
        await Answered(house, wife, "wife_address", ("", "फुलगाव, घर क्र. 40"));
        await Witnessed(house, wife, witnesses);
    }

    /// <summary>Her witnesses with these mobiles, each of a name of its own.</summary>
    public static Task Witnessed(TestHouse house, TestCitizen wife, params string[] mobiles) => Answered(house, wife, "witnesses",
        [.. mobiles.SelectMany((mobile, row) => Row(row, $"साक्षीदार {"अबक"[row]}", mobile))]);

    public static IEnumerable<(string, string)> Row(int row, string name, string mobile) =>
        [($"{row}.witness", name), ($"{row}.living_at", "केसनंद"), ($"{row}.witness_phone", mobile), ($"{row}.witness_age", "41"), ($"{row}.knows_as", "friend")];

    static async Task<ServiceDefinition> Published(PublishedServices services) => (await services.Current("mh")).Single(service => service.Id == Service);

    static Task Answered(TestHouse house, TestCitizen wife, string question, params (string Part, string Text)[] parts) => house.Use(async (IServiceProvider services) =>
    {
        var draft = (await services.GetRequiredService<Drafts>().Open(wife.Session, "mh", Service))!;
        var accepted = await services.GetRequiredService<AnswerQuestion>().Run(draft, draft.Service.Question(question), new(parts.ToDictionary(part => part.Part, part => part.Text)));
        Assert.True(accepted.IsDone, $"{question}: {string.Join(", ", accepted.Refusals)}");
    });

    public static async Task<CaseReference> Sent(TestHouse house, TestCitizen wife)
    {
        var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>()
            .Run(wife.Session, (await services.GetRequiredService<Drafts>().Open(wife.Session, "mh", Service))!, Guid.CreateVersion7().ToString("N"), "web", "mr"));
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        return sent.Value;
    }

    /// <summary>All who have not consented sign before the officer of the first stage, whatever the service.</summary>
    public static async Task AllSign(TestHouse house, long caseId)
    {
        foreach (var key in await Missing(house, caseId))
        {
            var signed = await Signs(house, caseId, key);
            Assert.True(signed.IsDone, $"{key}: {string.Join(", ", signed.Refusals)}");
        }
    }

    public static Task<List<string>> Missing(TestHouse house, long caseId) => house.Db(db => db.Set<CaseParty>().AsNoTracking()
        .Where(party => party.CaseId == caseId && party.Status != PartyStatus.Consented).OrderBy(party => party.Party).Select(party => party.Party).ToListAsync());

    public static async Task<Outcome<CaseReference>> Signs(TestHouse house, long caseId, string key, DeskSession? desk = null, DateOnly? on = null, string paper = "voter_card")
    {
        var row = await Row(house, caseId);
        var officer = desk ?? await Officer(house, caseId);
        return await house.Use((RecordSignature record) => record.Run(officer, caseId, row.Version, new(key, on ?? DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime.AddMinutes(330)), paper)));
    }

    public static Task<Case> Row(TestHouse house, long caseId) => house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.CaseId == caseId));

    /// <summary>Whoever holds the post to which the case comes first.</summary>
    public static Task<DeskSession> Officer(TestHouse house, long caseId) => house.Use(async (IServiceProvider services) =>
    {
        var file = (await services.GetRequiredService<CaseFiles>().Open(caseId))!;
        var post = (await services.GetRequiredService<PostDirectory>().At(file.Case.OfficeId, file.Path.First[0].Post))!;
        return await house.Db(db => db.Set<PostHolding>().Where(holding => holding.PostId == post.PostId).Select(holding => new DeskSession(holding.OfficialId, post.PostId) { SinceProof = TimeSpan.Zero }).FirstAsync());
    });
}
