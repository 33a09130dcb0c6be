using EkDwar.Foundation.Files;

namespace EkDwar.Tests.Foundation.Files;

static class Verdicts
{
    public static Paper Accepted(byte[] bytes)
    {
        var verdict = PaperCheck.Inspect(bytes);
        Assert.True(verdict.IsAccepted, verdict.Refusal?.Code);
        return verdict.Paper;
    }

    public static string Code(byte[] bytes)
    {
        var verdict = PaperCheck.Inspect(bytes);
        Assert.False(verdict.IsAccepted);
        return verdict.Refusal.Code;
    }
}
