using System.Net;
using System.Net.Sockets;
using System.Text;
using EkDwar.Foundation.Drawing;

namespace EkDwar.Tests.Foundation.Drawing;

public sealed class A_confined_program
{
    static readonly ConfinedLimits Small = new(TimeSpan.FromSeconds(20), 256 * 1024 * 1024, 4096);

    [Fact]
    public async Task reads_what_it_is_given_and_is_heard()
    {
        var ended = await Run(Small, "tr a-z A-Z", "hello");
        Assert.Equal((ConfinedEnd.Done, "HELLO"), (ended.End, Encoding.UTF8.GetString(ended.Output)));
    }

    [Fact]
    public async Task has_no_environment_no_files_of_the_house_and_no_open_handles()
    {
        var secret = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(secret, "the master key", TestContext.Current.CancellationToken);
            await using var open = File.OpenRead(secret);
            Environment.SetEnvironmentVariable("EKDWAR_TEST_SECRET", "the master key");
            var ended = await Run(Small, $$"""
                env | grep -v -e '^PATH=' -e '^PWD=' -e '^SHLVL=' -e '^_='
                cat {{secret}} /etc/passwd /proc/self/environ 2>/dev/null
                ls /tmp /usr/local | grep -v -e '^/' -e '^$'
                for n in {3..63}; do if { : <&$n; } 2>/dev/null || { : >&$n; } 2>/dev/null; then echo "handle $n"; fi; done
                ls /
                """);
            Assert.Equal(ConfinedEnd.Done, ended.End);
            Assert.Empty(Encoding.UTF8.GetString(ended.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Except(["bin", "etc", "lib", "lib64", "tmp", "usr", "var"]));
            Assert.Contains("usr\n", Encoding.UTF8.GetString(ended.Output));
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task reaches_nobody_by_the_network()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var ended = await Run(Small, $"if (: </dev/tcp/127.0.0.1/{port}) 2>/dev/null; then echo reached; else echo alone; fi");
        Assert.Equal("alone\n", Encoding.UTF8.GetString(ended.Output));
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("sleep 60", ConfinedEnd.TooLong)]
    [InlineData("(sleep 60 &) ; sleep 60", ConfinedEnd.TooLong)]
    [InlineData("printf %0100000d 1", ConfinedEnd.TooMuch)]
    [InlineData("printf -v x %0900000000d 1; echo ${#x}", ConfinedEnd.Failed)]
    [InlineData("echo kept > /tmp/kept && echo done", ConfinedEnd.Failed)]
    [InlineData("exit 3", ConfinedEnd.Failed)]
    public async Task is_ended_when_it_takes_more_than_it_may(string command, ConfinedEnd end)
    {
        var limits = end == ConfinedEnd.TooLong ? Small with { Time = TimeSpan.FromMilliseconds(400) } : Small;
        var ended = await Run(limits, command);
        Assert.Equal(end, ended.End);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task that_is_not_there_is_said_not_to_have_started()
    {
        var ended = await new Confinement(Small).Run(default, "no-such-program");
        Assert.Equal(ConfinedEnd.NotStarted, ended.End);
        Assert.Equal(["no-such-program"], Confinement.Missing("no-such-program"));
    }

    static Task<Confined> Run(ConfinedLimits limits, string command, string input = "") =>
        new Confinement(limits).Run(Encoding.UTF8.GetBytes(input), "bash", "-c", command);
}
