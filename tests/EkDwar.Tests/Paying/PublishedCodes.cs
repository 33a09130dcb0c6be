namespace EkDwar.Tests.Paying;

/// <summary>QR codes for UPI apps, orders and refunds as the gateway publishes them, with its own made-up people.</summary>
static class PublishedCodes
{
    /// <summary>https://razorpay.com/docs/api/qr-codes/image-content/create/ and https://github.com/razorpay/razorpay-node/blob/master/documents/qrcode.md.</summary>
    public const string Asked = """
        {"type": "upi_qr", "name": "Store_1", "usage": "single_use", "fixed_amount": true, "payment_amount": 300, "description": "For Store 1",
         "customer_id": "cust_HKsR5se84c5LTO", "close_by": 1681615838, "notes": {"purpose": "Test UPI QR code notes"}}
        """;

    /// <summary>A day on which it was still to be closed.</summary>
    public static readonly DateTimeOffset AskedAt = new(2023, 4, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What answers it where the account has image content. Its link asks for ₹100 and the code for ₹3: in the publication, not by us.</summary>
    public const string Made = """
        {"id": "qr_HMsVL8HOpbMcjU", "entity": "qr_code", "created_at": 1623660301, "name": "Store_1", "usage": "single_use", "type": "upi_qr", "image_url": "https://rzp.io/i/BWcUVrLp",
         "image_content": "upi://pay?pa=qmart.razorpay@hdfcbank&pn=TestAccount&tr=RZPGT5viB4WHeoUuuqrv2&tn=TestAccountRaftarSoft&am=100&cu=INR&mc=5411",
         "payment_amount": 300, "status": "active", "description": "For Store 1", "fixed_amount": true, "payments_amount_received": 0, "payments_count_received": 0,
         "notes": {"purpose": "Test UPI QR Code notes"}, "customer_id": "cust_HKsR5se84c5LTO", "close_by": 1681615838}
        """;

    /// <summary>The same, closed: https://razorpay.com/docs/api/qr-codes/close/.</summary>
    public const string Closed = """
        {"id": "qr_HMsVL8HOpbMcjU", "entity": "qr_code", "created_at": 1623660301, "name": "Store_1", "usage": "single_use", "type": "upi_qr", "image_url": "https://rzp.io/i/BWcUVrLp",
         "payment_amount": 300, "status": "closed", "description": "For Store 1", "fixed_amount": true, "payments_amount_received": 0, "payments_count_received": 0,
         "notes": {"purpose": "Test UPI QR code notes"}, "customer_id": "cust_HKsR5se84c5LTO", "close_by": 1681615838, "closed_at": 1623660445, "close_reason": "on_demand"}
        """;

    /// <summary>What was paid by a code: https://razorpay.com/docs/api/qr-codes/fetch-payments/.</summary>
    public const string Payments = """
        {"entity": "collection", "count": 1, "items": [{"id": "pay_HMtDKn3TnF4D8x", "entity": "payment", "amount": 500, "currency": "INR", "status": "captured", "order_id": null,
         "invoice_id": null, "international": false, "method": "upi", "amount_refunded": 0, "refund_status": null, "captured": true, "description": "QRv2 Payment", "card_id": null,
         "bank": null, "wallet": null, "vpa": "gauri.kumari@okhdfcbank", "email": "gauri.kumari@example.com", "contact": "+919999999999", "notes": [], "fee": 0, "tax": 0,
         "error_code": null, "error_description": null, "error_source": null, "error_step": null, "error_reason": null, "acquirer_data": {"rrn": "116514257019"}, "created_at": 1623662800}]}
        """;

    /// <summary>A call-back about a code that was paid: https://razorpay.com/docs/payments/qr-codes/subscribe-to-webhooks/.</summary>
    public const string Credited = """
        {"entity": "event", "account_id": "acc_CJoeHMNpi0nC7k", "event": "qr_code.credited", "contains": ["payment", "qr_code"],
         "payload": {
           "payment": {"entity": {"id": "pay_HO2fEpc9JeOQU5", "entity": "payment", "amount": 200, "currency": "INR", "status": "captured", "order_id": null, "invoice_id": null,
             "international": false, "method": "upi", "amount_refunded": 0, "refund_status": null, "captured": true, "description": "QRv2 Payment", "card_id": null, "bank": null,
             "wallet": null, "vpa": "gauri.kumar@okhdfcbank", "email": "gauri.kumari@example.com", "contact": "+919999999999", "notes": {"Branch": "Bangalore - Rajaji Nagar"},
             "fee": 0, "tax": 0, "error_code": null, "error_description": null, "error_source": null, "error_step": null, "error_reason": null,
             "acquirer_data": {"rrn": "116812981837"}, "created_at": 1623914419}},
           "qr_code": {"entity": {"id": "qr_HO2e0813YlchUn", "entity": "qr_code", "created_at": 1623914349, "name": "Acme Groceries", "usage": "multiple_use", "type": "upi_qr",
             "image_url": "https://rzp.io/i/X6QM7LL", "payment_amount": null, "status": "active", "description": "Buy fresh groceries", "fixed_amount": false,
             "payments_amount_received": 0, "payments_count_received": 0, "notes": {"Branch": "Bangalore - Rajaji Nagar"}, "customer_id": "cust_HKsR5se84c5LTO",
             "close_by": 1625077799, "closed_at": null, "close_reason": null}}},
         "created_at": 1623914419}
        """;

    /// <summary>The same call-back, with a reference of ours in the code's notes.</summary>
    public static string CreditedFor(string reference) => Credited.Replace("\"Branch\": \"Bangalore - Rajaji Nagar\"", $"\"reference\": \"{reference}\"");

    /// <summary>A payment link that was paid, and names its order: https://razorpay.com/docs/api/payments/payment-links/fetch-id-standard/.</summary>
    public const string PaidLink = """
        {"accept_partial": true, "amount": 10000, "amount_paid": 10000, "cancelled_at": 0, "created_at": 1661852539, "currency": "INR", "customer": [], "description": "Grocery", "expire_by": 0,
         "expired_at": 0, "first_min_partial_amount": 100, "id": "plink_KBnb7I424Rc1R9", "notes": null, "notify": {"email": false, "sms": false}, "order_id": "order_KBneAVhT2zbzsU",
         "payments": [{"amount": 10000, "created_at": 1661852741, "method": "netbanking", "payment_id": "pay_KBnebtRrhTEatJ", "status": "captured"}], "reference_id": "111",
         "reminder_enable": false, "reminders": [], "short_url": "https://rzp.io/i/alaBxs0i", "status": "paid", "updated_at": 1661852741, "upi_link": false, "user_id": "HD1JAKCCPGDfRx"}
        """;

    /// <summary>What was paid on an order, the payment that was captured of two: https://razorpay.com/docs/api/orders/fetch-payments/.</summary>
    public const string OrderPayments = """
        {"entity": "collection", "count": 1, "items": [{"id": "pay_N8FVRD1DzYzBh1", "entity": "payment", "amount": 100, "currency": "INR", "status": "captured",
         "order_id": "order_N8FRN5zTm5S3wx", "invoice_id": null, "international": false, "method": "upi", "amount_refunded": 0, "refund_status": null, "captured": true, "description": null,
         "card_id": null, "bank": null, "wallet": null, "vpa": "success@razorpay", "email": "void@razorpay.com", "contact": "+919999999999", "notes": {}, "fee": 2, "tax": 0,
         "error_code": null, "error_description": null, "error_source": null, "error_step": null, "error_reason": null, "acquirer_data": {"rrn": "106014893332"}, "created_at": 1701688717}]}
        """;

    /// <summary>The order in a call-back about a payment link: https://razorpay.com/docs/webhooks/payloads/payment-links/.</summary>
    public const string Order = """
        {"amount": 10000, "amount_due": 0, "amount_paid": 10000, "attempts": 1, "created_at": 1596890282, "currency": "INR", "entity": "order", "id": "order_FOGs9Hz3ZaAjsm",
         "notes": {"Policy Name": "Jeevan Saral"}, "offer_id": null, "receipt": "242324", "status": "paid"}
        """;

    /// <summary>A call-back about a refund: https://razorpay.com/docs/webhooks/refunds/, shortened to what it says of the refund.</summary>
    public const string Refund = """
        {"entity": "event", "account_id": "acc_E7OQJcEANmBHTC", "event": "refund.created", "contains": ["refund", "payment"],
         "payload": {"refund": {"entity": {"id": "rfnd_FS8TWyPrCsa0OB", "entity": "refund", "amount": 50000, "currency": "INR", "payment_id": "pay_FPoJKWQQ8lK13n",
           "notes": {"comment": "Customer Notes for Webhooks."}, "receipt": null, "acquirer_data": {"arn": null}, "created_at": 1597734071, "batch_id": null, "status": "processed",
           "speed_processed": "normal", "speed_requested": "optimum"}}}}
        """;
}
