using EkDwar.Catalogue.Texting;
using EkDwar.Places;

namespace EkDwar.Notifying.Sms;

/// <summary>A gateway as a state uses it: whose words, which account. The secrets stand in the settings alone.</summary>
public sealed record SmsPlace(string State, string Gateway, TextRegister Register)
{
    public string Url { get; init; } = "";
    public string User { get; init; } = "";
    public string Password { get; init; } = "";

    /// <summary>C-DAC's secure key, or MSG91's authkey.</summary>
    public string Key { get; init; } = "";

    /// <summary>What a gateway proves itself with when it reports or brings a message; empty for none, and then nothing it says is heard.</summary>
    public string Secret { get; init; } = "";

    /// <summary>What the gateway calls the number and the words of a message somebody sent us.</summary>
    public string InboundFrom { get; init; } = "mobile";
    public string InboundText { get; init; } = "message";

    // A record says all it holds; the secrets are said to nobody.
    public override string ToString() => $"{Gateway} of {State}";
}

/// <summary>
/// Which gateways carry a state's messages, in their order: those of its sms.yaml, or of <c>Sms:{state}:Order</c>, whose
/// account is in the settings (<c>Sms:{state}:{gateway}:User</c>, or <c>Sms:{gateway}:User</c> for every state).
/// </summary>
public sealed class SmsPlaces(TextRegisters registers, IReadOnlyDictionary<string, StateProfile> states, IConfiguration configuration)
{
    static readonly Dictionary<string, string> Addresses = new()
    {
        ["cdac"] = "https://msdgweb.mgov.gov.in/esms/", ["nic"] = "https://smsgw.sms.gov.in/failsafe/", ["msg91"] = "https://control.msg91.com/api/v5/",
    };

    /// <summary>Whose gateways carry what is about no state: <c>Sms:Home</c>, or the first state that has had texts registered.</summary>
    public string Home => configuration["Sms:Home"] ?? states.Values.Where(state => registers.Of(state.Code) is not null)
        .OrderBy(state => state.Order).ThenBy(state => state.Code, StringComparer.Ordinal).FirstOrDefault()?.Code ?? "";

    public IReadOnlyList<SmsPlace> Of(string state)
    {
        if (state.Length == 0) state = Home;
        if (registers.Of(state) is not { } register) return [];
        var order = configuration[$"Sms:{state}:Order"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [.. register.Gateways];
        return [.. order.Select(gateway => Place(state, gateway, register)).OfType<SmsPlace>()];
    }

    /// <summary>Null where this gateway carries nothing of the state.</summary>
    public SmsPlace? Of(string state, string gateway) => Of(state).FirstOrDefault(place => place.Gateway == gateway);

    /// <summary>The gateway's place among those that carry a message.</summary>
    public int? Rank(Outgoing message, string gateway) => Of(message.State).Index().Where(one => one.Item.Gateway == gateway).Select(one => (int?)one.Index).FirstOrDefault();

    SmsPlace? Place(string state, string gateway, TextRegister register)
    {
        if (!Addresses.TryGetValue(gateway, out var address)) return null;
        var place = new SmsPlace(state, gateway, register)
        {
            Url = Setting("Url") is { Length: > 0 } url ? url : address, User = Setting("User"), Password = Setting("Password"), Key = Setting("Key"), Secret = Setting("Secret"),
            InboundFrom = Setting("InboundFrom") is { Length: > 0 } from ? from : "mobile", InboundText = Setting("InboundText") is { Length: > 0 } text ? text : "message",
        };
        var isWhole = gateway switch { "cdac" => place.User != "" && place.Password != "" && place.Key != "", "nic" => place.User != "" && place.Password != "", _ => place.Key != "" };
        return isWhole ? place : null;

        string Setting(string name) => configuration[$"Sms:{state}:{gateway}:{name}"] ?? configuration[$"Sms:{gateway}:{name}"] ?? "";
    }
}
