using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Onboarding;
using EkDwar.Paying;
using EkDwar.Paying.Simulator;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Paying;

/// <summary>Cases whose fee is paid at the simulator, through the real use cases.</summary>
static class PaidCases
{
    public static GatewaySimulator Simulator(this TestHouse house) => house.Services.GetRequiredService<GatewaySimulator>();

    /// <summary>From now on the clock of the income certificate waits for its fee.</summary>
    public static Task ClockWaitsForFee(this TestHouse house) => house.Use(async (PublishService publish) =>
    {
        var text = StateFiles.Text("mh", TestCitizen.Service + ".yaml").Replace("version: 1\n", "version: 7\n").Replace("starts: papers_complete", "starts: fee_paid");
        await publish.Run(text, TestCitizen.Service + ".yaml", Planted.Maharashtra);
    });

    /// <summary>A senior citizen certificate applied for, whose fee is to be paid; as the file has it.</summary>
    public static Task<TestCase> Owing(this TestHouse house, TestCitizen citizen) => house.Use(async (IServiceProvider services) =>
    {
        var drafts = services.GetRequiredService<Drafts>();
        var draft = (await drafts.OpenOrStart(citizen.Session, "mh", "senior-citizen-certificate"))!;
        var answers = Answers.None;
        foreach (var (id, parts) in Typed()) Keep(id, new(parts));
        foreach (var (id, kind) in new[] { ("age_proof", "voter_card"), ("address_proof", "ration_card") })
            Keep(id, (await services.GetRequiredService<AttachPaper>().Run(kind, TestCitizen.Jpeg(), TestCitizen.Jpeg().Length)).Value!);
        drafts.Keep(draft, answers);
        Assert.True(await services.GetRequiredService<EkDwarDb>().TrySave());
        draft = (await drafts.Open(citizen.Session, "mh", "senior-citizen-certificate"))!;
        var sent = await services.GetRequiredService<SubmitApplication>().Run(citizen.Session, draft, Guid.CreateVersion7().ToString("N"), "web", "mr");
        return new TestCase(house, citizen, sent.Value);

        void Keep(string id, RawAnswer raw) => answers = Interview.Accept(draft.Service, answers, draft.Service.Question(id), raw, draft.Facts).Value!;
    });

    static Dictionary<string, Dictionary<string, string>> Typed() => new()
    {
        ["name"] = new() { ["local"] = "पार्वतीबाई कदम", ["latin"] = "Parvatibai Kadam" },
        ["born_on"] = new() { ["day"] = "1", ["month"] = "1", ["year"] = "1958" },
        ["village"] = new() { [""] = "pune.haveli.kesnand" },
        ["address"] = new() { [""] = "घर क्र. 7, केसनंद, 412207" },
        ["blood_group"] = new() { [""] = "b_pos" },
        ["contact"] = new() { [""] = "मीना कदम, मुलगी" },
        ["contact_phone"] = new() { [""] = "9890012345" },
        ["declaration"] = new() { [""] = "yes" },
    };

    public static Task<Outcome<Payment>> StartsToPay(this TestCase c, PaymentMeans means = PaymentMeans.Online) => c.House.Use(async (IServiceProvider services) =>
    {
        var file = (await services.GetRequiredService<CaseFiles>().Open(c.CaseId))!;
        return await services.GetRequiredService<StartPayment>().Run(file, LanguageCode.Marathi, means);
    });

    /// <summary>Begins to pay, and gives the gateway's page of it.</summary>
    public static async Task<SimulatedLink> PaymentPage(this TestCase c)
    {
        var begun = await c.StartsToPay();
        Assert.True(begun.IsDone, string.Join(", ", begun.Refusals));
        return c.House.Simulator().Link(begun.Value.LinkId!)!;
    }

    /// <summary>Begins to pay with a UPI app, and gives the gateway's code for it.</summary>
    public static async Task<SimulatedCode> UpiCode(this TestCase c)
    {
        var begun = await c.StartsToPay(PaymentMeans.Upi);
        Assert.True(begun.IsDone, string.Join(", ", begun.Refusals));
        return c.House.Simulator().Code(begun.Value.LinkId!)!;
    }

    /// <summary>Hours pass, and what is due in each is done.</summary>
    public static async Task Hours(this TestHouse house, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await house.OutboxDrained();
        }
    }

    /// <summary>Pays on the gateway's page, which calls the house back.</summary>
    public static async Task Pays(this TestCase c)
    {
        var simulator = c.House.Simulator();
        Assert.Equal(200, await simulator.CallBack(simulator.Take(await c.PaymentPage())));
    }

    public static Task<List<Payment>> Payments(this TestCase c) => c.House.Db(db => db.Set<Payment>().AsNoTracking().Where(payment => payment.CaseId == c.CaseId).OrderBy(payment => payment.Seq).ToListAsync());

    public static async Task<Dictionary<string, long>> Accounts(this TestCase c) => (await c.Postings()).GroupBy(posting => posting.Account).ToDictionary(account => account.Key, account => account.Sum(posting => posting.AmountMinor));

    public static Task<List<Posting>> Postings(this TestCase c) => c.House.Db(db => db.Set<Posting>().AsNoTracking().Where(posting => posting.CaseId == c.CaseId).OrderBy(posting => posting.Entry).ThenBy(posting => posting.Line).ToListAsync());

    public static async Task<int> TimesPaid(this TestCase c) => (await c.Ledger()).Count(entry => entry.Kind == nameof(CaseEvent.FeePaid));
}
