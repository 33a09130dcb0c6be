using System.Security.Cryptography;
using EkDwar.Foundation;

namespace EkDwar.Tests.Journeys;

/// <summary>
/// The program is killed while citizens send applications and papers, fees are paid and certificates are being made. What was
/// acknowledged is there afterwards, whole and once. EKDWAR_TEST_KILLS changes how often; 50 is what we promise.
/// </summary>
public sealed class A_house_that_is_killed
{
    const int AtOnce = 3;

    const int Waiting = 2 * AtOnce;
    static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("EKDWAR_TEST_KILLS"), out var kills) ? kills : 50;

    readonly Queue<StubbornCitizen> waiting = new();
    readonly List<StubbornCitizen> all = [];
    readonly List<TestCase> granted = [];
    readonly List<StubbornGateway> told = [];

    [Fact]
    public async Task at_random_moments_loses_nothing_it_acknowledged()
    {
        await using var house = await TestHouse.OpenNow();
        var clients = new StubbornCitizen?[AtOnce];
        for (var kill = 0; kill < Kills; kill++)
        {
            await Prepare(house, citizens: Waiting - waiting.Count, grants: 1, payments: kill % 3 == 0 ? 1 : 0);
            using var served = await ServedProcess.Start(house.Settings);
            Assert.NotNull(served);
            var life = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(20, 900));
            var work = Enumerable.Range(0, AtOnce).Select(i => Task.Run(() => WorkUntilDead(served, clients, i))).Append(Task.Run(() => TellUntilDead(served))).ToArray();
            await Task.Delay(life);
            await served.Kill();
            await Task.WhenAll(work);
        }
        await Finish(house);
    }

    [Fact]
    public async Task at_every_named_point_loses_nothing_it_acknowledged()
    {
        await using var house = await TestHouse.OpenNow();
        // Certificates are made as soon as it serves, so those points come first, each with one to make, and so with a head to state.
        string[] fromTheOutbox = ["certificate.after_file", "outbox.before_handling", "outbox.after_handling", "checkpoint.after_file"];
        var clients = new StubbornCitizen?[1];
        foreach (var point in fromTheOutbox.Concat(CrashPoints.All.Except(fromTheOutbox)))
        {
            await Prepare(house, citizens: 1, grants: fromTheOutbox.Contains(point) ? 1 : 0, payments: point.StartsWith("payment.", StringComparison.Ordinal) ? 1 : 0);
            using var served = await ServedProcess.Start(house.Settings, point);
            if (served is null) continue;
            await Task.WhenAny(Task.WhenAll(TellUntilDead(served), WorkUntilDead(served, clients, 0)), served.Dies(TimeSpan.FromSeconds(30)));
            Assert.True(await served.Dies(TimeSpan.FromSeconds(10)), $"{point} was never passed");
        }
        await Finish(house);
    }

    /// <summary>Citizens with a draft each, fees that were paid at the gateway, and certificates for the process that is killed to make. They come in by the use cases: what is killed here is not signing in.</summary>
    async Task Prepare(TestHouse house, int citizens, int grants, int payments)
    {
        for (var i = 0; i < citizens; i++)
        {
            var citizen = await house.Citizen($"97{all.Count:D8}", $"सुनीता क्र. {all.Count}");
            await citizen.Draft(withPaper: false);
            waiting.Enqueue(new(house.SessionOf(citizen), citizen));
            all.Add(waiting.Last());
        }
        for (var i = 0; i < grants; i++) granted.Add(await house.Case().Granted());
        for (var i = 0; i < payments; i++) told.Add(await StubbornGateway.Paid(house));
    }

    async Task WorkUntilDead(ServedProcess served, StubbornCitizen?[] clients, int mine)
    {
        while (!served.IsDead)
        {
            if (clients[mine] is null or { IsDone: true }) lock (waiting) clients[mine] = waiting.TryDequeue(out var next) ? next : null;
            if (clients[mine] is not { } citizen || !await citizen.Step(served.Address)) return;
        }
    }

    async Task TellUntilDead(ServedProcess served)
    {
        foreach (var word in told.Where(word => !word.IsHeard).ToList())
            while (!served.IsDead && !word.IsHeard) await word.Tell(served.Address);
    }

    async Task Finish(TestHouse house)
    {
        using (var served = await ServedProcess.Start(house.Settings))
        {
            Assert.NotNull(served);
            foreach (var citizen in all)
                for (var tries = 0; !citizen.IsDone && tries < 5; tries++) await citizen.Step(served.Address);
            await TellUntilDead(served);
            await served.Kill();
        }
        Assert.All(all, citizen => Assert.True(citizen.IsDone));
        Assert.Empty((await house.VerifiedLedger()).Faults);
        await AfterTheCrashes.AllIsSent(house);
        await house.Checkpoint();
        Assert.Empty((await house.VerifiedLedger()).Faults);
        await AfterTheCrashes.NothingAcknowledgedIsLost(house, all);
        await AfterTheCrashes.EveryNoticeWasSent(house);
        await AfterTheCrashes.EveryGrantHasOneCertificate(house, granted);
        await AfterTheCrashes.EveryFeeIsSettledOnce(told);
    }
}
