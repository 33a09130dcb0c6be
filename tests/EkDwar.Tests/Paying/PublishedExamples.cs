namespace EkDwar.Tests.Paying;

/// <summary>Requests and answers as the gateway publishes them: what the simulator is held against, and the adapter after it.</summary>
static class PublishedExamples
{
    /// <summary>https://github.com/razorpay/razorpay-node/blob/master/documents/paymentLink.md, request 1.</summary>
    public const string LinkAsked = """
        {"amount": 500, "currency": "INR", "accept_partial": true, "first_min_partial_amount": 100, "expire_by": 1691097057, "reference_id": "TS1989",
         "description": "For XYZ purpose", "customer": {"name": "Gaurav Kumar", "email": "gaurav.kumar@example.com", "contact": "+919999999999"},
         "notify": {"sms": true, "email": true}, "reminder_enable": true, "notes": {"policy_name": "Jeevan Bima"},
         "callback_url": "https://example-callback-url.com/", "callback_method": "get"}
        """;

    /// <summary>The day on which its expiry was still to come.</summary>
    public static readonly DateTimeOffset LinkAskedAt = new(2023, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The entity that answers it: https://razorpay.com/docs/api/payments/payment-links/entity/.</summary>
    public static readonly string[] LinkFields =
    [
        "accept_partial", "amount", "amount_paid", "callback_method", "callback_url", "cancelled_at", "created_at", "currency", "customer", "description", "expire_by",
        "expired_at", "first_min_partial_amount", "id", "notes", "notify", "payments", "reference_id", "reminder_enable", "reminders", "short_url", "status", "updated_at", "user_id",
    ];

    /// <summary>https://github.com/razorpay/razorpay-node/blob/master/documents/refund.md, a normal refund and what answers it.</summary>
    public const string RefundAsked = """{"amount": 500, "speed": "normal", "notes": {"notes_key_1": "Beam me up Scotty.", "notes_key_2": "Engage"}, "receipt": "Receipt No. 31"}""";

    public static readonly string[] RefundFields =
        ["id", "entity", "amount", "receipt", "currency", "payment_id", "notes", "acquirer_data", "created_at", "batch_id", "status", "speed_processed"];

    /// <summary>A signed call-back with its key and its signature: https://github.com/razorpay/razorpay-python/tree/master/tests.</summary>
    public const string CallBackKey = "key_secret", CallBackSignature = "d60e67fd884556c045e9be7dad57903e33efc7172c17c6e3ef77db42d2b366e9";

    public const string CallBack = """
        {
          "event": "payment.authorized",
          "entity": "event",
          "contains": [
            "payment"
          ],
          "payload": {
            "payment": {
              "entity": {
                "id": "pay_6koWN7bvxujzxM",
                "entity": "payment",
                "amount": 1000000,
                "currency": "INR",
                "status": "captured",
                "order_id": "order_100000000order",
                "international": false,
                "method": "card",
                "amount_refunded": 0,
                "refund_status": null,
                "captured": true,
                "description": "random description",
                "card_id": "card_6koWNAT6LASUqy",
                "bank": null,
                "wallet": null,
                "vpa": null,
                "email": "a@b.com",
                "contact": "+919999999999",
                "notes": {
                  "merchant_order_id": "random order id"
                },
                "fee": 23000,
                "service_tax": 3000,
                "error_code": null,
                "error_description": null,
                "created_at": 1479978483
              }
            }
          },
          "created_at": 1400826760
        }

        """;

    /// <summary>A payment link paid: https://razorpay.com/docs/webhooks/payloads/payment-links/, shortened to what it says of money, with a reference of ours.</summary>
    public static string LinkPaid(string reference) => """
        {"account_id": "acc_DKoeHMNpi0nC7k", "contains": ["payment", "order", "payment_link"], "created_at": 1596890208, "entity": "event", "event": "payment_link.paid",
         "payload": {
           "order": {"entity": {"amount": 10000, "amount_due": 0, "amount_paid": 10000, "currency": "INR", "id": "order_FOGs9Hz3ZaAjsm", "receipt": "242324", "status": "paid"}},
           "payment": {"entity": {"amount": 10000, "captured": true, "currency": "INR", "id": "pay_FOGsH8uHkF2FbR", "order_id": "order_FOGs9Hz3ZaAjsm", "status": "captured"}},
           "payment_link": {"entity": {"accept_partial": false, "amount": 10000, "amount_paid": 10000, "cancelled_at": 0, "currency": "INR", "id": "plink_FOGqq3O6E5bkml",
             "reference_id": "OURS", "status": "paid"}}}}
        """.Replace("OURS", reference);
}
