using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Applying;

/// <summary>A double click, a Back and a retry send one application, and everybody gets the answer that is hers.</summary>
public sealed class Submitting_an_application
{
    const string Token = "7f0c2b1e";

    [Fact]
    public async Task ten_times_at_once_makes_one_case()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        await citizen.Draft();
        var allReady = new Barrier(10);
        var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Factory.StartNew(() => house.Use(async (IServiceProvider services) =>
        {
            var draft = await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", TestCitizen.Service);
            allReady.SignalAndWait(TimeSpan.FromSeconds(30));
            return await services.GetRequiredService<SubmitApplication>().Run(citizen.Session, draft!, Token, "web", "mr");
        }), TaskCreationOptions.LongRunning).Unwrap()));
        Assert.All(sent, outcome => Assert.True(outcome.IsDone, string.Join(", ", outcome.Refusals)));
        var reference = Assert.Single(sent.Select(outcome => outcome.Value).Distinct());
        Assert.Equal(reference, (await citizen.Submit(Token)).Value);
        Assert.Equal(1, await house.Db(db => db.Set<Case>().CountAsync()));
        Assert.Equal(1, await house.Db(db => db.Set<LedgerEntry>().CountAsync()));
        Assert.Equal(1, await house.Db(db => db.Set<OutboxMessage>().CountAsync(m => m.Kind == "notice")));
        Assert.Equal(0, await house.Db(db => db.Set<Draft>().CountAsync()));
    }

    [Fact]
    public async Task with_the_token_of_another_account_tells_nothing_of_hers()
    {
        await using var house = await TestHouse.Open();
        var (one, other) = (await house.Citizen(), await house.Citizen());
        await one.Draft();
        var hers = await one.Submit(Token);
        var refused = await other.Submit(Token);
        Assert.Equal("applying.no_draft", Assert.Single(refused.Refusals).Code);
        await other.Draft();
        var own = await other.Submit(Token);
        Assert.True(own.IsDone);
        Assert.NotEqual(hers.Value, own.Value);
    }

    [Fact]
    public async Task that_changed_in_another_tab_meanwhile_is_refused_and_kept()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        await citizen.Draft();
        var refused = await house.Use(async (IServiceProvider services) =>
        {
            var draft = (await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", TestCitizen.Service))!;
            await Change(house, citizen, "घर क्र. 14, केसनंद");
            return await services.GetRequiredService<SubmitApplication>().Run(citizen.Session, draft, Token, "web", "mr");
        });
        Assert.Equal("applying.draft_changed", Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await house.Db(db => db.Set<Case>().CountAsync()));
        var sent = await citizen.Submit(Token);
        var file = await house.Use((CaseFiles cases) => cases.Open(sent.Value.CaseId));
        Assert.Equal("घर क्र. 14, केसनंद", file!.Answers.Text("address"));
    }

    static Task Change(TestHouse house, TestCitizen citizen, string address) => house.Use(async (IServiceProvider services) =>
    {
        var draft = (await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", TestCitizen.Service))!;
        var raw = new RawAnswer(new Dictionary<string, string> { [""] = address });
        Assert.True((await services.GetRequiredService<AnswerQuestion>().Run(draft, draft.Service.Question("address"), raw)).IsDone);
    });
}
