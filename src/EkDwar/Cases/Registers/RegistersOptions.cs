namespace EkDwar.Cases.Registers;

/// <summary>Where a register answers, and the key it knows this installation by.</summary>
public sealed class RegisterPlace
{
    public string BaseUrl { get; set; } = "";
    public string Key { get; set; } = "";

    public bool IsWhole => Key.Length > 0 && Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http";
}

/// <summary>
/// The configuration <c>Registers</c>, given by the environment (<c>Registers__mh_land_records__BaseUrl</c> and
/// <c>…__Key</c>) and never kept in a file of the product.
/// </summary>
public sealed class RegistersOptions
{
    public Dictionary<string, RegisterPlace> Known { get; } = [];

    /// <summary>For registers nobody configured; in Development the emulator.</summary>
    public Func<string, RegisterPlace>? StandIn { get; set; }

    public RegisterPlace? Of(string register) => Known.TryGetValue(register, out var place) && place.IsWhole ? place : StandIn?.Invoke(register);
}
