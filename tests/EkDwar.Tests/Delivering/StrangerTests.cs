using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Delivering;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Secrets;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Houserules;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Delivering;

/// <summary>
/// Somebody who has a certificate, the portal's address and the how-to, and nothing of ours: he scans the page, gets the keys
/// over HTTP and runs what the how-to says, with Python's own library, a shell and openssl.
/// </summary>
public sealed class A_stranger_with_a_certificate : IAsyncLifetime
{
    static readonly string HowTo = Repository.Text("docs/how-to/verify-offline.md");

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-stranger-");
    TestHouse house = null!;

    string KeysFolder => house.Settings.Folders.Keys;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await house.DisposeAsync();
    }

    /// <summary>A node of the same installation that answers on this machine's network.</summary>
    async Task<(TestHouse Node, Uri Keys)> Served()
    {
        var node = await TestHouse.On(house.Settings with { Url = "http://127.0.0.1:0", Works = true }, _ => Task.CompletedTask);
        var address = node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return (node, new(new Uri(address), "/keys/certificates"));
    }

    static async Task<(string Code, byte[] Pdf)> Issued(TestHouse house, string mobile = "9811111111")
    {
        var c = await house.Case().By(await house.Citizen(mobile)).Certified();
        var certificate = await house.Db(db => db.Set<Certificate>().AsNoTracking().SingleAsync(row => row.CaseId == c.CaseId));
        var file = (await house.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        var pdf = await house.Use((CertificateFiles files) => Task.FromResult(files.Read(certificate, file.Seal)));
        return (Tool.Scan(pdf), pdf);
    }

    static string Block(string language) => HowTo.Split($"```{language}\n")[1].Split("```")[0];

    (int ExitCode, string Said) Run(string tool, string script, string name, params string[] arguments)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, script);
        var start = new ProcessStartInfo(tool, [path, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName, StandardOutputEncoding = Encoding.UTF8 };
        (start.Environment["PYTHONIOENCODING"], start.Environment["no_proxy"]) = ("utf-8", "*");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors.Result);
    }

    (int ExitCode, string Said) Python(Uri keys, string code) => Run("python3", Block("python"), "verify.py", keys.AbsoluteUri, code);

    async Task<(int ExitCode, string Said)> Shell(Uri keys, string code)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "keys.json"), await Keys(keys));
        return Run("sh", $"code='{code[(code.IndexOf('#') + 1)..]}'\n{Block("sh")}", "verify.sh");
    }

    static async Task<string> Keys(Uri address)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(address, TestContext.Current.CancellationToken);
    }

    static string Changed(string code) => code[..^120] + (code[^120] == 'A' ? 'B' : 'A') + code[^119..];

    static async Task<string> OnThePage(TestHouse house, string code)
    {
        var page = await (await house.Browser().Open("/mh/en/verify")).Form("#qr-code").With("payload", code).Press();
        return page.Document.QuerySelector("main")!.TextContent;
    }

    static string Text(string key) => Texts.Get(LanguageCode.English, key);

    [Fact]
    public async Task checks_it_with_tools_of_his_own_and_finds_what_was_changed()
    {
        var (code, pdf) = await Issued(house);
        var (node, keys) = await Served();
        await using var _ = node;
        var (exit, said) = Python(keys, code);
        Assert.True(exit == 0, said);
        Assert.Contains("\nज्ञानेश्वर र्‍हाळकर\n", said, StringComparison.Ordinal);
        Assert.Contains("\nincome-certificate\nMH-", said, StringComparison.Ordinal);
        var checkedInShell = await Shell(keys, code);
        Assert.True(checkedInShell.ExitCode == 0, checkedInShell.Said);
        Assert.Contains("Verified OK", checkedInShell.Said, StringComparison.Ordinal);
        Assert.Equal("The signature is not right", Refused(Python(keys, Changed(code))));
        Assert.NotEqual(0, (await Shell(keys, Changed(code))).ExitCode);
        // The seal of the PDF is by the certificate that is published.
        var seal = JsonNode.Parse(await Keys(keys))!["keys"]!.AsArray().Single(key => key!["x5c"] is not null)!;
        Assert.Contains(Convert.ToHexString(Convert.FromBase64String((string)seal["x5c"]![0]!)), Encoding.Latin1.GetString(pdf), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task may_keep_the_keys_for_an_hour_and_asks_whether_they_changed()
    {
        using var client = house.Client();
        using var first = await client.GetAsync("/keys/certificates", TestContext.Current.CancellationToken);
        Assert.True(first.Headers.CacheControl is { Public: true, MaxAge.TotalHours: 1 });
        Assert.Equal(KeySet.ContentType, first.Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("\"d\"", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/keys/certificates");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task checks_an_old_one_after_its_key_was_exchanged()
    {
        var (old, _) = await Issued(house);
        File.Delete(Path.Combine(KeysFolder, "qr.pem"));
        await using var after = await house.SecondNode();
        var (newer, _) = await Issued(after, "9822222222");
        var (node, keys) = await Served();
        await using var _ = node;
        Assert.NotEqual(KidOf(old), KidOf(newer));
        foreach (var code in (string[])[old, newer])
        {
            var (exit, said) = Python(keys, code);
            Assert.True(exit == 0, said);
            Assert.Contains("Verified OK", (await Shell(keys, code)).Said, StringComparison.Ordinal);
            // Also by the node that was not started again.
            foreach (var one in (TestHouse[])[house, after]) Assert.Contains(Text("delivering.verify.Genuine_help"), await OnThePage(one, code), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task relies_on_no_code_of_a_key_that_leaked_and_the_register_tells_which_is_genuine()
    {
        var (code, _) = await Issued(house);
        var stolen = await house.Use((IssuingKeys keys) => Task.FromResult(keys.Payload));
        var stated = CertificatePayload.Verify(code[(code.IndexOf('#') + 1)..], house.Services.GetRequiredService<IssuingKeys>().Pinned)!;
        var forged = (stated with { HolderName = "Somebody Else", IssuedOn = stated.IssuedOn.AddYears(-1) }).Sign(stolen);
        Assert.Contains(Text("delivering.verify.Altered_help"), await OnThePage(house, forged), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(KeysFolder, "known", $"code-{KidOf(code)}.withdrawn"), "2026-01-20\n");
        // Nobody signs with it any more, neither this node nor one that is started with it.
        Assert.Throws<KeyFileBrokenException>(() => house.Services.GetRequiredService<IssuingKeys>().Payload);
        await using var refused = await house.SecondNode();
        Assert.Throws<KeyFileBrokenException>(() => refused.Services.GetRequiredService<IssuingKeys>().Check());
        var (node, keys) = await Served();
        await using var _ = node;
        Assert.StartsWith("No key in force", Refused(Python(keys, code)), StringComparison.Ordinal);
        Assert.NotEqual(0, (await Shell(keys, code)).ExitCode);
        var published = JsonNode.Parse(await Keys(keys))!;
        Assert.Equal((KidOf(code), "2026-01-20"), ((string?)published["withdrawn"]![0]!["kid"], (string?)published["withdrawn"]![0]!["withdrawn_on"]));
        var page = await OnThePage(house, code);
        Assert.Contains(Text("delivering.verify.Genuine_help"), page, StringComparison.Ordinal);
        Assert.Contains("withdrawn as of 20 January 2026", page, StringComparison.Ordinal);
        page = await OnThePage(house, forged);
        Assert.Contains(Text("delivering.verify.NotOurs_help"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody Else", page.Replace(forged, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_told_of_a_withdrawal_that_holds_no_day()
    {
        var (code, _) = await Issued(house);
        await File.WriteAllTextAsync(Path.Combine(KeysFolder, "known", $"code-{KidOf(code)}.withdrawn"), "yesterday");
        var problem = Assert.Throws<KeyFileBrokenException>(() => house.Services.GetRequiredService<IssuingKeys>().Check());
        Assert.Contains("2026-11-20", problem.Message, StringComparison.Ordinal);
    }

    static string KidOf(string code) => Convert.ToHexStringLower(CertificatePayload.KeyIdOf(code[(code.IndexOf('#') + 1)..])!);

    static string Refused((int ExitCode, string Said) run)
    {
        Assert.NotEqual(0, run.ExitCode);
        return run.Said.Trim();
    }
}
