using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Languages;

namespace EkDwar.Delivering.Benefits;

/// <summary>The entry of a case in the beneficiary register with its instalments, as the desk that sanctioned reads it. Who may is asked before.</summary>
public sealed class ReadBenefit(BenefitRegister benefits, InstalmentRegister instalments, Timeline timeline)
{
    public async Task<(Beneficiary Entry, IReadOnlyList<InstalmentLine> Lines)?> Run(CaseFile file, LanguageCode language, DateOnly today)
    {
        if (await benefits.Of(file.Case.CaseId) is not { } entry) return null;
        var parts = await instalments.Of(file.Case.CaseId);
        return (entry, parts.Count == 0 ? [] : InstalmentLine.Of(file, parts, await timeline.Of(file), (language, today)));
    }
}
