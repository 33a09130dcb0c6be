namespace EkDwar.Cases.Emergencies;

/// <summary>Of a case that was asked for in an emergency: which request, by which official from which post, when, for what kind of reason, and until when it is open; null where it was refused.</summary>
public sealed record EmergencyFact(Guid RequestId, Guid AskedById, Guid AskedFromId, DateTime AskedAt, string Reason)
{
    public DateTime? OpenUntil { get; init; }
}
