using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Processing.SecondQueries;

namespace EkDwar.Tests.Processing.SecondQueries;

/// <summary>Asking for leave to ask a citizen again and answering, through the real use cases.</summary>
static class SecondQuery
{
    public const string Words = "शिधापत्रिका जोडा.", Why = "पहिल्या वेळी राहण्याचा पुरावा पाहिला नव्हता.";

    /// <summary>From the clerk's desk, about the proof of residence.</summary>
    public static async Task<Outcome<CaseReference>> AsksAgain(this TestCase c, string? why = Why, DeskSession? who = null)
    {
        var (desk, version) = (who ?? await c.House.Desk("clerk"), (await c.Row()).Version);
        return await c.House.Use((AskSecondQuery ask) => ask.Run(desk, c.CaseId, version, [new("residence_proof", "not_given", null)], Words, why));
    }

    public static async Task<Outcome<CaseReference>> TakesBack(this TestCase c, DeskSession who)
    {
        var version = (await c.Row()).Version;
        return await c.House.Use((TakeBackSecondQuery take) => take.Run(who, c.CaseId, version));
    }

    public static async Task<Outcome<CaseReference>> Leave(this TestCase c, DeskSession who, bool isAllowed = true, string? words = "आता विचारू नका.", long? seen = null)
    {
        var version = seen ?? (await c.Row()).Version;
        return await c.House.Use((AnswerSecondQuery answer) => answer.Run(who, c.Reference, version, isAllowed, words));
    }
}
