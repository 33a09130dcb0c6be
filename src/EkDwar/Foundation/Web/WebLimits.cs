namespace EkDwar.Foundation.Web;

/// <summary>
/// Under <c>Web</c> in the configuration: which proxies stand before the house, and how much one network may ask. Whole villages
/// share one address of a mobile carrier, so an address of IPv4 is allowed much more than a block of IPv6.
/// </summary>
public sealed class WebLimits
{
    /// <summary>Addresses, or networks such as 10.2.0.0/16, whose word on whom they ask for (X-Forwarded-For) is believed; nobody else's is.</summary>
    public IList<string> Proxies { get; } = [];

    /// <summary>Requests a minute, of everything.</summary>
    public int RequestsAMinute { get; set; } = 3_000;

    /// <summary>One-time codes an hour.</summary>
    public int CodesAnHour { get; set; } = 600;

    /// <summary>The same from a block of IPv6, which is one house or one office.</summary>
    public int CodesAnHourOfIPv6 { get; set; } = 60;
}
