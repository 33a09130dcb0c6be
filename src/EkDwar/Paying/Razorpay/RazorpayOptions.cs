namespace EkDwar.Paying.Razorpay;

/// <summary>The configuration <c>Paying:Razorpay</c>, given by the environment (<c>Paying__Razorpay__KeyId</c> and so on) and never kept in a file of the product.</summary>
public sealed class RazorpayOptions
{
    public string BaseUrl { get; set; } = "https://api.razorpay.com/";
    public string KeyId { get; set; } = "";
    public string KeySecret { get; set; } = "";

    /// <summary>Of the call-backs; another than the key's.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>Whether the account makes QR codes for UPI apps, which has to be asked of the gateway.</summary>
    public bool QrCodes { get; set; }

    public bool IsWhole => BaseUrl.Length > 0 && KeyId.Length > 0 && KeySecret.Length > 0 && WebhookSecret.Length > 0;
}
