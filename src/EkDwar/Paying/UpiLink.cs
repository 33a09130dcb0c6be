using System.Globalization;

namespace EkDwar.Paying;

/// <summary>
/// The address a UPI app opens with payee, amount and reference filled in. That it was paid is learned from the gateway
/// like any other payment, never from the app.
/// </summary>
/// <remarks>UPI Linking Specifications of NPCI: pa payee address, pn payee name, tr reference, am amount in rupees, cu currency, tn note.</remarks>
public static class UpiLink
{
    public static string Of(string address, string name, GatewayOrder order) => string.Create(CultureInfo.InvariantCulture,
        $"upi://pay?pa={Uri.EscapeDataString(address)}&pn={Uri.EscapeDataString(name)}&tr={order.Reference}&tn={Uri.EscapeDataString(order.Description)}&am={order.AmountMinor / 100m:0.00}&cu=INR");
}
