using EkDwar.Applying.Corrections;
using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Tests.Applying.Corrections;

/// <summary>An applicant corrects what she has sent, through the real use cases.</summary>
static class Correcting
{
    public const string Why = "घर क्रमांक चुकला होता.";

    /// <summary>False where this may not be corrected.</summary>
    public static Task<bool> Gives(this TestCase c, string question, string answer) => c.Gives(question, new Dictionary<string, string> { [""] = answer });

    /// <summary>The same of an answer in several boxes.</summary>
    public static Task<bool> Gives(this TestCase c, string question, Dictionary<string, string> boxes) => c.House.Use(async (PrepareCorrection prepare) =>
    {
        var open = (await prepare.Of(c.Citizen.Session, c.Reference))!;
        return CorrectionRules.Of(open.File).FirstOrDefault(one => one.Id == question) is { } asked
            && (await prepare.Give(open, asked, new RawAnswer(boxes), LanguageCode.English)).IsDone;
    });

    public static Task<Outcome<CaseReference>> SendsCorrection(this TestCase c) => c.House.Use((SendCorrection send) => send.Run(c.Citizen.Session, c.Reference, Why));

    /// <summary>A case of hers that the desk has opened, with a correction of it that waits for the desk's word.</summary>
    public static async Task<TestCase> CorrectionWaits(this TestHouse house, TestCitizen citizen, DeskSession desk)
    {
        var c = await house.Case().By(citizen).Submitted();
        Assert.True((await house.Use((LookAtCase look) => look.Run(desk, c.Reference, LookBook.Whole))).IsDone);
        Assert.True(await c.Gives("address", "घर क्र. 21, केसनंद, 412207") && (await c.SendsCorrection()).IsDone);
        return c;
    }
}
