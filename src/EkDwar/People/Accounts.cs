using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People;

/// <summary>Finds and opens accounts and persons. It asks nothing about who may.</summary>
public sealed class Accounts(EkDwarDb db, KeyedHash hash, MasterKey master, TimeProvider time)
{
    /// <summary>By which an account of this number would be found.</summary>
    public string HashOf(PhoneNumber mobile) => hash.Of("mobile", mobile.Digits);

    public Task<Account?> Find(PhoneNumber mobile)
    {
        var mobileHash = HashOf(mobile);
        return db.Set<Account>().FirstOrDefaultAsync(account => account.MobileHash == mobileHash);
    }

    /// <summary>A new account in the coming save.</summary>
    public Account Add(PhoneNumber mobile)
    {
        var id = Guid.CreateVersion7();
        var account = new Account
        {
            AccountId = id, MobileHash = HashOf(mobile), CreatedAt = time.UtcNow(),
            Mobile = Sealing.SealText(mobile.Digits, master.Derive("accounts"), Context("mobile", id)),
        };
        db.Add(account);
        return account;
    }

    public PhoneNumber MobileOf(Account account)
    {
        var digits = Sealing.OpenText(account.Mobile, master.Derive("accounts"), Context("mobile", account.AccountId));
        return PhoneNumber.TryParse(digits, out var mobile) ? mobile : throw new SealBrokenException("the account's number is not a mobile number");
    }

    /// <summary>Her address in the coming save; that it was proved is asked before.</summary>
    public void Give(Account account, EmailAddress address) => (account.Email, account.EmailProvedAt) =
        (Sealing.SealText(address.Text, master.Derive("accounts"), Context("email", account.AccountId)), time.UtcNow());

    /// <summary>The address she proved; null where she gave none.</summary>
    public EmailAddress? EmailOf(Account account) => account.Email is not { } sealedAddress ? null
        : EmailAddress.TryParse(Sealing.OpenText(sealedAddress, master.Derive("accounts"), Context("email", account.AccountId)), out var address) ? address
        : throw new SealBrokenException("the account's address is not an e-mail address");

    /// <summary>A new person of an account in the coming save.</summary>
    public Person AddPerson(Guid accountId, string name)
    {
        var id = Guid.CreateVersion7();
        var (key, wrapped) = WrappedKey.New(master, Context("person-key", id));
        var person = new Person
        {
            PersonId = id, AccountId = accountId, WrappedKey = wrapped, CreatedAt = time.UtcNow(),
            Profile = Sealing.SealText(name, key, Context("profile", id)),
        };
        db.Add(person);
        return person;
    }

    public async Task<IReadOnlyList<(Guid PersonId, string Name)>> Persons(Guid accountId)
    {
        var persons = await db.Set<Person>().AsNoTracking().Where(person => person.AccountId == accountId && person.WrappedKey != null)
            .OrderBy(person => person.CreatedAt).ToListAsync();
        return [.. persons.Select(person => (person.PersonId, ProfileOf(person).Name))];
    }

    public Profile ProfileOf(Person person) => new(Sealing.OpenText(person.Profile, KeyOf(person), Context("profile", person.PersonId)));

    /// <summary>The person's own key; drafts are sealed under it.</summary>
    public byte[] KeyOf(Person person) => WrappedKey.Unwrap(master,
        person.WrappedKey ?? throw new SealBrokenException("the person was erased"), Context("person-key", person.PersonId));

    /// <summary>What a sealed value of a person or an account is bound to.</summary>
    public static byte[] Context(string what, Guid id) => [.. Sealing.Context(what), .. id.ToByteArray()];
}
