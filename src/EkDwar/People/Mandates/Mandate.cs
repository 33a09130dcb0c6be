using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People.Mandates;

/// <summary>
/// A person's consent that somebody else, known by a mobile, applies for one service in her name until a day. It holds once a code
/// to her own mobile confirmed it, and until she takes it back. Not the consent of a party to another's application.
/// </summary>
public sealed class Mandate : IEntityTypeConfiguration<Mandate>
{
    public Guid MandateId { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>The keyed hash of the mobile of whoever may act; empty once she was erased.</summary>
    public string GivenToHash { get; set; } = "";

    /// <summary>Name and mobile of whoever may act, as she wrote them, sealed under her own key.</summary>
    public byte[] GivenTo { get; init; } = [];
    public string State { get; init; } = "";
    public string ServiceId { get; init; } = "";

    /// <summary>The last day on which it holds.</summary>
    public DateOnly UntilOn { get; init; }
    public DateTime AskedAt { get; init; }
    public DateTime? ConfirmedAt { get; set; }
    public DateTime? EndedAt { get; set; }
    public long Version { get; set; }

    public bool Holds(DateOnly today) => ConfirmedAt is not null && EndedAt is null && today <= UntilOn;

    public static byte[] Seal(Guid mandateId, string name, PhoneNumber mobile, byte[] key) => Sealing.SealText($"{mobile.Digits}\n{name}", key, Accounts.Context("mandate", mandateId));

    /// <summary>Who may act, by name and mobile; the key is that of her who lets him.</summary>
    public (string Name, PhoneNumber Mobile) Agent(byte[] key)
    {
        var parts = Sealing.OpenText(GivenTo, key, Accounts.Context("mandate", MandateId)).Split('\n');
        return PhoneNumber.TryParse(parts[0], out var mobile) ? (parts[1], mobile) : throw new SealBrokenException("a mandate without a mobile number");
    }

    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.ToTable("mandates").HasKey(mandate => mandate.MandateId);
        builder.HasOne<Person>().WithMany().HasForeignKey(mandate => mandate.PersonId);
    }
}

/// <summary>Asks which mandates hold. Asked each time anew: one that was taken back a moment ago opens nothing.</summary>
public static class HeldMandates
{
    /// <summary>Those by which the holder of this account may act today.</summary>
    public static IQueryable<Mandate> MandatesOf(this EkDwarDb db, Guid accountId, DateOnly today) =>
        from account in db.Set<Account>().AsNoTracking()
        where account.AccountId == accountId
        join mandate in db.Set<Mandate>().AsNoTracking() on account.MobileHash equals mandate.GivenToHash
        where mandate.EndedAt == null && mandate.ConfirmedAt != null && mandate.UntilOn >= today
        select mandate;

    /// <summary>The mandate by which whoever is signed in acts for this person in a service; null when none holds.</summary>
    public static async Task<Mandate?> MandateFor(this EkDwarDb db, CitizenSession session, string state, string serviceId, DateOnly today) => !session.IsForAnother ? null
        : await db.MandatesOf(session.AccountId, today).Where(mandate => mandate.PersonId == session.PersonId && mandate.State == state && mandate.ServiceId == serviceId)
            .OrderBy(mandate => mandate.AskedAt).FirstOrDefaultAsync();

    /// <summary>The persons for whom the holder of this account may act today.</summary>
    public static async Task<IReadOnlyList<Person>> ActsFor(this EkDwarDb db, Guid accountId, DateOnly today)
    {
        var ids = db.MandatesOf(accountId, today).Select(mandate => mandate.PersonId);
        return await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.PersonId) && person.WrappedKey != null).OrderBy(person => person.CreatedAt).ToListAsync();
    }
}
