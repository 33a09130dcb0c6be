using EkDwar.Cases;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.Office;

/// <summary>A payment that does not match: what came, what was asked for, what is due; and what becomes of it.</summary>
public sealed class JudgePage(MoneyDesk desk, EkDwarDb db) : MoneyDeskPage(desk)
{
    PaymentReference reference;

    public Payment Payment { get; private set; } = null!;
    public IReadOnlyList<Choice> Verdicts => [.. JudgePayment.Open(Opened, Payment).Select(verdict => new Choice($"{verdict}", T("paying.verdict." + verdict)))];
    public string Address => Desk("payments/" + reference);

    /// <summary>What came, in its own currency; null when nobody knows of any.</summary>
    public string? Taken => Payment.TakenMinor is not { } minor ? null
        : Payment.TakenCurrency == Settlement.Rupee ? Foundation.Languages.IndianNumber.Rupees(minor) : $"{Payment.TakenCurrency} {minor / 100m:0.00}";

    protected override Task<bool> May(MoneyPosts posts, CaseFile file) => posts.MayJudge(Session, file);

    protected override async Task Fill() => Payment = (await db.PaymentOf(reference))!;

    public async Task<IActionResult> OnGet(string payment) => await Find(payment) ?? Page();

    public async Task<IActionResult> OnPostAsk(string payment, [FromServices] AskGateway ask)
    {
        if (await Find(payment) is { } answer) return answer;
        await ask.About(reference);
        return SeeOther(Address);
    }

    public async Task<IActionResult> OnPostJudge(string payment, string? version, string? verdict, string? words, [FromServices] JudgePayment judge)
    {
        if (!PaymentReference.TryParse(payment, out reference) || await db.PaymentOf(reference) is null) return NoSuchCase();
        return await After("judged", reference.Case, await judge.Run(Session, reference, Seen(version), Enum.TryParse<Verdict>(verdict, out var chosen) ? chosen : null, words));
    }

    async Task<IActionResult?> Find(string payment)
    {
        if (!PaymentReference.TryParse(payment, out reference) || await db.PaymentOf(reference) is null) return NoSuchCase();
        return await Open(reference.Case);
    }
}
