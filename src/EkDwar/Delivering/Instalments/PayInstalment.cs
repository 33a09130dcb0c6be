using System.Globalization;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Delivering.Instalments;

/// <summary>Use case: the post that sanctioned notes that an instalment was paid: on which day, by which number of the bank. Once; of two officers one wins. The house itself pays nobody.</summary>
public sealed class PayInstalment(EkDwarDb db, CaseFiles cases, InstalmentRegister register, InstalmentDesk desk, TimeProvider time)
{
    const int Longest = 30;

    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, int seq, long seenVersion, (DateOnly On, string? BankReference) payment)
    {
        if (await desk.Open(session, caseId, seq) is not { MayPay: true } open) return DeskCases.NotYours;
        var number = Digits.ToAscii(payment.BankReference ?? "").Trim().ToUpperInvariant();
        var act = new DeskAct(session, caseId, seenVersion, "pay", CaseEvent.InstalmentPaid, new()
        {
            Stated = new Dictionary<string, string>
            {
                [InstalmentRegister.Which] = open.Part.RuleIn(open.File.Service).Code, [InstalmentRegister.PaidOn] = payment.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                [InstalmentRegister.BankReference] = number, [InstalmentRegister.Amount] = InstalmentRegister.Rupees(open.Part.AmountMinor),
            },
        });
        return await cases.Settled(act, await Pay(open, act, payment.On, number));
    }

    async Task<Outcome<CaseReference>> Pay(OpenInstalment open, DeskAct act, DateOnly on, string number)
    {
        if (open.File.Case.Version != act.SeenVersion || open.Part.Status == InstalmentStatus.Paid) return Acts.SomebodyElseWasFirst;
        if (!open.Part.IsPayable(time.Today())) return new Refusal("delivering.instalment_not_payable");
        var problems = new List<Refusal>();
        if (on < open.Part.DueOn || on < open.Part.ReturnedOn || on > time.Today()) problems.Add(new("delivering.paid_on_wrong", "paid"));
        if (number.Length is 0 or > Longest || !number.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '/')) problems.Add(new("delivering.bank_reference_wrong", "bank"));
        if (problems.Count > 0) return problems;
        register.Pay(open.File, open.Part, act, on, number, time.UtcNow());
        return await db.SaveAct(open.File.Case);
    }
}
