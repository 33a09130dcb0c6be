using System.Text.RegularExpressions;
using EkDwar.Foundation.Web;
using EkDwar.Tests.Houserules;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Attacks;

/// <summary>What the program's text never does, because an attack would begin there; each rule also finds its planted violation.</summary>
public sealed partial class What_the_sources_never_do
{
    static readonly (string Path, string Text)[] Code = [.. SourceFile.All.Where(file => file.IsCode).Select(file => (file.Path, file.Text))];

    static readonly (string Path, string Text)[] Scripts = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/EkDwar/wwwroot"), "*.js").Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];

    static void Never(Regex what, string planted, IEnumerable<(string Path, string Text)> texts, params string[] but)
    {
        Assert.Matches(what, planted);
        Assert.Equal([], texts.Where(file => what.IsMatch(file.Text) && !but.Contains(file.Path)).Select(file => file.Path));
    }

    [Fact]
    public void is_to_ask_a_database_in_words_put_together() => Never(Sql(), "db.Database.SqlQueryRaw<int>(\"select \" + typed)", Code);

    [Fact]
    public void is_to_start_a_program_other_than_the_one_that_draws() => Never(Programs(), "Process.Start(typed)", Code, "Foundation/Drawing/Confinement.cs");

    [Fact]
    public void is_to_use_a_cipher_or_hash_that_is_broken() => Never(Weak(), "MD5.HashData(bytes)", Code, "People/Totp.cs", "Notifying/Sms/CdacSender.cs");

    [Fact]
    public void is_to_trust_a_certificate_unseen() => Never(Trusting(), "ServerCertificateCustomValidationCallback = (_, _, _, _) => true", Code);

    [Fact]
    public void is_to_read_what_names_its_own_type_or_files() => Never(Reading(), "new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse }", Code);

    [Fact]
    public void is_to_draw_lots_that_can_be_guessed() => Never(Lots(), "Random.Shared.Next()", Code);

    [Fact]
    public void is_to_make_a_pattern_of_what_was_typed() => Never(Patterns(), "new Regex(typed)", Code, "Catalogue/Rules/Functions/PatternFunctions.cs");

    [Fact]
    public void is_to_run_text_as_code() => Never(Running(), "CSharpScript.EvaluateAsync(typed)", Code);

    [Fact]
    public void is_to_make_markup_or_code_of_text_in_a_script() => Never(ScriptText(), "box.innerHTML = name", Scripts);

    // The keys of a desk keep one word there, whether they are on or off: by these statements, and by no other in any script.
    static readonly string[] OnOrOff = ["localStorage.getItem(kept) !== 'off'", "localStorage.setItem(kept, isOn ? 'on' : 'off')"];

    [Fact]
    public void is_to_keep_anything_in_the_browser_beside_cookies_no_script_reads() => Never(Keeping(), "localStorage.setItem('name', name)",
        Scripts.Select(script => script.Path == "keys.js" ? (script.Path, OnOrOff.Aggregate(script.Text, (text, statement) => text.Replace(statement, "", StringComparison.Ordinal))) : script));

    [Fact]
    public void is_to_talk_to_other_windows_or_over_sockets() => Never(Talking(), "window.postMessage(name, '*')", Scripts);

    [Fact]
    public void is_to_offer_sockets_remote_calls_or_queries_of_the_caller() => Never(Sockets(), "app.UseWebSockets()", Code);

    [Fact]
    public void is_to_carry_a_secret() => Never(Secret(), "-----BEGIN PRIVATE KEY-----", Repository.Tracked()
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("tests/", StringComparison.Ordinal) || Path.GetExtension(file) is ".pem" or ".pfx" or ".key" or ".json" or ".yaml" or ".sh" or ".env")
        .Select(file => (file, Repository.Text(file))), "docs/service.schema.json");

    [Fact]
    public void is_to_write_a_name_a_mobile_or_an_answer_into_the_log()
    {
        var said = Code.SelectMany(file => LogLine().Matches(file.Text).SelectMany(line => Blank().Matches(line.Groups[1].Value).Select(blank => blank.Groups[1].Value))).Distinct().Order(StringComparer.Ordinal);
        // Each of these names a part of the house, and nothing of anybody's.
        Assert.Equal([], said.Except(["Attempt", "Channel", "Complaint", "End", "Fault", "Format", "Id", "Kind", "Method", "Network", "Outcome", "Page", "Part", "Place", "Provider", "Register", "State", "Status", "Why", "Work"]));
        Assert.Equal([], Code.Where(file => PlainLog().IsMatch(file.Text)).Select(file => file.Path));
        // An exception's own words may quote anybody: a log has what Fault makes of it.
        Assert.Equal([], Code.Where(file => LoggedException().IsMatch(file.Text)).Select(file => file.Path));
        Assert.Matches(LoggedException(), "static partial void Failed(ILogger log, string method, Exception e);");
    }

    [Fact]
    public void is_to_follow_an_answer_to_another_address()
    {
        var services = new ServiceCollection();
        services.AddOutgoing();
        services.AddHttpClient("gateway");
        var handler = services.BuildServiceProvider().GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("gateway");
        while (handler is DelegatingHandler outer) handler = outer.InnerHandler!;
        var last = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.False(last.AllowAutoRedirect);
        Assert.False(last.UseCookies);
    }

    [Fact]
    public void is_to_take_a_package_that_is_not_pinned_with_its_hash()
    {
        var locks = Repository.Tracked().Where(file => file.EndsWith("packages.lock.json", StringComparison.Ordinal)).ToList();
        Assert.Equal(Repository.Tracked().Count(file => file.EndsWith(".csproj", StringComparison.Ordinal)), locks.Count);
        foreach (var file in locks)
            foreach (var package in System.Text.Json.Nodes.JsonNode.Parse(Repository.Text(file))!["dependencies"]!.AsObject().SelectMany(target => target.Value!.AsObject()))
                if ((string?)package.Value!["type"] != "Project") Assert.True(((string?)package.Value["contentHash"])?.Length > 40, $"{file}: {package.Key}");
    }

    [GeneratedRegex(@"(SqlQueryRaw|FromSqlRaw|ExecuteSqlRaw)|(FromSql|SqlQuery|ExecuteSql)(Async)?(<\w+>)?\(\s*(""[^""]*""\s*\+|\w+\s*[,)+])|CommandText\s*=\s*\$""")]
    private static partial Regex Sql();
    [GeneratedRegex(@"Process\.Start|new ProcessStartInfo")]
    private static partial Regex Programs();
    [GeneratedRegex(@"\b(MD5|SHA1|HMACSHA1|HMACMD5|DES|TripleDES|RC2)\.|CipherMode\.ECB|RSAEncryptionPadding\.Pkcs1|new (MD5|SHA1|HMACSHA1)")]
    private static partial Regex Weak();
    [GeneratedRegex("ServerCertificateCustomValidationCallback|RemoteCertificateValidationCallback|DangerousAcceptAny|Trust Server Certificate|TrustServerCertificate")]
    private static partial Regex Trusting();
    [GeneratedRegex("DtdProcessing|XmlUrlResolver|BinaryFormatter|TypeNameHandling|NetDataContractSerializer|LosFormatter|XslCompiledTransform")]
    private static partial Regex Reading();
    [GeneratedRegex(@"\bnew Random\b|\bRandom\.Shared\b|Guid\.NewGuid")]
    private static partial Regex Lots();
    [GeneratedRegex(@"new Regex\((?!@?"")|Regex\.(IsMatch|Match|Matches|Replace|Split)\([^,]+,\s*(?!@?"")")]
    private static partial Regex Patterns();
    [GeneratedRegex(@"CSharpScript|Assembly\.Load\(|DynamicMethod|CodeDom|Roslyn|\.Compile\(\)|RuntimeCompilation")]
    private static partial Regex Running();
    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setTimeout\(\s*[""']|createContextualFragment|__proto__")]
    private static partial Regex ScriptText();
    [GeneratedRegex(@"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open|serviceWorker")]
    private static partial Regex Keeping();
    [GeneratedRegex(@"postMessage|onmessage|addEventListener\(\s*[""']message|WebSocket|EventSource|RTCPeerConnection|importScripts|document\.domain")]
    private static partial Regex Talking();
    [GeneratedRegex("UseWebSockets|MapHub|AddGraphQL|MapGrpc|AddCors|UseCors|jsonp|UseDirectoryBrowser|UseDeveloperExceptionPage", RegexOptions.IgnoreCase)]
    private static partial Regex Sockets();
    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|rzp_live_\w+|ghp_\w{30}")]
    private static partial Regex Secret();
    [GeneratedRegex(@"LoggerMessage\([^)]*Message = ""([^""]*)""")]
    private static partial Regex LogLine();
    [GeneratedRegex(@"partial void \w+\(ILogger[^)]*Exception\b")]
    private static partial Regex LoggedException();
    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Blank();
    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex PlainLog();
}
