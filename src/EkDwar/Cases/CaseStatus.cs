namespace EkDwar.Cases;

/// <summary>Where a case stands, in the citizen's terms. Not whose desk it is on: that is its work item.</summary>
public enum CaseStatus
{
    /// <summary>Acknowledged, but papers are missing; the clock has not started.</summary>
    AwaitingPapers,

    /// <summary>Acknowledged and complete, but the limit starts with the fee; or a desk assessed the fee. That is not paid yet.</summary>
    AwaitingFee,

    /// <summary>Acknowledged and complete, but the register that gives the service does not answer; the clock runs.</summary>
    AwaitingRegister,

    /// <summary>With an office; the clock runs.</summary>
    InProcess,

    /// <summary>A query is with the citizen; the clock is paused where the act says so.</summary>
    AwaitingCitizen,

    /// <summary>Decided in favour.</summary>
    Granted,

    /// <summary>Decided against, with ground, rule and words.</summary>
    Refused,
}
