using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People;

/// <summary>A mobile number somebody signs in with. Not a person: a family shares one, and an account holds many persons.</summary>
public sealed class Account : IEntityTypeConfiguration<Account>
{
    public Guid AccountId { get; init; }

    /// <summary>A keyed hash, for looking the number up.</summary>
    public string MobileHash { get; set; } = "";

    /// <summary>The number itself, sealed; empty once nobody of this account is left.</summary>
    public byte[] Mobile { get; set; } = [];

    /// <summary>An e-mail address she proved is hers, sealed; null where she gave none.</summary>
    public byte[]? Email { get; set; }
    public DateTime? EmailProvedAt { get; set; }

    /// <summary>In which language she wants to be told; null for that of each application.</summary>
    public string? ToldIn { get; set; }
    public DateTime CreatedAt { get; init; }

    public bool IsErased => Mobile.Length == 0;

    public void Erase() => (MobileHash, Mobile, Email, EmailProvedAt, ToldIn) = ($"erased {AccountId:N}", [], null, null, null);

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts").HasKey(account => account.AccountId);
        builder.Ignore(account => account.IsErased);
    }
}

/// <summary>Somebody services are for. Name and the like are sealed under a key of the person's own; destroying it erases.</summary>
public sealed class Person : IEntityTypeConfiguration<Person>
{
    public Guid PersonId { get; init; }
    public Guid AccountId { get; init; }
    public byte[]? WrappedKey { get; set; }

    /// <summary>A sealed <see cref="Profile"/>.</summary>
    public byte[] Profile { get; set; } = [];
    public DateTime CreatedAt { get; init; }

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("persons").HasKey(person => person.PersonId);
        builder.HasOne<Account>().WithMany().HasForeignKey(person => person.AccountId);
    }
}

/// <summary>What we keep of a person: the name, as the person writes it.</summary>
public sealed record Profile(string Name);
