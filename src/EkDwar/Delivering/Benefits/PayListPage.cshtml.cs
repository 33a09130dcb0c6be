using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Delivering.Benefits;

/// <summary>Who is paid this month by this office, how much and into which account; and who is not, for want of a proof.</summary>
public sealed class PayListPage(ReadPayList read, TimeProvider time) : DeskPage
{
    public IReadOnlyList<PayLine> Paid { get; private set; } = [];
    public IReadOnlyList<PayLine> Suspended { get; private set; } = [];
    public string Month => $"{LongDate.MonthOf(time.Today().Month, Language)} {time.Today().Year}";

    public async Task OnGet()
    {
        var lines = await read.Run(Session);
        Paid = [.. lines.Where(line => line.Entry.Status == BenefitStatus.Active)];
        Suspended = [.. lines.Where(line => line.Entry.Status == BenefitStatus.Suspended)];
    }
}
