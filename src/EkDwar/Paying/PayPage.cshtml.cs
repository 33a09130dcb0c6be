using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying;

/// <summary>
/// What is to be paid, by heads; a way to pay it; and where that stands, as the gateway told the house. Whoever comes back
/// from the gateway's page lands here and is shown that, whatever her browser brings along.
/// </summary>
public sealed class PayPage(EkDwarDb db, TrackCase track, IGateway gateway) : CitizenPage
{
    public CaseFile Opened { get; private set; } = null!;

    /// <summary>The newest attempt on the gateway's page; null when she has not begun, or the fee was another then.</summary>
    public Payment? Payment { get; private set; }

    /// <summary>The newest attempt by the gateway's code for UPI apps, likewise.</summary>
    public Payment? Code { get; private set; }

    /// <summary>Whether a person has to say first what became of a payment.</summary>
    public bool IsInDoubt { get; private set; }

    public bool HasPage => Payment is { Status: PaymentStatus.Pending };
    public bool HasCode => Code is { Status: PaymentStatus.Pending };

    /// <summary>Whether what she began last ended without a payment.</summary>
    public bool HasFailed => !HasPage && !HasCode && (Payment is { Status: PaymentStatus.Failed } || Code is { Status: PaymentStatus.Failed });

    /// <summary>Until when the code can be paid.</summary>
    public string CodeUntil => DayPart.At(Code!.BegunAt + Timetable.OpenFor, Language);

    public bool OffersCodes => gateway.OffersCodes;
    public bool IsOffered => gateway.IsOffered;
    public bool IsBack { get; private set; }
    public string Address => At($"cases/{Opened.Case.Reference}/pay");

    public async Task<IActionResult> OnGet(string reference, string? returned)
    {
        if (await Open(reference) is { } elsewhere) return elsewhere;
        IsBack = returned is not null;
        return Page();
    }

    public Task<IActionResult> OnPostStart(string reference, [FromServices] StartPayment start) => Start(reference, start, PaymentMeans.Online);

    /// <summary>By a UPI app: the code is shown here.</summary>
    public Task<IActionResult> OnPostUpi(string reference, [FromServices] StartPayment start) => Start(reference, start, PaymentMeans.Upi);

    public async Task<IActionResult> OnPostCheck(string reference, [FromServices] AskGateway ask)
    {
        if (await Open(reference) is { } elsewhere) return elsewhere;
        foreach (var attempt in await db.NewestAttempts(Opened.Case.CaseId))
        {
            db.ChangeTracker.Clear();
            await ask.About(new(Opened.Case.Reference, attempt.Seq));
        }
        return Redirect(Address + "?returned=yes");
    }

    async Task<IActionResult> Start(string reference, StartPayment start, PaymentMeans means)
    {
        if (await Open(reference) is { } elsewhere) return elsewhere;
        var begun = await start.Run(Opened, Language, means);
        if (begun.IsDone) return Redirect(Address);
        Refuse(begun.Refusals);
        return Page();
    }

    /// <summary>Null when there is something to pay here; paid, its receipt says so.</summary>
    async Task<IActionResult?> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(Session, parsed) is not { } file || !file.Fee.IsPaidOnline) return NotFound();
        if (!file.OwesFee) return Redirect(At(file.Case.FeePaidAt is null ? $"cases/{parsed}" : $"cases/{parsed}/receipt"));
        Opened = file;
        var (newest, owed) = (await db.NewestAttempts(parsed.CaseId), file.Fee.TotalMinor);
        IsInDoubt = newest.InDoubt(owed) is not null;
        // Begun before the fee was assessed anew: as if she had not.
        Payment = newest.Find(payment => payment.Means == PaymentMeans.Online && payment.AmountMinor == owed);
        Code = newest.Find(payment => payment.Means == PaymentMeans.Upi && payment.AmountMinor == owed);
        return null;
    }
}
