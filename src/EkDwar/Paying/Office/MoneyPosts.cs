using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Paying.Office;

/// <summary>Which post may do what about the money of a case: take it, look into it, set a refusal aside. Always a post of the office that has the case, whoever holds it now.</summary>
public sealed class MoneyPosts(PostDirectory directory, PublishedServices services)
{
    /// <summary>Whether this post takes fees by hand; nobody does where the service names no cashier.</summary>
    public Task<bool> MayTake(DeskSession session, CaseFile file) => Is(session, file, file.Service.Fee.Cashier);

    /// <summary>Whether payments that do not match are this post's to look into: the cashier's, or the designated officer's where there is none.</summary>
    public Task<bool> MayJudge(DeskSession session, CaseFile file) => Is(session, file, file.Service.Fee.Cashier is { Length: > 0 } cashier ? cashier : file.Terms.Officers.Designated);

    /// <summary>Whether this post hears the first appeal against what was decided in this case.</summary>
    public Task<bool> IsFirstAppellate(DeskSession session, CaseFile file) => Is(session, file, file.Terms.Officers.FirstAppellate);

    /// <summary>Whether some service of the state has its fee taken by a post of this kind.</summary>
    public async Task<bool> IsCashier(DeskSession session)
    {
        var post = await directory.Post(session.PostId);
        var office = await directory.Office(post.OfficeId);
        return (await services.Current(office.State)).Any(service => service.Fee.Cashier == post.Designation);
    }

    async Task<bool> Is(DeskSession session, CaseFile file, string designation) =>
        designation.Length > 0 && (await directory.Alike(file.Case.OfficeId, designation)).Any(post => !post.IsShared && post.PostId == session.PostId);
}
