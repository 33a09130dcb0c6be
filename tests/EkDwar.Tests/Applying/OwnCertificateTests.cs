using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Applying;

/// <summary>A certificate this house issued is a paper its holder need not bring.</summary>
public sealed class A_certificate_of_this_house
{
    const string Card = "ration-card-new", Paper = "income_paper";

    [Fact]
    public async Task is_offered_to_its_holder_and_given_as_the_paper_the_officer_reads()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var certified = await house.Case().By(citizen).Certified();
        var number = $"{certified.Reference}-1";
        await Answered(house, citizen);
        var page = await citizen.Browser.Open($"/mh/en/apply/{Card}/{Paper}");
        Assert.Contains(number, page.Text, StringComparison.Ordinal);
        page = await page.Form("form#question").With("answer-certificate", number).Press();
        Assert.DoesNotContain($"/{Paper}", page.Path, StringComparison.Ordinal);
        var reference = await Sent(house, citizen);
        var file = (await house.Use((CaseFiles cases) => cases.Open(reference.CaseId)))!;
        Assert.Equal(number, DocumentType.PaperOf(file.Answers[Paper])!.Issued!.Number);
        Assert.DoesNotContain(Interview.MissingPapers(file.Service, file.Answers), missing => missing.Id == Paper);
        var shown = Assert.Single(Interview.Show(file.Service.Question(Paper), file.Answers, LanguageCode.English, AnswerFacts.WithoutPlaces(new(2026, 8, 1))));
        Assert.Contains($"certificate {number} of", shown, StringComparison.Ordinal);
        var source = (await house.Use((CaseFiles cases) => cases.Open(certified.CaseId)))!;
        var files = house.Services.GetRequiredService<FileStore>();
        Assert.Equal((await certified.Certificates())[0].Read(files, source.Seal), DocumentType.PaperOf(file.Answers[Paper])!.Parts[0].Read(files));
    }

    [Fact]
    public async Task is_given_later_as_well_where_the_paper_was_missing()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var certified = await house.Case().By(citizen).Certified();
        await Answered(house, citizen);
        var reference = await Sent(house, citizen);
        var page = await citizen.Browser.Open($"/mh/en/cases/{reference}/papers/{Paper}");
        await page.Form().With("answer-certificate", $"{certified.Reference}-1").Press();
        var file = (await house.Use((CaseFiles cases) => cases.Open(reference.CaseId)))!;
        Assert.Equal($"{certified.Reference}-1", DocumentType.PaperOf(file.Answers[Paper])!.Issued!.Number);
    }

    [Fact]
    public async Task is_nobody_else_s_and_no_longer_hers_once_it_is_revoked()
    {
        await using var house = await TestHouse.Open();
        var (citizen, stranger) = (await house.Citizen(), await house.Citizen());
        var certified = await house.Case().By(citizen).Certified();
        var number = $"{certified.Reference}-1";
        await Answered(house, citizen);
        await Answered(house, stranger);
        Assert.Equal(["applying.certificate_gone"], await Given(house, stranger, number));
        Assert.Empty(await Given(house, citizen, number));
        Assert.Equal(["applying.certificate_gone"], await Given(house, citizen, $"{certified.Reference}-2"));
        Assert.True((await certified.Revoke()).IsDone);
        Assert.Equal(["applying.certificate_gone"], await Given(house, citizen, number));
        var refused = await Submitted(house, citizen);
        Assert.Equal(("applying.certificate_lapsed", Paper), (Assert.Single(refused.Refusals).Code, refused.Refusals[0].Field));
    }

    /// <summary>A draft of the card in which everything is answered, and every paper is to come.</summary>
    static Task Answered(TestHouse house, TestCitizen citizen) => house.Use(async (IServiceProvider services) =>
    {
        var drafts = services.GetRequiredService<Drafts>();
        var draft = (await drafts.OpenOrStart(citizen.Session, "mh", Card))!;
        var answers = Answers.None;
        while (Interview.Next(draft.Service, answers) is { } next)
            answers = next.Type == "document" ? answers.With(next.Id, new System.Text.Json.Nodes.JsonObject { ["later"] = true })
                : PlausibleAnswers.Accepted(draft.Service, answers, next, draft.Facts, pick: 0).Value!;
        drafts.Keep(draft, answers);
        Assert.True(await services.GetRequiredService<EkDwarDb>().TrySave());
    });

    /// <summary>What refuses it; nothing when it is now the paper of her draft.</summary>
    static Task<List<string>> Given(TestHouse house, TestCitizen citizen, string number) => house.Use(async (IServiceProvider services) =>
    {
        var draft = (await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", Card))!;
        var given = await services.GetRequiredService<OwnCertificates>().Give(draft.Person.PersonId, "mh", draft.Service.Question(Paper), number);
        if (given.IsDone) Assert.True((await services.GetRequiredService<AnswerQuestion>().Run(draft, draft.Service.Question(Paper), given.Value)).IsDone);
        return given.IsDone ? [] : given.Refusals.Select(refusal => refusal.Code).ToList();
    });

    static Task<EkDwar.Foundation.Outcomes.Outcome<CaseReference>> Submitted(TestHouse house, TestCitizen citizen) => house.Use(async (IServiceProvider services) =>
        await services.GetRequiredService<SubmitApplication>().Run(citizen.Session, (await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", Card))!, "sent-once", "web", "mr"));

    static async Task<CaseReference> Sent(TestHouse house, TestCitizen citizen)
    {
        var sent = await Submitted(house, citizen);
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        return sent.Value;
    }
}
