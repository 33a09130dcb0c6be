using EkDwar.Applying.Mandates;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Applying.Mandates;

/// <summary>Letting another person act, through the real use cases.</summary>
static class Acting
{
    /// <summary>She lets him apply for the income certificate for so many days more. Gives the mandate.</summary>
    public static async Task<Guid> Lets(this TestHouse house, TestCitizen her, TestCitizen him, int days = 30)
    {
        var given = await house.Use((GiveMandate give) => give.Run(her.Session, "mh", "en", new("रमेश", him.Mobile, TestCitizen.Service, StateTime.Day(house.Clock.GetUtcNow().UtcDateTime).AddDays(days))));
        Assert.True(given.IsDone, string.Join(", ", given.Refusals));
        var code = await house.CodeOf(her, OneTimeCodes.ForMandate);
        Assert.True((await house.Use((ConfirmMandate confirm) => confirm.Run(her.Session, given.Value, code))).IsDone);
        return given.Value;
    }

    /// <summary>The newest code on its way to her for this purpose; none for signing in.</summary>
    public static async Task<string> CodeOf(this TestHouse house, TestCitizen her, string purpose)
    {
        var master = house.Services.GetRequiredService<MasterKey>();
        var bodies = await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == OneTimeCodes.OutboxKind).OrderByDescending(message => message.Id).Take(50).Select(message => message.Body).ToListAsync());
        return bodies.Select(body => SealedCode.Open(body, master)).First(sent => sent.Mobile == her.Mobile && sent.For == purpose).Code;
    }

    /// <summary>He, signed in with his own mobile, as acting for her; what he sends is under her name.</summary>
    public static TestCitizen ActingFor(this TestCitizen him, TestHouse house, TestCitizen her) =>
        new(house, him.Mobile, her.Name, new(him.Session.AccountId, her.Session.PersonId) { IsForAnother = true });
}
