using System.Globalization;
using System.Net.Sockets;
using EkDwar.Cases;
using EkDwar.Cases.Orders;
using EkDwar.Cases.Names;
using EkDwar.Catalogue;
using EkDwar.Deadlines;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding;
using EkDwar.Places;
using Microsoft.AspNetCore.Connections;

namespace EkDwar;

/// <summary>The verbs of the one executable: serve, work, migrate, seed, check-services, service-schema, verify-ledger, recount, erase-person, index-names, extend-limits, export-services, import-places, check-places, place-history, retention, reviews. What stops it is one sentence and exit code 1.</summary>
public static class CommandLine
{
    /// <summary>Of erase-person: says what would be erased and what stands against it, and erases nothing.</summary>
    const string DryRun = "--dry-run";

    public static async Task<int> Run(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        var verb = args is [{ } first, ..] && !first.StartsWith('-') ? first : "serve";
        var rest = args is [{ } f, ..] && !f.StartsWith('-') ? args[1..] : args;
        Settings? settings = null;
        try
        {
            var places = PlaceVerbs.Has(verb) ? PlaceVerbs.Words(verb, ref rest) : null;
            var rehearses = verb == "erase-person" && rest.Contains(DryRun);
            if (rehearses) rest = [.. rest.Where(word => word != DryRun)];
            var erases = verb == RetentionVerb.Name && rest.Contains(RetentionVerb.Erase);
            if (erases) rest = [.. rest.Where(word => word != RetentionVerb.Erase)];
            var (about, options) = verb is "recount" or "erase-person" or "export-services" or RetentionVerb.Name ? Operand(verb, rest) : ("", rest);
            var named = verb is "check-services" or "extend-limits" or ReviewsVerb.Name ? Operands(ref options) : [];
            settings = Settings.Parse(options);
            return verb switch
            {
                "serve" => await Serve(settings),
                "work" => await Work(settings),
                "migrate" => await WithHouse(settings, seeds: false),
                "seed" => await WithHouse(settings, seeds: true),
                "check-services" => Check(named.Count == 0 ? [settings.Folders.Services] : named),
                ReviewsVerb.Name => ReviewsVerb.Run(settings.Folders, named),
                "service-schema" => Print(ServiceSchema.Text),
                "verify-ledger" => await Verify(settings),
                "index-names" => await Index(settings),
                "extend-limits" => await Extend(settings, named),
                "recount" => await Recount(settings, about),
                "export-services" => await Export(settings, about),
                RetentionVerb.Name => await RetentionVerb.Run(settings, about, erases),
                "erase-person" => await Erase(settings, about, rehearses),
                PlaceVerbs.Import or PlaceVerbs.Check or PlaceVerbs.History => await PlaceVerbs.Run(settings, places!),
                _ => throw new CannotStart("foundation.start.verb", ("verb", verb)),
            };
        }
        catch (Exception e) when (Sentence(e, settings) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    static async Task<int> Serve(Settings settings)
    {
        using var only = DataLock.Take(settings);
        // Each takes half a second of one core and needs nothing of the others. Whoever needs what they make waits for it.
        var model = Task.Run(() => Engines.MakeModel(settings.Database));
        await using var app = Program.Build(settings);
        var page = Task.Run(() => FirstPage.Draw(app, "/Finding/HomePage", new() { ["state"] = settings.Folders.States.First(), ["lang"] = LanguageCode.English.Code }));
        StartChecks.Run(app, settings);
        if (app.Environment.IsDevelopment()) CrashPoints.Arm(Environment.GetEnvironmentVariable("EKDWAR_CRASH_AT"));
        await StartOrder.Prepare(app, settings, seeds: app.Environment.IsDevelopment());
        await Task.WhenAll(model, page);
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new CannotStart("foundation.start.port_taken", ("address", settings.Url));
        }
        Console.WriteLine($"EkDwar: {string.Join(" ", app.Urls)}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    static async Task<int> Work(Settings settings)
    {
        await using var app = Program.Build(settings with { Url = "http://127.0.0.1:0" });
        StartChecks.Run(app, settings);
        await StartOrder.Prepare(app, settings, seeds: false);
        await app.RunAsync();
        return 0;
    }

    /// <summary>The word a verb is about: the first after it, or the last of the line, where <c>./run</c> puts it.</summary>
    static (string About, string[] Options) Operand(string verb, string[] rest) => rest switch
    {
        [{ } first, .. var options] when !first.StartsWith('-') => (first, options),
        [.. var options, { } last] when options.Length % 2 == 0 => (last, options),
        _ => throw new CannotStart("foundation.start.about_what", ("verb", verb)),
    };

    /// <summary>The words among the options, each of which has a value but --no-work.</summary>
    static List<string> Operands(ref string[] rest)
    {
        List<string> words = [], options = [];
        for (var i = 0; i < rest.Length; i++)
        {
            var isOption = rest[i].StartsWith('-');
            (isOption ? options : words).Add(rest[i]);
            if (isOption && rest[i] != "--no-work" && i + 1 < rest.Length) options.Add(rest[++i]);
        }
        rest = [.. options];
        return words;
    }

    static int Check(IReadOnlyList<string> named)
    {
        var found = CheckServices.Run(CheckServices.Files(named));
        foreach (var fault in found.Found) Console.WriteLine(fault);
        if (found.Tests > 0) Console.WriteLine(Texts.Get(LanguageCode.English, "onboarding.check.tests", ("tests", $"{found.Tests}"), ("time", $"{found.TestTime.TotalMilliseconds:0}")));
        Console.WriteLine(Texts.Get(LanguageCode.English, "onboarding.check.done", ("files", $"{found.Files}"), ("faults", $"{found.Faults}"), ("remarks", $"{found.Found.Count - found.Faults}")));
        return found.Faults == 0 ? 0 : 2;
    }

    static int Print(string text)
    {
        Console.Write(text);
        return 0;
    }

    static async Task<int> Verify(Settings settings)
    {
        await using var app = Program.Build(settings);
        await StartOrder.Require(app, settings);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Erasures>().Apply();
        var findings = await scope.ServiceProvider.GetRequiredService<VerifyLedger>().Run();
        foreach (var finding in findings.Faults) Console.WriteLine(finding);
        Console.WriteLine(findings.Summary);
        return findings.Faults.Count == 0 ? 0 : 2;
    }

    static async Task<int> Extend(Settings settings, IReadOnlyList<string> words)
    {
        if (words is not [{ } state, { } name]) throw new CannotStart("cases.extend.what");
        if (!settings.Folders.States.Contains(state)) throw new CannotStart("cases.recount.no_state", ("state", state));
        if (!File.Exists(name)) throw new CannotStart("cases.extend.no_file", ("file", name));
        await using var app = Program.Build(settings);
        await StartOrder.Require(app, settings);
        await using var scope = app.Services.CreateAsyncScope();
        var order = ExtensionFile.Load(await File.ReadAllTextAsync(name), Sheets.Named(name), scope.ServiceProvider.GetRequiredService<Laws>().Of(state).Act);
        var found = await scope.ServiceProvider.GetRequiredService<ExtendLimits>().Run(state, order, await scope.ServiceProvider.GetRequiredService<PlaceTrees>().Today(state));
        Console.WriteLine(Texts.Get(LanguageCode.English, "cases.extend.done", ("number", order.Number), ("cases", $"{found.Cases}"), ("moved", $"{found.Moved}")));
        return 0;
    }

    static async Task<int> Recount(Settings settings, string state)
    {
        if (!settings.Folders.States.Contains(state)) throw new CannotStart("cases.recount.no_state", ("state", state));
        await using var app = Program.Build(settings);
        await StartOrder.Require(app, settings);
        await using var scope = app.Services.CreateAsyncScope();
        var moved = await scope.ServiceProvider.GetRequiredService<RecountDueDates>().Run(state);
        Console.WriteLine(Texts.Get(LanguageCode.English, "cases.recount.done", ("count", $"{moved}")));
        return 0;
    }

    static async Task<int> Export(Settings settings, string folder)
    {
        await using var app = Program.Build(settings);
        await StartOrder.Require(app, settings);
        await using var scope = app.Services.CreateAsyncScope();
        var count = await scope.ServiceProvider.GetRequiredService<ExportServices>().Run(folder);
        Console.WriteLine(Texts.Get(LanguageCode.English, "onboarding.exported", ("count", $"{count}")));
        return 0;
    }

    static async Task<int> Index(Settings settings)
    {
        await using var app = Program.Build(settings);
        await StartOrder.Require(app, settings);
        await using var scope = app.Services.CreateAsyncScope();
        var count = await scope.ServiceProvider.GetRequiredService<IndexNames>().Run();
        Console.WriteLine(Texts.Get(LanguageCode.English, "cases.names.indexed", ("count", $"{count}")));
        return 0;
    }

    static async Task<int> Erase(Settings settings, string about, bool rehearses)
    {
        await using var app = Program.Build(settings);
        await StartOrder.Require(app, settings);
        await using var scope = app.Services.CreateAsyncScope();
        var erase = scope.ServiceProvider.GetRequiredService<ErasePerson>();
        if (rehearses) return Rehearsed(await erase.Rehearse(about), scope.ServiceProvider.GetRequiredService<TimeProvider>().Today());
        var outcome = await erase.Run(about);
        if (!outcome.IsDone) throw new CannotStart(outcome.Refusals[0].Code, outcome.Refusals[0].Values);
        Console.WriteLine(Texts.Get(LanguageCode.English, "cases.erase.done", ("count", $"{outcome.Value}")));
        return 0;
    }

    static int Rehearsed(Outcome<IReadOnlyList<CaseToErase>> outcome, DateOnly today)
    {
        if (!outcome.IsDone) throw new CannotStart(outcome.Refusals[0].Code, outcome.Refusals[0].Values);
        foreach (var c in outcome.Value)
        {
            var date = c.KeptUntil is { } until ? LongDate.Of(until, LanguageCode.English) : "";
            var line = c.IsOpen ? "cases.erase.line_open" : c.KeptUntil >= today ? "cases.erase.line_kept" : "cases.erase.line_free";
            Console.WriteLine(Texts.Get(LanguageCode.English, line, ("reference", c.Reference.ToString()), ("date", date)));
        }
        Console.WriteLine(Texts.Get(LanguageCode.English, "cases.erase.rehearsed", ("count", $"{outcome.Value.Count}")));
        return 0;
    }

    static async Task<int> WithHouse(Settings settings, bool seeds)
    {
        using var only = DataLock.Take(settings);
        await using var app = Program.Build(settings);
        await StartOrder.Prepare(app, settings, seeds);
        return 0;
    }

    static string? Sentence(Exception e, Settings? settings) => e switch
    {
        CannotStart => e.Message,
        KeyFileBrokenException => new CannotStart("foundation.start.key_file", ("why", e.Message)).Message,
        FaultyFilesException faulty => faulty.Message,
        _ when Engines.IsReadOnly(e) => new CannotStart("foundation.start.folder_read_only", ("folder", settings!.Folders.Data)).Message,
        _ when Engines.IsNoDatabase(e) => new CannotStart("foundation.start.not_a_database", ("file", settings!.Database.SqliteFile)).Message,
        _ when Engines.IsUnreachable(e) || e is SocketException => new CannotStart("foundation.start.database_unreachable", ("why", e.GetBaseException().Message)).Message,
        _ => null,
    };
}
