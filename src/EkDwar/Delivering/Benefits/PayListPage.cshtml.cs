using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Delivering.Benefits;

/// <summary>Who is paid this month by this office, how much and into which account; and who is not, for want of what.</summary>
public sealed class PayListPage(ReadPayList read, TimeProvider time) : DeskPage
{
    public IReadOnlyList<PayLine> Paid { get; private set; } = [];
    public IReadOnlyList<PayLine> Suspended { get; private set; } = [];

    /// <summary>Instalments that are due and wait for something, and those that were paid this month.</summary>
    public IReadOnlyList<PayLine> Waiting { get; private set; } = [];
    public IReadOnlyList<PayLine> Recorded { get; private set; } = [];
    public string Month => $"{LongDate.MonthOf(time.Today().Month, Language)} {time.Today().Year}";

    public async Task OnGet()
    {
        var lines = await read.Run(Session);
        Paid = [.. lines.Where(line => line.IsToPay)];
        Suspended = [.. lines.Where(line => line.Part is null && line.Entry.Status == BenefitStatus.Suspended)];
        Recorded = [.. lines.Where(line => line.Part?.Status == InstalmentStatus.Paid)];
        Waiting = [.. lines.Where(line => line.Part is { IsFree: false, Status: not InstalmentStatus.Paid })];
    }

    /// <summary>How it stands with an instalment, in words.</summary>
    public string Standing(PayLine line) => InstalmentLine.Told(line.Part!, line.Part!.RuleIn(line.Service), Language, time.Today());

    /// <summary>Where one acts on a line.</summary>
    public string Address(PayLine line) => Desk($"cases/{line.Reference}/{(line.Part is { } part ? $"instalments/{part.Seq}" : "benefit")}");
}
