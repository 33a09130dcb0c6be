using EkDwar.Cases.Benefits;
using EkDwar.Cases.Parties;
using EkDwar.Catalogue;
using EkDwar.Deadlines;
using EkDwar.Design;

namespace EkDwar.Cases;

/// <summary>A post that has the case, since when, and by when its office wants its part done.</summary>
public sealed record TrackedDesk(Phrase Post, string Since, DateOnly? PartDueOn);

/// <summary>That a post looked at the case on a day, once or several times, and when last; and why, where it was opened in an emergency.</summary>
public sealed record TrackedLook(Phrase Post, string What, string When, string? Why);

/// <summary>What a citizen is told of a case: status, legal date, whose desk, what to do; then what happened and how days were counted.</summary>
public sealed record TrackerView(CaseFile File, DateOnly Today, ClockReading? Reading, IReadOnlyList<Step> Steps, IReadOnlyList<TimelineEntry> Entries)
{
    /// <summary>The posts that have the case: several where stages act side by side, none when no desk has it.</summary>
    public IReadOnlyList<TrackedDesk> Desks { get; init; } = [];

    /// <summary>Who decides and who hears an appeal, as it was settled when the application was sent: the role's name, and the post at the office that has the case.</summary>
    public IReadOnlyList<(string Role, Phrase Post)> Officers { get; init; } = [];

    /// <summary>The stages that act side by side now; fewer than two where one acts alone.</summary>
    public IReadOnlyList<Stage> Beside => File.Desk is { } desk ? File.Path.Beside(desk.Stage) : [];

    /// <summary>What officers found and the service shows her.</summary>
    public IReadOnlyList<StageFindings> Findings { get; init; } = [];

    /// <summary>Day by day up to today or the end, when the clock has started.</summary>
    public IReadOnlyList<ClockDay> Days { get; init; } = [];

    /// <summary>The certificate that holds now; null while there is none.</summary>
    public Certificate? Certificate { get; init; }

    /// <summary>The licence in force or ended; null where none is, or none was given.</summary>
    public Certificate? Licence { get; init; }
    /// <summary>The benefit that was sanctioned; null where none was.</summary>
    public Beneficiary? Benefit { get; init; }

    /// <summary>In which parts it is paid; none where it is paid month by month.</summary>
    public IReadOnlyList<InstalmentLine> Instalments { get; init; } = [];

    /// <summary>Whether what was sanctioned for a year may be asked for again for the next.</summary>
    public bool MayAskAnew => Benefit is { Status: not BenefitStatus.Stopped } benefit && File.Service.Sanction?.Renewal?.MayRenew(benefit.HoldsUntil, Today) == true;

    public bool MayRenew => Licence is { ValidUntil: { } until } && File.Service.Licence is { } rule && rule.MayRenew(until, Today);

    /// <summary>Whether the reader is signed in, and so may act; by reference and code she may only read.</summary>
    public bool MayAct { get; init; }

    /// <summary>Whether the reader may take the application back.</summary>
    public bool MayWithdraw { get; init; }

    /// <summary>The letter of a refusal, for whoever may act.</summary>
    public RefusalLetter? Letter { get; init; }
    public IReadOnlyList<TrackedLook> Looks { get; init; } = [];

    /// <summary>The orders that came after it was sent, as its ledger tells of them. One that held already when it began is seen in its days alone.</summary>
    public IReadOnlyList<Orders.ToldOrder> Orders => [.. Entries.Select(entry => Cases.Orders.ToldOrder.Of(entry, Reading?.Act)).OfType<Orders.ToldOrder>()];

    /// <summary>Whose consent is asked; empty where nobody's is.</summary>
    public IReadOnlyList<PartyLine> Parties { get; init; } = [];

    /// <summary>Who of the office noted something for the officials of the case, and when; for her archive, and not for this page.</summary>
    public IReadOnlyList<(Guid PostId, DateTime At)> Notes { get; init; } = [];

    /// <summary>What the act lets her do because the last day ended without a decision; null once somebody decided, and while it has not.</summary>
    public Limits.PassedLimit? PassedLimit => File.Case.Status.IsClosed() ? null : Entries.LastOrDefault(entry => entry.Kind == CaseEvent.LimitPassed)?.Body.Limit;

    public bool IsOverdue => Reading?.IsOverdue(Today) ?? false;
    public Tone Tone => IsOverdue ? Tone.Late : ToneOf(File.Case.Status);

    /// <summary>How a status looks to a citizen; the words always stand beside it.</summary>
    public static Tone ToneOf(CaseStatus status) => status switch
    {
        CaseStatus.AwaitingPapers or CaseStatus.AwaitingConsent or CaseStatus.AwaitingFee or CaseStatus.AwaitingRegister or CaseStatus.AwaitingCitizen => Tone.Wait,
        CaseStatus.Granted => Tone.Ok,
        CaseStatus.Refused or CaseStatus.Withdrawn or CaseStatus.Lapsed or CaseStatus.Duplicate => Tone.Off,
        _ => Tone.Due,
    };
}
