namespace EkDwar.Cases;

/// <summary>Everything that can happen to a case, as its ledger says it. docs/ledger.md tells who writes each, and when.</summary>
public enum CaseEvent
{
    ApplicationSubmitted,
    PapersCompleted,
    PaperInfected,
    FeeAssessed,
    FeePaid,
    FeeRefunded,
    FeeReturned,
    RegisterAway,
    RecordFound,
    CaseForwarded,
    FieldReportGiven,
    QueryRaised,
    QueryAnswered,
    ApplicationGranted,
    ApplicationRefused,
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
