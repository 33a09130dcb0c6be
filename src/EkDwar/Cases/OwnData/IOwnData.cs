using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Cases.OwnData;

/// <summary>A room's part of what the house keeps of a person. It gives what is hers, what she wrote and what she may see, and nothing of anybody else on her mobile.</summary>
public interface IOwnData
{
    IAsyncEnumerable<OwnRecord> Of(OwnDataOf who);
}

/// <summary>Whose data it is, in which language it is told, and of which year's applications alone; null for all.</summary>
public sealed record OwnDataOf(Person Person, string MobileHash, LanguageCode Language, int? Year)
{
    public Guid PersonId => Person.PersonId;

    public CitizenSession Session => new(Person.AccountId, Person.PersonId);

    /// <summary>The instants between which an application was sent to be in it.</summary>
    public (DateTime From, DateTime Until) Between => Year is { } year
        ? (StateTime.StartOf(new DateOnly(year, 1, 1)), StateTime.StartOf(new DateOnly(year + 1, 1, 1)))
        : (DateTime.UnixEpoch, DateTime.SpecifyKind(new(9000, 1, 1), DateTimeKind.Utc));
}
