using System.Globalization;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Benefits;

/// <summary>
/// Writes the instalments of a benefit: each move is an entry in the case's ledger, a change of the row and a message to its
/// beneficiary, in one save; the case's version lets one of two officers win. Who may, and whether it may be, is asked before.
/// </summary>
public sealed class InstalmentRegister(EkDwarDb db)
{
    /// <summary>Under which names an entry's body states what was recorded.</summary>
    public const string Which = "instalment", Percent = "percent", Holds = "holds", PaidOn = "paid_on", BankReference = "bank_reference", Amount = "amount", Reason = "reason";

    /// <summary>Why a bank sends a payment back, each the end of the key of its text.</summary>
    public static readonly string[] Reasons = ["account_closed", "account_wrong", "name_differs", "not_linked", "account_frozen", "other"];

    public Task<List<Instalment>> Of(long caseId) => db.Set<Instalment>().Where(one => one.CaseId == caseId).OrderBy(one => one.Seq).ToListAsync();

    /// <summary>Enters what was sanctioned. What stands here is what is paid: the file may say otherwise later.</summary>
    public void Start(CaseFile file, IReadOnlyList<InstalmentDue> parts)
    {
        foreach (var (index, part) in parts.Index())
            db.Add(new Instalment
            {
                CaseId = file.Case.CaseId, Seq = index + 1, OfficeId = file.Case.OfficeId, Status = InstalmentStatus.Open, NeedPost = part.Rule.Needs?.Post ?? "",
                Need = part.Rule.Needs is null ? NeedStatus.None : NeedStatus.Awaited, AmountMinor = part.AmountMinor, DueOn = part.DueOn,
            });
    }

    /// <summary>What the entry of the sanction says of them.</summary>
    public static Dictionary<string, string> Stated(IReadOnlyList<InstalmentDue> parts) =>
        parts.ToDictionary(part => part.Rule.Code, part => $"{Rupees(part.AmountMinor)} {part.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

    public static string Rupees(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    public void RecordNeed(CaseFile file, Instalment part, DeskAct act, bool holds, int? percent, DateTime now)
    {
        (part.Need, part.Percent) = (holds ? NeedStatus.Met : NeedStatus.Missed, percent);
        Move(file, part, act.Kind, act.Actor, act.Body, now);
    }

    public void Pay(CaseFile file, Instalment part, DeskAct act, DateOnly on, string bankReference, DateTime now)
    {
        (part.Status, part.PaidOn, part.BankReference) = (InstalmentStatus.Paid, on, bankReference);
        (part.ReturnedOn, part.ReturnReason) = (null, null);
        Move(file, part, act.Kind, act.Actor, act.Body, now);
    }

    /// <summary>The bank did not pay it out. It is payable again once the account was corrected; of a benefit that was stopped meanwhile, never.</summary>
    public void Return(CaseFile file, Instalment part, DeskAct act, DateOnly on, string reason, bool isStopped, DateTime now)
    {
        (part.Status, part.PaidOn) = (isStopped ? InstalmentStatus.Stopped : InstalmentStatus.Returned, null);
        (part.ReturnedOn, part.ReturnReason) = (on, reason);
        Move(file, part, act.Kind, act.Actor, act.Body, now);
    }

    /// <summary>Another account was given: what the bank sent back is payable again.</summary>
    public void Reopen(CaseFile file, IEnumerable<Instalment> returned, LedgerBody body, DateTime now)
    {
        foreach (var part in returned) part.Status = InstalmentStatus.Open;
        file.Record(CaseEvent.AccountCorrected, now, Actor.Applicant, body, new());
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.AccountCorrected}", now));
    }

    /// <summary>What was not paid yet never is.</summary>
    public async Task Stop(long caseId)
    {
        foreach (var part in await Of(caseId))
            if (part.Status != InstalmentStatus.Paid) part.Status = InstalmentStatus.Stopped;
    }

    void Move(CaseFile file, Instalment part, CaseEvent what, Actor actor, LedgerBody body, DateTime now)
    {
        file.Record(what, now, actor, body, new());
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {what} {part.Seq}", now));
    }
}
