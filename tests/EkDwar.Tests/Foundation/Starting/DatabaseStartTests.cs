using System.Net;
using System.Net.Sockets;
using EkDwar.Foundation;
using EkDwar.Tests.Foundation.Database;

namespace EkDwar.Tests.Foundation.Starting;

/// <summary>Starts on a database of the engine under test; what is refused before any is asked stands in Refused.</summary>
public sealed class Starting_on_a_database : IDisposable
{
    const string AnyPort = "http://127.0.0.1:0";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-start-");

    public void Dispose() => folder.Delete(recursive: true);

    string Data => Path.Combine(folder.FullName, "data");

    [Fact]
    public async Task on_a_folder_already_in_use_says_so_and_leaves_the_first_alone()
    {
        await using var database = await FreshDatabase.Make();
        await using var first = Started.Run(On(database, "serve", "--urls", AnyPort));
        var address = await first.Address();
        await using (var second = Started.Run(On(database, "serve", "--urls", AnyPort)))
            await second.Says("already running on " + database.Place.DataFolder, "stop it first", "--data");
        using var client = new HttpClient();
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode < 500, answer.StatusCode.ToString());
    }

    [Fact]
    public async Task on_a_used_port_says_which()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        await using var database = await FreshDatabase.Make();
        await using (var started = Started.Run(On(database, "serve", "--urls", address)))
            await started.Says("Another program uses " + address, "--urls");
        await using var again = Started.Run(On(database, "serve", "--urls", AnyPort));
        Assert.Equal("127.0.0.1", (await again.Address()).Host);
    }

    [Fact]
    public async Task on_a_newer_database_names_the_migration_and_writes_nothing()
    {
        await using var database = await FreshDatabase.Make();
        await database.Run("insert into schema_migrations values ('9999_from_tomorrow.sql', 'x', '2030-01-01')");
        var before = await database.Rows("select name, sha256 from schema_migrations order by name");
        await using (var started = Started.Run(On(database, "serve", "--urls", AnyPort)))
            await started.Says("newer EkDwar", "9999_from_tomorrow.sql", "backup");
        Assert.Equal(before, await database.Rows("select name, sha256 from schema_migrations order by name"));
    }

    [Fact]
    public async Task on_a_database_made_by_a_changed_migration_names_it()
    {
        await using var database = await FreshDatabase.Make();
        await database.Run("update schema_migrations set sha256 = 'other' where name = '0001_house.sql'");
        await using var started = Started.Run(On(database, "migrate"));
        await started.Says("0001_house.sql was changed", "original script");
    }

    [Fact]
    public async Task in_a_folder_without_a_database_verify_ledger_makes_none()
    {
        await using var database = await FreshDatabase.Make(isMigrated: false);
        var place = database.Place.Postgres is { } postgres ? new[] { "--postgres", postgres } : [];
        var data = Directory.CreateDirectory(Data).FullName;
        await using (var started = Started.Run(["verify-ledger", "--data", data, .. place])) await started.Says("no EkDwar database", "--data");
        Assert.Empty(Directory.EnumerateFileSystemEntries(data));
        await using (var started = Started.Run(["verify-ledger", "--data", Path.Combine(data, "none"), .. place])) await started.Says("no EkDwar database", "--data");
        Assert.Empty(Directory.EnumerateFileSystemEntries(data));
    }

    [Theory, InlineData("master.key", "serve"), InlineData("checkpoint.pem", "verify-ledger"), InlineData("checkpoint.pem", "serve")]
    public async Task without_a_key_that_was_used_names_it_and_makes_no_other(string key, string verb)
    {
        await using var house = await TestHouse.OpenNow();
        await house.Case().Submitted();
        await house.Checkpoint();
        var (file, settings) = (Path.Combine(house.Settings.Folders.Keys, key), house.Settings);
        File.Delete(file);
        await using (var started = Started.Run(On(settings, verb))) await started.Says(file, "not there", "backup of the keys folder");
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task with_a_checkpoint_file_of_its_own_a_node_is_told_to_share()
    {
        await using var house = await TestHouse.OpenNow();
        await house.Case().Submitted();
        await house.Checkpoint();
        var file = house.Settings.Folders.CheckpointFile;
        File.Move(file, file + ".elsewhere");
        await using (var started = Started.Run(On(house.Settings, "serve"))) await started.Says("checkpoint 1", file, "--shared");
        Assert.False(File.Exists(file));
        var shared = folder.CreateSubdirectory("shared").FullName;
        foreach (var part in (string[])["keys", "files"])
            if (Directory.Exists(Path.Combine(house.Settings.Folders.Data, part))) Directory.Move(Path.Combine(house.Settings.Folders.Data, part), Path.Combine(shared, part));
        File.Move(file + ".elsewhere", Path.Combine(shared, "checkpoints.log"));
        await using (var started = Started.Run([.. On(house.Settings, "serve"), "--shared", shared])) Assert.Equal("127.0.0.1", (await started.Address()).Host);
        Assert.False(Directory.Exists(house.Settings.Folders.Keys));
        await using var missing = Started.Run("serve", "--data", Data, "--shared", Path.Combine(Data, "none"));
        await missing.Says("no shared folder", "none");
    }

    [Fact]
    public async Task says_that_it_or_the_role_does_not_exist()
    {
        await using var database = await FreshDatabase.Make();
        Assert.SkipWhen(database.Place.Postgres is null, "SQLite has neither");
        foreach (var (what, missing) in new[] { ("Database", "ekdwar_nowhere"), ("Username", "ekdwar_nobody") })
        {
            await using var started = Started.Run("serve", "--urls", AnyPort, "--data", Data, "--postgres", $"{database.Place.Postgres};{what}={missing}");
            await started.Says(missing, "does not exist", "--postgres");
        }
    }

    static string[] On(FreshDatabase database, params string[] arguments) =>
        [.. arguments, "--data", database.Place.DataFolder, .. database.Place.Postgres is { } place ? new[] { "--postgres", place } : []];

    static string[] On(Settings settings, string verb) =>
        [verb, "--data", settings.Folders.Data, .. verb == "serve" ? new[] { "--urls", AnyPort } : [], .. settings.Database.Postgres is { } place ? new[] { "--postgres", place } : []];
}
