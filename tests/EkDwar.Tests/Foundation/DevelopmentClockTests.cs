using EkDwar.Foundation;
using EkDwar.Foundation.Time;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Foundation;

/// <summary>The clock of a house in Development is put forward by a page; a restart keeps that, and no other house has such a clock.</summary>
public sealed class The_clock_of_Development : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-clock-");
    readonly TestClock real = new();

    public void Dispose() => folder.Delete(recursive: true);

    DataFolders Folders => new("services", folder.FullName);

    DevelopmentClock Started() => new(real, Folders);

    [Fact]
    public void goes_forward_and_keeps_that_over_a_restart()
    {
        var clock = Started();
        Assert.Equal(TestClock.Start, clock.GetUtcNow());
        Assert.True(clock.TryMoveOn(TimeSpan.FromDays(20)));
        Assert.Equal(TestClock.Start.AddDays(20), clock.GetUtcNow());
        real.Advance(TimeSpan.FromHours(2));
        Assert.True(clock.TryMoveOn(TimeSpan.FromDays(1)));
        Assert.Equal(TestClock.Start.AddDays(21).AddHours(2), Started().GetUtcNow());
        clock.BackToReal();
        Assert.Equal(TestClock.Start.AddHours(2), clock.GetUtcNow());
        Assert.Equal(TestClock.Start.AddHours(2), Started().GetUtcNow());
    }

    [Fact]
    public void never_goes_back_nor_further_than_it_may()
    {
        var clock = Started();
        foreach (var by in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromDays(-1), TimeSpan.FromDays(DevelopmentClock.MostDays + 1), TimeSpan.MaxValue, TimeSpan.MinValue]) Assert.False(clock.TryMoveOn(by));
        Assert.True(clock.TryMoveOn(TimeSpan.FromDays(DevelopmentClock.MostDays)));
        Assert.False(clock.TryMoveOn(TimeSpan.FromSeconds(1)));
    }

    [Theory, InlineData(""), InlineData("yesterday"), InlineData("-864000000000"), InlineData("99999999999999999999999")]
    public void shows_the_real_time_where_its_file_says_nothing(string text)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "clock-ahead"), text);
        Assert.Equal(TestClock.Start, Started().GetUtcNow());
    }

    [Fact]
    public async Task is_asked_for_the_time_in_Development_alone()
    {
        var settings = await TestDatabase.NewEmpty();
        foreach (var (environment, days) in new[] { ("Development", 40), ("Production", 0), ("Staging", 0) })
        {
            Directory.CreateDirectory(settings.Folders.Data);
            await File.WriteAllTextAsync(Path.Combine(settings.Folders.Data, "clock-ahead"), $"{TimeSpan.FromDays(40).Ticks}", TestContext.Current.CancellationToken);
            await using var app = Program.Build(settings, builder => builder.Environment.EnvironmentName = environment);
            var ahead = app.Services.GetRequiredService<TimeProvider>().GetUtcNow() - TimeProvider.System.GetUtcNow();
            Assert.Equal(days, (int)Math.Round(ahead.TotalDays));
        }
        await TestDatabase.Drop(settings);
    }
}
