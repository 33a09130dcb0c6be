using EkDwar.Cases;
using EkDwar.Cases.Names;
using EkDwar.Catalogue.Texting;
using EkDwar.Deadlines;
using EkDwar.Delivering;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using EkDwar.Onboarding;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar;

/// <summary>
/// What is asked before anything is written or served, in this order: the law and the registered texts of every state, the files to be published,
/// the database, the keys it was sealed under, the checkpoints it was anchored in, what must stay erased, the index of names. Each failure is
/// one sentence.
/// </summary>
static class StartOrder
{
    public static async Task Prepare(WebApplication app, Settings settings, bool seeds)
    {
        app.Services.GetRequiredService<Laws>().ReadAll();
        app.Services.GetRequiredService<TextRegisters>();
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (seeds) await SeedDemo.Check(services.GetRequiredService<EkDwarDb>(), services.GetRequiredService<Migrations>(), settings.Folders);
        await services.GetRequiredService<Migrations>().Run();
        await KeysAreThere(services.GetRequiredService<EkDwarDb>(), settings);
        app.Services.GetRequiredService<IssuingKeys>().Check();
        if (settings.Works) await services.GetRequiredService<CheckpointsHere>().Check();
        await services.GetRequiredService<Erasures>().Apply();
        await services.GetRequiredService<IndexNames>().RunOnce();
        foreach (var state in settings.Folders.States) await app.Services.GetRequiredService<KeptLaws>().InForce(state);
        // A day is longer than any upload: younger ones may be another node's, still being written.
        app.Services.GetRequiredService<FileStore>().SweepAbandoned(app.Services.GetRequiredService<TimeProvider>().UtcNow().AddDays(-1));
        // Asked for here and not before: it brings the master key with it, which is made where there is none.
        if (seeds) await services.GetRequiredService<SeedDemo>().Run();
    }

    // Another key in its place would open nothing that is there, and lock it for good once new rows stand beside it.
    static async Task KeysAreThere(EkDwarDb db, Settings settings)
    {
        if (MasterKey.IsGiven || File.Exists(settings.Folders.MasterKeyFile)) return;
        if (await db.Set<DataProtectionKey>().AnyAsync() || await db.Set<Official>().AnyAsync() || await db.Set<Account>().AnyAsync())
            throw MasterKey.Missing(settings.Folders.MasterKeyFile);
    }

    /// <summary>For a verb that only reads: a database must be there, of this version, and is not made.</summary>
    public static async Task Require(WebApplication app, Settings settings)
    {
        if (settings.Database.Engine == Engine.Sqlite && !File.Exists(settings.Database.SqliteFile))
            throw new CannotStart("foundation.start.no_database", ("place", settings.Database.SqliteFile));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrations>().Require();
    }
}
