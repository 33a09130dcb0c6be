using System.Runtime.CompilerServices;
using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.Tests.Paying;

namespace EkDwar.Tests;

/// <summary>
/// The life of a case as a sentence: <c>await house.Case().WithoutPaper().PaperGiven().Granted()</c>. What must come
/// before a step is done by itself; nothing happens until it is awaited.
/// </summary>
public sealed class CaseBuilder(TestHouse house)
{
    enum Reached { Nothing, Submitted, Forwarded, Reported, Decided }

    readonly List<Func<TestCase, Task>> steps = [];
    TestCitizen? citizen;
    bool hasPaper = true, pays = true;
    Reached reached;

    public CaseBuilder By(TestCitizen who)
    {
        citizen = who;
        return this;
    }

    public CaseBuilder WithoutPaper()
    {
        hasPaper = false;
        return this;
    }

    /// <summary>Her fee stays unpaid when her application is granted; else it is paid just before.</summary>
    public CaseBuilder Unpaid()
    {
        pays = false;
        return this;
    }

    public CaseBuilder Submitted() => To(Reached.Submitted);

    public CaseBuilder Forwarded() => To(Reached.Forwarded);

    public CaseBuilder Reported() => To(Reached.Reported);

    public CaseBuilder Granted() => To(Reached.Reported).Paid().Then(Reached.Decided, c => c.Grant());

    /// <summary>Her fee is paid at the gateway, where it is not yet and nobody said it stays unpaid.</summary>
    public CaseBuilder Paid()
    {
        steps.Add(async c =>
        {
            if (pays && (await c.Row()).FeePaidAt is null) await c.Pays();
        });
        return this;
    }

    public CaseBuilder Refused() => To(Reached.Reported).Then(Reached.Decided, c => c.Refuse());

    public CaseBuilder Queried() => To(Reached.Submitted).Then(reached, c => c.Query());

    public CaseBuilder Answered() => Then(reached, c => c.Answer());

    public CaseBuilder PaperGiven() => To(Reached.Submitted).Then(reached, c => c.GivePaper());

    /// <summary>Granted, and its certificate made and its notices sent.</summary>
    public CaseBuilder Certified()
    {
        Granted();
        steps.Add(_ => house.OutboxDrained());
        return this;
    }

    /// <summary>Some days pass for the whole house.</summary>
    public CaseBuilder After(int days)
    {
        steps.Add(_ =>
        {
            house.Clock.AdvanceDays(days);
            return Task.CompletedTask;
        });
        return this;
    }

    public TaskAwaiter<TestCase> GetAwaiter() => Live().GetAwaiter();

    CaseBuilder To(Reached stage)
    {
        if (reached < Reached.Submitted) reached = Reached.Submitted;
        if (stage >= Reached.Forwarded && reached < Reached.Forwarded) Then(Reached.Forwarded, c => c.Forward());
        return stage >= Reached.Reported && reached < Reached.Reported ? Then(Reached.Reported, c => c.Report()) : this;
    }

    CaseBuilder Then(Reached next, Func<TestCase, Task<Outcome<CaseReference>>> act)
    {
        reached = next;
        steps.Add(async c =>
        {
            var outcome = await act(c);
            Assert.True(outcome.IsDone, string.Join(", ", outcome.Refusals));
        });
        return this;
    }

    async Task<TestCase> Live()
    {
        citizen ??= await house.Citizen();
        await citizen.Draft(hasPaper);
        var sent = await citizen.Submit(Guid.CreateVersion7().ToString("N"));
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        var c = new TestCase(house, citizen, sent.Value);
        foreach (var step in steps) await step(c);
        return c;
    }
}
