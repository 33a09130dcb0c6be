using EkDwar.Cases;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Paying.SetAside;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.Office;

/// <summary>The fee of one case at the cashier's post: to take, to reverse when it was noted by mistake, or to hand back.</summary>
public sealed class FeeAtOfficePage(MoneyDesk desk, MoneyBook book, EkDwarDb db) : MoneyDeskPage(desk)
{
    public ApplicantName Applicant => ApplicantName.Of(Opened.Service, Opened.Answers, Opened.Case.Language);

    /// <summary>By what the fee is paid; null where it is not.</summary>
    public Payment? Paid { get; private set; }
    public FeeCredit? Credit { get; private set; }
    public bool MayReverse => Paid is { IsAtGateway: false } && !Opened.Case.Status.IsClosed();
    public bool MayHandBack => Credit is { IsByHand: true, RefundAskedAt: not null, ReturnedAt: null };
    public string Address => Desk($"cases/{Opened.Case.Reference}/take");
    public IReadOnlyList<Choice> Means => [.. new[] { PaymentMeans.Cash, PaymentMeans.DemandDraft, PaymentMeans.Challan }.Select(means => new Choice($"{means}", T("paying.means." + means)))];

    protected override Task<bool> May(MoneyPosts posts, CaseFile file) => posts.MayTake(Session, file);

    protected override async Task Fill()
    {
        Paid = await book.PaidWith(Opened.Case.CaseId);
        Credit = await db.FindAsync<FeeCredit>(Opened.Case.CaseId);
    }

    public async Task<IActionResult> OnGet(string reference) => !CaseReference.TryParse(reference, out var parsed) ? NoSuchCase() : await Open(parsed) ?? Page();

    public async Task<IActionResult> OnPostTake(string reference, string? version, string? means, string? number, [FromServices] TakeFee take)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var tender = new Tender(Enum.TryParse<PaymentMeans>(means, out var by) ? by : PaymentMeans.Online, (number ?? "").Trim(), Day("on"));
        return await After("taken", parsed, await take.Run(Session, parsed.CaseId, Seen(version), tender));
    }

    public async Task<IActionResult> OnPostReverse(string reference, string? version, string? words, [FromServices] ReverseFee reverse) =>
        CaseReference.TryParse(reference, out var parsed) ? await After("reversed", parsed, await reverse.Run(Session, parsed.CaseId, Seen(version), words)) : NoSuchCase();

    public async Task<IActionResult> OnPostHandBack(string reference, string? version, string? signed, [FromServices] HandFeeBack handBack) =>
        CaseReference.TryParse(reference, out var parsed) ? await After("handed_back", parsed, await handBack.Run(Session, parsed.CaseId, Seen(version), signed)) : NoSuchCase();
}
