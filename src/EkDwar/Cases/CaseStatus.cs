using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>Where a case stands, in the citizen's terms. Not whose desk it is on: that is its work item.</summary>
public enum CaseStatus
{
    /// <summary>Acknowledged, but papers are missing; the clock has not started.</summary>
    AwaitingPapers,

    /// <summary>Acknowledged, the papers are there, but a party has not consented; the clock has not started, or is paused.</summary>
    AwaitingConsent,

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

    /// <summary>Taken back by the applicant before anybody decided.</summary>
    Withdrawn,

    /// <summary>Closed because what was waited for from the citizen's side never came; nobody decided, and it is no refusal.</summary>
    Lapsed,

    /// <summary>Closed in favour of an earlier case of the same person and service; nobody decided it, and it is no refusal.</summary>
    Duplicate,
}

/// <summary>What statuses have in common.</summary>
public static class CaseStatuses
{
    /// <summary>Those in which a due date stands that nobody has met yet, running or paused. The index cases_unpassed names the same.</summary>
    static readonly CaseStatus[] OpenLimits = [CaseStatus.InProcess, CaseStatus.AwaitingCitizen, CaseStatus.AwaitingConsent, CaseStatus.AwaitingFee, CaseStatus.AwaitingRegister];

    /// <summary>Those of whatever is still waited for. The index cases_open names the same.</summary>
    static readonly CaseStatus[] Open = [CaseStatus.AwaitingPapers, .. OpenLimits];

    public static bool HasOpenLimit(this CaseStatus status) => OpenLimits.Contains(status);

    /// <summary>The cases whose due date stands and is not met yet.</summary>
    public static IQueryable<Case> WithOpenLimit(this IQueryable<Case> cases) => cases.Where(c => c.DueOn != null && EF.Constant(OpenLimits).Contains(c.Status));

    /// <summary>The cases that are not closed, whether their clock has started or not.</summary>
    public static IQueryable<Case> ThatAreOpen(this IQueryable<Case> cases) => cases.Where(c => EF.Constant(Open).Contains(c.Status));

    /// <summary>Whether nothing is waited for any more.</summary>
    public static bool IsClosed(this CaseStatus status) => status is CaseStatus.Granted || status.IsForNothing();

    /// <summary>Whether it ended with nothing given, so that nothing is to be paid for.</summary>
    public static bool IsForNothing(this CaseStatus status) => status is CaseStatus.Refused or CaseStatus.Withdrawn or CaseStatus.Lapsed or CaseStatus.Duplicate;
}
