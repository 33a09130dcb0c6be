using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Secrets;
using EkDwar.People;
using EkDwar.Tests.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests;

/// <summary>Somebody signed in with a mobile, acting for one person; speaks to the use cases, not to pages.</summary>
public sealed class TestCitizen(TestHouse house, string mobile, string name, CitizenSession session, Browser? browser = null)
{
    public const string Service = "income-certificate";

    // No test lets more people sign in at one moment: her code is among the newest.
    const int SignInAtOnce = 50;

    public string Mobile => mobile;
    public string Name => name;
    public CitizenSession Session => session;

    /// <summary>Her name in Latin letters, as she writes it in her application.</summary>
    public string Latin { get; init; } = "Dnyaneshwar Rhalkar";

    /// <summary>The browser she is signed in with; only of one who signed in through the pages.</summary>
    public Browser Browser => browser ?? throw new InvalidOperationException("she signed in without a browser");

    /// <summary>The same citizen at another node.</summary>
    public TestCitizen At(TestHouse node) => new(node, mobile, name, session) { Latin = Latin };

    internal static Task<TestCitizen> Of(TestHouse house, string mobile, string name, Browser browser) => house.Use(async (Accounts accounts) =>
    {
        Assert.True(PhoneNumber.TryParse(mobile, out var number));
        var account = (await accounts.Find(number))!;
        var person = (await accounts.Persons(account.AccountId)).Single(person => person.Name == name);
        return new TestCitizen(house, mobile, name, new(account.AccountId, person.PersonId), browser);
    });

    internal static async Task<TestCitizen> SignIn(TestHouse house, string mobile, string name)
    {
        Assert.True((await house.Use((SendSignInCode send) => send.Run(mobile, "mr"))).IsDone);
        var master = house.Services.GetRequiredService<MasterKey>();
        var bodies = await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.Kind == OneTimeCodes.OutboxKind)
            .OrderByDescending(m => m.Id).Select(m => m.Body).Take(SignInAtOnce).ToListAsync());
        var code = bodies.Select(body => SealedCode.Open(body, master)).First(sent => sent.Mobile == mobile).Code;
        Assert.True(PhoneNumber.TryParse(mobile, out var number));
        var account = await house.Use((ConfirmSignInCode confirm) => confirm.Run(number, code));
        var person = await house.Use((AddPerson add) => add.Run(account.Value, name));
        Assert.True(account.IsDone && person.IsDone);
        return new(house, mobile, name, new(account.Value, person.Value));
    }

    /// <summary>A draft of an income certificate with every question answered, ready to be submitted.</summary>
    public Task Draft(bool withPaper = true) => house.Use(async (IServiceProvider services) =>
    {
        var drafts = services.GetRequiredService<Drafts>();
        var draft = (await drafts.OpenOrStart(session, "mh", Service))!;
        var answers = draft.Answers;
        foreach (var (id, parts) in Typed())
            answers = Accepted(Interview.Accept(draft.Service, answers, draft.Service.Question(id), new(parts), draft.Facts));
        var paper = withPaper ? Accepted(await services.GetRequiredService<AttachPaper>().Run("salary_slip", Jpeg(), Jpeg().Length)) : new(new Dictionary<string, string> { ["later"] = "yes" });
        answers = Accepted(Interview.Accept(draft.Service, answers, draft.Service.Question("income_proof"), paper, draft.Facts));
        // What may be left out she leaves out.
        answers = draft.Service.Questions.Where(question => question.Optional).Aggregate(answers, (kept, question) => kept.Blank(question.Id));
        drafts.Keep(draft, answers);
        Assert.True(await services.GetRequiredService<EkDwarDb>().TrySave());
    });

    /// <summary>Gives this file in her draft, as her proof of income, after what was there.</summary>
    public Task Attach(byte[] file) => house.Use(async (IServiceProvider services) =>
    {
        var draft = (await services.GetRequiredService<Drafts>().Open(session, "mh", Service))!;
        var paper = Accepted(await services.GetRequiredService<AttachPaper>().Run("salary_slip", new MemoryStream(file), file.Length, DocumentType.PaperOf(draft.Answers["income_proof"])));
        Accepted(await services.GetRequiredService<AnswerQuestion>().Run(draft, draft.Service.Question("income_proof"), paper));
    });

    /// <summary>Sends the draft. The same token again gives the same reference.</summary>
    public Task<Outcome<CaseReference>> Submit(string token) => house.Use(async (IServiceProvider services) =>
    {
        var submit = services.GetRequiredService<SubmitApplication>();
        if (await submit.Answered(session, token) is { } earlier) return earlier;
        return await services.GetRequiredService<Drafts>().Open(session, "mh", Service) is { } draft
            ? await submit.Run(session, draft, token, "web", "mr")
            : await submit.Answered(session, token) ?? new Refusal("applying.no_draft");
    });

    /// <summary>A stored proof of income, as the parts of its answer.</summary>
    public Task<RawAnswer> Paper() => house.Use(async (AttachPaper attach) => Accepted(await attach.Run("talathi_report", Jpeg(), Jpeg().Length)));

    Dictionary<string, Dictionary<string, string>> Typed() => new()
    {
        ["name"] = new() { ["local"] = name, ["latin"] = Latin },
        ["born_on"] = new() { ["day"] = "२७", ["month"] = "3", ["year"] = "1985" },
        ["village"] = new() { [""] = "pune.haveli.kesnand" },
        ["address"] = new() { [""] = "घर क्र. 12, केसनंद, 412207" },
        ["purpose"] = new() { [""] = "education" },
        ["income"] = new() { ["0.member"] = name, ["0.source"] = "farming", ["0.amount"] = "1,42,000" },
        ["declaration"] = new() { [""] = "yes" },
    };

    internal static MemoryStream Jpeg() => new(Samples.Jpeg());

    static T Accepted<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException(string.Join(", ", outcome.Refusals));
}
