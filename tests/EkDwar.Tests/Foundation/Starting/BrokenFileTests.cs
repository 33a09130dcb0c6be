using EkDwar.Foundation;
using EkDwar.Tests.Foundation.Database;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Foundation.Starting;

public sealed class Starting_with_something_broken : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-broken-");

    public void Dispose() => folder.Delete(recursive: true);

    string Data => Path.Combine(folder.FullName, "data");

    [Theory]
    [InlineData("seed", "income-certificate.yaml", "type: name", "type: nmae", "'nmae' is not a type of question")]
    [InlineData("serve", "income-certificate.yaml", "type: name", "type: nmae", "'nmae' is not a type of question")]
    [InlineData("seed", "income-certificate.yaml", "stages:", "stages: [", "", false)]
    [InlineData("seed", "income-certificate.yaml", "version: 1", "verzion: 1", "write 'version'")]
    [InlineData("seed", "income-certificate.yaml", "actions: [report]", "actions: [dance]", "'dance' is not an action")]
    [InlineData("seed", "income-certificate.yaml", "applicant_name: name", "applicant_name: nobody", "'nobody' is not a question")]
    [InlineData("production", "act.yaml", "unstated: calendar", "unstated: moon", "'unstated' must be one of")]
    [InlineData("production", "act.yaml", "within: 1 calendar days", "within: soon", "'within' must read like", false)]
    [InlineData("production", "calendar.yaml", "  - on: 2026-01-26", "  - on: 2026-02-31", "'on' must be a date")]
    [InlineData("production", "state.yaml", "language: mr", "language: xx", "'xx' is not one of")]
    [InlineData("production", "state.yaml", "code: mh", "cod: mh", "cod")]
    public async Task names_the_file_and_the_line_and_writes_nothing(string verb, string file, string from, string to, string why, bool isExact = true)
    {
        var (services, line) = Changed(file, from, to);
        await using (var started = verb switch
        {
            "seed" => Started.Run("seed", "--data", Data, "--services", services),
            "serve" => Started.RunIn("Development", "serve", "--urls", "http://127.0.0.1:0", "--data", Data, "--services", services),
            _ => Started.Run("serve", "--urls", "http://127.0.0.1:0", "--data", Data, "--services", services),
        })
            await started.Says(Path.Combine(services, "mh", file), (isExact, file) switch
            {
                (true, "income-certificate.yaml") => $".yaml:{line}:",
                (true, _) => $"line {line} ",
                _ => "line",
            }, why);
        Assert.Empty(Directory.Exists(Data) ? Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(made => !made.EndsWith("ekdwar.lock", StringComparison.Ordinal)) : []);
    }

    [Fact]
    public async Task names_every_fault_of_every_service_at_once()
    {
        var (services, line) = Changed("income-certificate.yaml", "actions: [report]", "actions: [dance]");
        var senior = Path.Combine(services, "mh", "senior-citizen-certificate.yaml");
        File.WriteAllText(senior, File.ReadAllText(senior).Replace("version: 1", "version: none"));
        await using var started = Started.Run("seed", "--data", Data, "--services", services);
        var (code, errors) = await started.End();
        var told = errors.TrimEnd('\n').Split('\n');
        Assert.Equal((1, 2), (code, told.Length));
        Assert.Contains($"income-certificate.yaml:{line}:15: 'dance' is not an action", told[0]);
        Assert.Contains("senior-citizen-certificate.yaml:3:10: 'version' must be a whole number", told[1]);
    }

    [Fact]
    public async Task names_the_place_that_is_not_there()
    {
        var (services, _) = Changed("places.yaml", "tahsil/clerk", "tahsil/clark");
        await using var started = Started.Run("seed", "--data", Data, "--services", services);
        await started.Says("places.yaml", "clark", "mend");
    }

    [Fact]
    public async Task without_a_calendar_names_it()
    {
        var (services, _) = Changed("act.yaml", "state: MH", "state: MH");
        File.Delete(Path.Combine(services, "mh", "calendar.yaml"));
        await using var started = Started.Run("serve", "--urls", "http://127.0.0.1:0", "--data", Data, "--services", services);
        await started.Says("calendar.yaml", "not there");
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

    [Theory, InlineData("verify-ledger"), InlineData("serve"), InlineData("seed"), InlineData("migrate")]
    public async Task on_a_file_that_is_no_database_leaves_it(string verb)
    {
        var file = Path.Combine(Directory.CreateDirectory(Data).FullName, "ekdwar.db");
        var bytes = Enumerable.Range(0, 9000).Select(i => (byte)(i * 31)).ToArray();
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        await using (var started = Started.Run([verb, "--data", Data, .. verb == "serve" ? new[] { "--urls", "http://127.0.0.1:0" } : []])) await started.Says(file, "not a database", "backup");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Path.Combine(Data, "keys")));
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

    static string[] On(Settings settings, string verb) =>
        [verb, "--data", settings.Folders.Data, .. verb == "serve" ? new[] { "--urls", "http://127.0.0.1:0" } : [], .. settings.Database.Postgres is { } place ? new[] { "--postgres", place } : []];

    (string Services, int Line) Changed(string file, string from, string to)
    {
        var services = Path.Combine(folder.FullName, "services");
        foreach (var original in Directory.EnumerateFiles(Path.Combine(Repository.Root, "services"), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(services, Path.GetRelativePath(Path.Combine(Repository.Root, "services"), original));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(original, copy);
        }
        var path = Path.Combine(services, "mh", file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no '{from}'");
        File.WriteAllText(path, text[..at] + to + text[(at + from.Length)..]);
        return (services, text[..at].Count(letter => letter == '\n') + 1);
    }
}
