using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Cases.OwnData;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying;

/// <summary>Of what the house keeps of her: each attempt to pay a fee of hers, how it stands, and what is owed back to her.</summary>
public sealed class OwnPayments(EkDwarDb db) : IOwnData
{
    public async IAsyncEnumerable<OwnRecord> Of(OwnDataOf who)
    {
        var (since, until) = who.Between;
        var paid = await (from payment in db.Set<Payment>().AsNoTracking()
                          join c in db.Set<Case>() on payment.CaseId equals c.CaseId
                          where c.ApplicantId == who.PersonId && c.WrappedKey != null && c.SubmittedAt >= since && c.SubmittedAt < until
                          orderby payment.BegunAt
                          select new { payment, c.State }).ToListAsync();
        if (paid.Count > 0)
            yield return new("payments.json", Texts.Get(who.Language, "paying.own_payments"), new JsonArray([.. paid.Select(one => (JsonNode)Json(one.payment, one.State))]));
        var credits = await db.Set<FeeCredit>().AsNoTracking().Where(credit => credit.PersonId == who.PersonId).ToListAsync();
        if (credits.Count > 0)
            yield return new("owed-back.json", Texts.Get(who.Language, "paying.own_credits"), new JsonArray([.. credits.Select(one => (JsonNode)new JsonObject
            {
                ["reference"] = $"{one.Reference}", ["amount_paise"] = one.AmountMinor, ["order_no"] = one.OrderNo, ["granted_at"] = PlainTime.At(one.GrantedAt),
                ["asked_back_at"] = PlainTime.At(one.RefundAskedAt), ["handed_back_at"] = PlainTime.At(one.ReturnedAt),
            })]));
    }

    static JsonObject Json(Payment payment, string state) => new()
    {
        ["reference"] = $"{CaseReference.Of(state.ToUpperInvariant(), payment.CaseId)}", ["status"] = $"{payment.Status}", ["means"] = $"{payment.Means}", ["amount_paise"] = payment.AmountMinor,
        ["gateway_payment_id"] = payment.GatewayPaymentId, ["gateway_order_id"] = payment.OrderId, ["number"] = payment.InstrumentNo, ["begun_at"] = PlainTime.At(payment.BegunAt), ["ended_at"] = PlainTime.At(payment.EndedAt),
    };
}
