using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace EkDwar.Foundation.Web;

/// <summary>From which network what is being done was asked for, and how many one-time codes that network may ask for in an hour. Outside a request: from none.</summary>
public sealed class Caller(IHttpContextAccessor requests, IOptions<WebLimits> limits)
{
    /// <summary>Null when nothing is limited by it.</summary>
    public string? Network => requests.HttpContext is { } request ? Web.Network.Of(request) : null;

    public int CodesAnHour => requests.HttpContext?.Connection.RemoteIpAddress is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? limits.Value.CodesAnHourOfIPv6 : limits.Value.CodesAnHour;
}
