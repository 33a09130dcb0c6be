using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.Notifying;
using EkDwar.Notifying.Broadcasts;
using EkDwar.People;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EkDwar.Tests.Notifying.Broadcasts;

/// <summary>A house whose text messages go to a list, with people of Kesnand in Haveli who wait for their certificates, and the two who look after the tahsil.</summary>
sealed class BroadcastHouse : IAsyncDisposable
{
    public const string Taluka = "pune.haveli", Village = "pune.haveli.kesnand";

    sealed class Gateway(List<Outgoing> taken) : ISender
    {
        public string Channel => CodeChannels.Sms;
        public string Provider => "tests";

        public Task<Handed> Send(Outgoing message)
        {
            lock (taken) taken.Add(message);
            return Task.FromResult(new Handed(MessageOutcome.Sent));
        }
    }

    public List<Outgoing> Taken { get; } = [];
    public TestHouse House { get; private set; } = null!;
    public DeskSession Writer { get; private set; } = null!;
    public DeskSession Second { get; private set; } = null!;
    TestCase pattern = null!;
    int last;

    public static async Task<BroadcastHouse> Open()
    {
        var opened = new BroadcastHouse();
        opened.House = await TestHouse.Open(services => services.RemoveAll<ISender>().AddSingleton<ISender>(new Gateway(opened.Taken)));
        (opened.Writer, opened.Second) = (await opened.House.At("haveli_tahsil", StaffAdministrator), await opened.House.At("haveli_tahsil", "tahsildar"));
        opened.pattern = await opened.House.Case().Submitted();
        await opened.House.OutboxDrained();
        opened.Taken.Clear();
        return opened;
    }

    const string StaffAdministrator = EkDwar.People.Staff.StaffDesk.Administrator;

    public Task<TestCase> Case(TestCitizen citizen) => Awaited(House.Case().By(citizen).Submitted());

    static async Task<TestCase> Awaited(CaseBuilder builder) => await builder;

    /// <summary>So many more people of the village, each with an account of her own and open applications like the first one's.</summary>
    public Task Crowd(int people, int casesEach = 1) => House.Use(async (IServiceProvider services) =>
    {
        var (db, accounts) = (services.GetRequiredService<EkDwar.Foundation.Database.EkDwarDb>(), services.GetRequiredService<Accounts>());
        var like = await pattern.Row();
        for (var n = 0; n < people; n++)
        {
            Assert.True(PhoneNumber.TryParse($"97{++last:D8}", out var mobile));
            var account = accounts.Add(mobile);
            var person = accounts.AddPerson(account.AccountId, "सखू");
            for (var at = 0; at < casesEach; at++)
                db.Add(new Case
                {
                    CaseId = CaseReference.New("MH").CaseId, State = like.State, ServiceId = like.ServiceId, ServiceVersion = like.ServiceVersion, Status = like.Status, OfficeId = like.OfficeId, PlaceId = like.PlaceId,
                    ApplicantId = person.PersonId, FiledById = account.AccountId, Channel = like.Channel, Language = n % 2 == 0 ? "mr" : "hi", SubmittedAt = like.SubmittedAt, DueOn = like.DueOn, Terms = like.Terms, Fee = like.Fee,
                });
        }
        await db.Save();
    });

    public DateOnly Day => House.Clock.Today().AddDays(7);

    public BroadcastForm Camp => new(nameof(BroadcastKind.Camp), Taluka, Village, TestCitizen.Service, Day, null);

    public Task<Outcome<Guid>> Previews(DeskSession who, BroadcastForm form) => House.Use((PreviewBroadcast preview) => preview.Run(who, form));

    public Task<Outcome<BroadcastStatus>> Answers(DeskSession who, Guid id, bool isApproved = true, string? words = null) => House.Use((AnswerBroadcast answer) => answer.Run(who, id, isApproved, words));

    public Task<Outcome<Guid>> Asks(DeskSession who, Guid id) => House.Use((AskForBroadcast ask) => ask.Run(who, id));

    public Task<Outcome<Guid>> Stops(DeskSession who, Guid id) => House.Use((StopBroadcast stop) => stop.Run(who, id));

    /// <summary>Previewed by the one and approved by the other; nothing has left yet.</summary>
    public async Task<Guid> Approved(BroadcastForm? form = null)
    {
        var previewed = await Previews(Writer, form ?? Camp);
        Assert.True(previewed.IsDone, string.Join(", ", previewed.Refusals));
        Assert.True((await Asks(Writer, previewed.Value)).IsDone);
        Assert.Equal(BroadcastStatus.GoingOut, (await Answers(Second, previewed.Value)).Value);
        return previewed.Value;
    }

    public Task<Broadcast> Row(Guid id) => House.Db(db => db.Set<Broadcast>().AsNoTracking().SingleAsync(one => one.BroadcastId == id));

    public Task<List<PhoneMessage>> Messages(Guid id) => House.Db(db => db.Set<PhoneMessage>().AsNoTracking().Where(one => one.BroadcastId == id).ToListAsync());

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
