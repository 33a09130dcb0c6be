using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Places;

namespace EkDwar.Cases.Waits;

/// <summary>The rules by which a case that waits for the citizen's side is closed: its service's, and for what that is silent about its state's.</summary>
public sealed class WaitRules
{
    public static readonly WaitRules None = new([]);

    readonly IReadOnlyList<CloseRule> rules;

    WaitRules(IReadOnlyList<CloseRule> rules) => this.rules = rules;

    public static WaitRules Of(ServiceDefinition service, StateProfile? state) => new([.. service.CloseAfter, .. state?.CloseAfter ?? []]);

    /// <summary>
    /// The last day on which what is waited for may come; null where nothing closes the case. While the clock runs the office
    /// is waited for too, and a case is never closed for what the office has not done.
    /// </summary>
    public DateOnly? ClosesOn(CaseStatus status, bool isRunning, DateOnly since) =>
        !isRunning && CauseOf(status) is { } cause && rules.FirstOrDefault(rule => rule.Cause == cause) is { } rule ? since.AddDays(rule.Days) : null;

    /// <summary>What a case of this status waits for from the citizen's side; null where it waits for nothing of hers.</summary>
    public static string? CauseOf(CaseStatus status) => status switch
    {
        CaseStatus.AwaitingPapers => CloseRule.Papers,
        CaseStatus.AwaitingConsent => CloseRule.Consent,
        CaseStatus.AwaitingFee => CloseRule.Fee,
        CaseStatus.AwaitingCitizen => CloseRule.Answer,
        _ => null,
    };
}
