using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Cases.Registers.Emulator;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Cases.Registers;

/// <summary>7/12 extracts asked for through the real use cases, at the emulated register of land records.</summary>
static class InstantCases
{
    public const string Service = "digital-712-extract";

    public static EmulatedRegisters Registers(this TestHouse house) => house.Services.GetRequiredService<EmulatedRegisters>();

    /// <summary>Answers everything and sends; the sub-division may be none.</summary>
    public static Task<Outcome<CaseReference>> AsksFor712(this TestHouse house, TestCitizen citizen, string survey, string? sub = null, string village = "pune.haveli.kesnand") => house.Use(async (IServiceProvider services) =>
    {
        var drafts = services.GetRequiredService<Drafts>();
        var draft = (await drafts.OpenOrStart(citizen.Session, "mh", Service))!;
        var answers = Answers.None;
        Keep("name", ("local", "सखाराम हरगुडे"), ("latin", "Sakharam Hargude"));
        Keep("village", ("", village));
        Keep("survey_number", ("", survey));
        Keep("has_sub_division", ("", sub is null ? "no" : "yes"));
        if (sub is not null) Keep("sub_division", ("", sub));
        drafts.Keep(draft, answers);
        Assert.True(await services.GetRequiredService<EkDwarDb>().TrySave());
        draft = (await drafts.Open(citizen.Session, "mh", Service))!;
        return await services.GetRequiredService<SubmitApplication>().Run(citizen.Session, draft, Guid.CreateVersion7().ToString("N"), "web", "mr");

        void Keep(string id, params (string Part, string Text)[] parts) => answers =
            Interview.Accept(draft.Service, answers, draft.Service.Question(id), new(parts.ToDictionary(part => part.Part, part => part.Text)), draft.Facts).Value!;
    });

    /// <summary>A case that somebody sent.</summary>
    public static async Task<TestCase> Asked712(this TestHouse house, string survey, string? sub = null)
    {
        var citizen = await house.Citizen();
        var sent = await house.AsksFor712(citizen, survey, sub);
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        return new(house, citizen, sent.Value);
    }
}
