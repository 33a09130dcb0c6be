using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;

namespace EkDwar;

/// <summary>The verb retention: tells how many cases of a state need not be kept any more and, with --erase, erases them.</summary>
static class RetentionVerb
{
    public const string Name = "retention", Erase = "--erase";

    public static async Task<int> Run(Settings settings, string state, bool erases)
    {
        if (!settings.Folders.States.Contains(state)) throw new CannotStart("cases.recount.no_state", ("state", state));
        await using var app = Program.Build(settings);
        await StartOrder.Require(app, settings);
        await using var scope = app.Services.CreateAsyncScope();
        var past = await scope.ServiceProvider.GetRequiredService<EraseKeptCases>().Run(state, erases);
        foreach (var (service, count) in past) Console.WriteLine(Texts.Get(LanguageCode.English, "cases.retention.line", ("service", service), ("count", $"{count}")));
        Console.WriteLine(Texts.Get(LanguageCode.English, erases ? "cases.retention.erased" : "cases.retention.told", ("count", $"{past.Sum(one => one.Cases)}")));
        return 0;
    }
}
