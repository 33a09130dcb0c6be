using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Delivering.Benefits;

/// <summary>Whose a benefit is at the desk: the designated officer's of the office that has the case, whoever holds that post now.</summary>
public sealed class PayingDesk(PostDirectory directory, CaseFiles cases, BenefitRegister benefits)
{
    /// <summary>Whether there is a benefit here, and it is this desk's.</summary>
    public async Task<bool> Has(DeskSession session, long caseId) => await benefits.Of(caseId) is not null && await cases.Open(caseId) is { } file && await IsOf(session, file);

    public async Task<bool> IsOf(DeskSession session, CaseFile file) =>
        file.Service.Sanction is not null && await directory.Post(session.PostId) is { } post
            && post.OfficeId == file.Case.OfficeId && post.Designation == file.Terms.Officers.Designated;
}
