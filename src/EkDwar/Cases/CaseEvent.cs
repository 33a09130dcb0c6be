namespace EkDwar.Cases;

/// <summary>Everything that can happen to a case, as its ledger says it. docs/ledger.md tells who writes each, and when.</summary>
public enum CaseEvent
{
    ApplicationSubmitted,
    PapersCompleted,
    ConsentGiven,
    ConsentDeclined,
    SignatureRecorded,
    PartyChanged,
    ConsentTakenBack,
    ApplicationWithdrawn,
    CaseLapsed,
    CaseTransferred,
    ClosedAsDuplicate,
    DuplicateClosed,
    PaperInfected,
    RecordInfected,
    FeeAssessed,
    FeePaid,
    FeeRefunded,
    FeeReturned,
    FeeReversed,
    PaymentJudged,
    RefusalSetAside,
    FeeReturnAsked,
    RegisterAway,
    RecordFound,
    ClockStarted,
    CaseClaimed,
    CaseGivenBack,
    CaseHandedOver,
    CaseAssigned,
    NoteWritten,
    CaseForwarded,
    FieldVisitAsked,
    FieldVisitWithdrawn,
    FieldVisitReported,
    FieldReportGiven,
    FindingsRecorded,
    CaseReturned,
    QueryRaised,
    QueryAnswered,
    SecondQueryAsked,
    SecondQueryAllowed,
    SecondQueryRefused,
    SecondQueryTakenBack,
    AnswersCorrected,
    CorrectionAsked,
    CorrectionAccepted,
    CorrectionDeclined,
    CorrectionTakenBack,
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
    InstalmentNeedRecorded,
    InstalmentPaid,
    InstalmentReturned,
    AccountCorrected,
    DueDateRecounted,
    LimitExtended,
    LimitPassed,
    EmergencyLookAllowed,
    EmergencyLookRefused,
    CaseErased,
}

/// <summary>What some events have in common.</summary>
public static class CaseEvents
{
    /// <summary>Whether it puts a question to the citizen: the first query, or a further one by leave of a senior.</summary>
    public static bool IsQuery(this CaseEvent kind) => kind is CaseEvent.QueryRaised or CaseEvent.SecondQueryAllowed;

    /// <summary>Whether it leaves what the citizen's side is waited for, and since when, as it was.</summary>
    public static bool LeavesWaits(this CaseEvent kind) => kind is CaseEvent.DueDateRecounted or CaseEvent.LimitExtended or CaseEvent.LimitPassed or CaseEvent.NoteWritten or CaseEvent.EmergencyLookAllowed or CaseEvent.EmergencyLookRefused
        or CaseEvent.AnswersCorrected or CaseEvent.CorrectionAsked or CaseEvent.CorrectionAccepted or CaseEvent.CorrectionDeclined or CaseEvent.CorrectionTakenBack
        or CaseEvent.RecordInfected or CaseEvent.CaseClaimed or CaseEvent.CaseGivenBack or CaseEvent.CaseHandedOver or CaseEvent.CaseAssigned;
}
