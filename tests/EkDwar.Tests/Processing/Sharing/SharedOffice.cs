using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Processing;
using EkDwar.Processing.Sharing;

namespace EkDwar.Tests.Processing.Sharing;

/// <summary>The Haveli tahsil office with its three clerks, and what each may do with a case.</summary>
public sealed class SharedOffice : IAsyncLifetime
{
    public TestHouse House { get; private set; } = null!;
    public DeskSession One { get; private set; } = null!;
    public DeskSession Two { get; private set; } = null!;
    public DeskSession Three { get; private set; } = null!;
    public DeskSession Circle { get; private set; } = null!;
    public DeskSession Tahsildar { get; private set; } = null!;

    /// <summary>The post that stands for the desk the clerks share.</summary>
    public Guid Shared { get; private set; }

    /// <summary>On the only clerk's desk before her colleagues came.</summary>
    public TestCase Before { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        House = await TestHouse.Open();
        Before = await House.Case().Submitted();
        await House.SharesWork();
        (One, Two, Three) = (await House.Desk("clerk", 1), await House.Desk("clerk", 2), await House.Desk("clerk", 3));
        (Circle, Tahsildar) = (await House.Desk("circle_officer"), await House.Desk("tahsildar"));
        Shared = (await House.Use((EkDwar.Places.PostDirectory directory) => directory.SharedDeskOf(One.PostId)))!.PostId;
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    public Task<Outcome<CaseReference>> Claim(DeskSession who, TestCase c) => House.Use((ClaimCase claim) => claim.Run(who, c.Reference));

    public async Task<Outcome<CaseReference>> GiveBack(DeskSession who, TestCase c, long? seen = null)
    {
        var version = seen ?? (await c.Row()).Version;
        return await House.Use((GiveBackCase give) => give.Run(who, c.CaseId, version, null));
    }

    public async Task<Outcome<CaseReference>> HandOver(DeskSession who, TestCase c, Guid? to, string? words = "रजेवर जात आहे", long? seen = null)
    {
        var version = seen ?? (await c.Row()).Version;
        return await House.Use((PassCase pass) => pass.Run(who, c.CaseId, version, Handing.HandOver, to, words));
    }

    public async Task<Outcome<CaseReference>> Assign(DeskSession who, TestCase c, Guid? to, string? words = "समान वाटप", long? seen = null)
    {
        var version = seen ?? (await c.Row()).Version;
        return await House.Use((PassCase pass) => pass.Run(who, c.CaseId, version, Handing.Assign, to, words));
    }

    public async Task<Outcome<CaseReference>> Note(DeskSession who, TestCase c, string? words, long? seen = null)
    {
        var version = seen ?? (await c.Row()).Version;
        return await House.Use((WriteNote note) => note.Run(who, c.CaseId, version, words));
    }

    public async Task<Outcome<CaseReference>> Forward(DeskSession who, TestCase c)
    {
        var version = (await c.Row()).Version;
        return await House.Use((ForwardCase forward) => forward.Run(who, c.CaseId, version, "कागदपत्रे पूर्ण"));
    }

    public Task<Outcome<CaseFile>> Look(DeskSession who, TestCase c) => House.Use((LookAtCase look) => look.Run(who, c.Reference, "case"));

    /// <summary>The post on whose desk a case lies.</summary>
    public async Task<Guid> Lies(TestCase c) => (await c.WorkItems()).Single(item => item.DoneAt is null).PostId;

    public async Task<Inbox> Inbox(DeskSession who, Guid? post = null)
    {
        var read = await House.Use((ReadInbox inbox) => inbox.Run(who, new() { PostId = post }, 0));
        return read.Value!;
    }

    public async Task<IReadOnlyList<string>> Events(TestCase c) => [.. (await c.Ledger()).Select(entry => entry.Kind)];
}
