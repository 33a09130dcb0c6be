namespace EkDwar.People.Staff;

/// <summary>Entries of an office's record, to be shown, and whoever is named in them.</summary>
public sealed record StaffRecord(IReadOnlyList<OfficeChange> Changes, IReadOnlyDictionary<Guid, Official> Named);
