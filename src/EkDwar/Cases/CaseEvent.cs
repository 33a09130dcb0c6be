namespace EkDwar.Cases;

/// <summary>Everything that can happen to a case, as its ledger says it. docs/ledger.md tells who writes each, and when.</summary>
public enum CaseEvent
{
    ApplicationSubmitted,
    PapersCompleted,
    PaperInfected,
    FeePaid,
    FeeRefunded,
    FeeReturned,
    RegisterAway,
    RecordFound,
    CaseForwarded,
    FieldReportGiven,
    FindingsRecorded,
    CaseReturned,
    QueryRaised,
    QueryAnswered,
    ApplicationGranted,
    ApplicationRefused,
    DeemedGranted,
    DeemedRefused,
    CertificateIssued,
    CertificateRevoked,
    CertificateReissued,
    BenefitStarted,
    LifeProved,
    BenefitSuspended,
    BenefitResumed,
    BenefitStopped,
    DueDateRecounted,
    CaseErased,
}
