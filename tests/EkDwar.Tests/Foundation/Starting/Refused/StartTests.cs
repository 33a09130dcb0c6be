using System.Diagnostics;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Foundation.Starting.Refused;

public sealed class Starting_that_cannot_go_on : IDisposable
{
    const string AnyPort = "http://127.0.0.1:0";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-start-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task in_a_read_only_folder_names_it()
    {
        var data = folder.CreateSubdirectory("data").FullName;
        var start = Started.Command("Production", Repository.BuiltProgram, "serve", "--urls", AnyPort, "--data", data);
        if (Environment.UserName != "root") Assert.True(Works("chmod", "555", data));
        else if (Works("unshare", "--mount", "sh", "-c", "mount --bind /tmp /tmp")) start = ReadOnlyMount(start, data); // root may write wherever a mount lets him
        else Assert.Skip("root may write everywhere here, and mounts are not permitted");
        await using var started = Started.Run(start);
        await started.Says($"data folder {data} cannot be written to", "--data");
        Assert.Empty(Directory.EnumerateFileSystemEntries(data));
    }

    [Fact]
    public async Task with_a_file_where_the_folder_should_be_leaves_the_file()
    {
        var data = Path.Combine(folder.FullName, "data");
        await File.WriteAllTextAsync(data, "not ours", TestContext.Current.CancellationToken);
        await using var started = Started.Run("serve", "--urls", AnyPort, "--data", data);
        await started.Says($"data folder {data} cannot be written to", "--data");
        Assert.Equal("not ours", await File.ReadAllTextAsync(data, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task without_its_fonts_names_each()
    {
        string[] fonts = ["NotoSansDevanagari-Regular.ttf", "NotoSansGurmukhi-Bold.ttf"];
        var copy = Copy(Path.GetDirectoryName(Repository.BuiltProgram)!, folder.CreateSubdirectory("program").FullName);
        foreach (var font in fonts) File.Delete(Path.Combine(copy, "Foundation/Pdf/Fonts", font));
        var data = folder.CreateSubdirectory("data").FullName;
        await using var started = Started.Run(Started.Command("Production", Path.Combine(copy, "EkDwar.dll"), "serve", "--urls", AnyPort, "--data", data));
        await started.Says([.. fonts, "fonts folder"]);
        Assert.False(File.Exists(Path.Combine(data, "ekdwar.db")));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:8099")]
    [InlineData("http://[::]:8099")]
    [InlineData("http://localhost:8099;http://0.0.0.0:8098")]
    public async Task in_Development_on_an_address_others_can_reach_is_refused(string address)
    {
        await using var started = Started.RunIn("Development", "serve", "--urls", address, "--data", folder.FullName);
        await started.Says("Development", address, "loopback");
    }

    [Fact]
    public async Task in_Development_on_an_address_of_the_environment_is_refused_as_well()
    {
        var start = Started.Command("Development", Repository.BuiltProgram, "serve", "--urls", AnyPort, "--data", folder.FullName);
        start.Environment["Kestrel__Endpoints__Other__Url"] = "http://0.0.0.0:0";
        await using var started = Started.Run(start);
        await started.Says("Development", "http://0.0.0.0:0", "loopback");
    }

    [Theory]
    [InlineData("The option --colour", "serve", "--colour", "red")]
    [InlineData("The option --data", "serve", "--data")]
    [InlineData("'dance' is not a verb", "dance")]
    public async Task because_of_an_unknown_word_names_those_that_are_known(string sentence, params string[] arguments)
    {
        await using var started = Started.Run(arguments);
        await started.Says(sentence, sentence.Contains("verb", StringComparison.Ordinal) ? "migrate" : "--postgres");
    }

    [Theory]
    [InlineData("nonsense is not an address", "--urls", "nonsense")]
    [InlineData("http://127.0.0.1:80000 is not an address", "--urls", "http://127.0.0.1:80000")]
    [InlineData("no folder /nowhere/services", "--services", "/nowhere/services")]
    public async Task because_of_a_wrong_value_names_it(string sentence, string option, string value)
    {
        await using var started = Started.Run("serve", "--data", Path.Combine(folder.FullName, "data"), option, value);
        await started.Says(sentence, option);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("recount", "a state")]
    [InlineData("erase-person", "a case reference")]
    [InlineData("export-services", "a folder")]
    public async Task of_a_verb_without_its_word_says_which(string verb, string word)
    {
        await using var started = Started.Run([verb, "--data", folder.FullName]);
        await started.Says($"'{verb}' wants one word", word);
    }

    static ProcessStartInfo ReadOnlyMount(ProcessStartInfo start, string data)
    {
        var inside = new ProcessStartInfo("unshare", ["--mount", "sh", "-c", "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"", data, start.FileName, .. start.ArgumentList])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        inside.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"];
        return inside;
    }

    static bool Works(string tool, params string[] arguments)
    {
        using var trial = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true })!;
        trial.WaitForExit();
        return trial.ExitCode == 0;
    }

    static string Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return to;
    }
}
