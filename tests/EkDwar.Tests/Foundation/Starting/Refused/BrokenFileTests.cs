using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Foundation.Starting.Refused;

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
    [InlineData("production", "state.yaml", "code: mh", "cod: mh", "write 'code'")]
    public async Task names_the_file_and_the_line_and_writes_nothing(string verb, string file, string from, string to, string why, bool isExact = true)
    {
        var (services, line) = Changed(file, from, to);
        await using (var started = verb switch
        {
            "seed" => Started.Run("seed", "--data", Data, "--services", services),
            "serve" => Started.RunIn("Development", "serve", "--urls", "http://127.0.0.1:0", "--data", Data, "--services", services),
            _ => Started.Run("serve", "--urls", "http://127.0.0.1:0", "--data", Data, "--services", services),
        })
            await started.Says(Path.Combine(services, "mh", file), isExact ? $"{file}:{line}:" : $"{file}:", why);
        Assert.Empty(Directory.Exists(Data) ? Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(made => !made.EndsWith("ekdwar.lock", StringComparison.Ordinal)) : []);
    }

    [Fact]
    public async Task names_every_fault_of_every_service_at_once()
    {
        var (services, line) = Changed("income-certificate.yaml", "actions: [report]", "actions: [dance]");
        var senior = Path.Combine(services, "mh", "senior-citizen-certificate.yaml");
        File.WriteAllText(senior, File.ReadAllText(senior).Replace("version: 2", "version: none"));
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
        var (services, _) = Changed("places.yaml", "haveli_tahsil/clerk", "haveli_tahsil/clark");
        await using var started = Started.Run("seed", "--data", Data, "--services", services);
        await started.Says("places.yaml:", "haveli_tahsil/clark' is no post of this file", "write 'haveli_tahsil/clerk'");
    }

    [Fact]
    public async Task without_a_calendar_names_it()
    {
        var (services, _) = Changed("act.yaml", "state: MH", "state: MH");
        File.Delete(Path.Combine(services, "mh", "calendar.yaml"));
        await using var started = Started.Run("serve", "--urls", "http://127.0.0.1:0", "--data", Data, "--services", services);
        await started.Says("calendar.yaml", "not there");
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

    (string Services, int Line) Changed(string file, string from, string to)
    {
        var services = Path.Combine(folder.FullName, "services");
        foreach (var original in Directory.EnumerateFiles(Path.Combine(Repository.Root, "services"), "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".yaml" or ".csv"))
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
