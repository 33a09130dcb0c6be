using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying;

/// <summary>
/// What is to be paid, by heads; a way to pay it; and where that stands, as the gateway told the house. Whoever comes back
/// from the gateway's page lands here and is shown that, whatever her browser brings along.
/// </summary>
public sealed class PayPage(EkDwarDb db, TrackCase track, IGateway gateway, Settings settings) : CitizenPage
{
    public CaseFile Opened { get; private set; } = null!;

    /// <summary>The newest attempt; null when she has not begun.</summary>
    public Payment? Payment { get; private set; }
    public bool IsOffered => gateway.IsOffered;
    public bool IsBack { get; private set; }
    public string? Upi { get; private set; }
    public string Address => At($"cases/{Opened.Case.Reference}/pay");

    public async Task<IActionResult> OnGet(string reference, string? returned)
    {
        if (await Open(reference) is { } elsewhere) return elsewhere;
        IsBack = returned is not null;
        return Page();
    }

    public async Task<IActionResult> OnPostStart(string reference, [FromServices] StartPayment start)
    {
        if (await Open(reference) is { } elsewhere) return elsewhere;
        var begun = await start.Run(Opened, Language);
        if (begun.IsDone) return Redirect(Address);
        Refuse(begun.Refusals);
        return Page();
    }

    public async Task<IActionResult> OnPostCheck(string reference, [FromServices] AskGateway ask)
    {
        if (await Open(reference) is { } elsewhere) return elsewhere;
        if (Payment is not null) await ask.About(new(Opened.Case.Reference, Payment.Seq));
        return Redirect(Address + "?returned=yes");
    }

    /// <summary>Null when there is something to pay here; paid, its receipt says so.</summary>
    async Task<IActionResult?> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(Session, parsed) is not { } file || !file.Fee.IsPaidOnline) return NotFound();
        if (!file.OwesFee) return Redirect(At(file.Case.FeePaidAt is null ? $"cases/{parsed}" : $"cases/{parsed}/receipt"));
        Opened = file;
        Payment = await db.LastPayment(parsed.CaseId);
        // Begun before the fee was assessed anew: as if she had not.
        if (Payment is { Status: not PaymentStatus.Unknown } && Payment.AmountMinor != file.Fee.TotalMinor) Payment = null;
        if (Payment is { Status: PaymentStatus.Pending }) Upi = gateway.UpiLink(StartPayment.OrderOf(file, Payment, settings, Language));
        return null;
    }
}
