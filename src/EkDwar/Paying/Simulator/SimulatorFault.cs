using System.Text.Json.Nodes;

namespace EkDwar.Paying.Simulator;

/// <summary>A request the simulator refuses, told in the gateway's published form of an error.</summary>
/// <remarks>https://razorpay.com/docs/errors/</remarks>
public sealed record SimulatorFault(string Description, string? Field = null, string Reason = "input_validation_failed")
{
    public JsonObject ToJson()
    {
        var error = new JsonObject
        {
            ["code"] = "BAD_REQUEST_ERROR", ["description"] = Description, ["source"] = "business", ["step"] = "payment_initiation",
            ["reason"] = Reason, ["metadata"] = new JsonObject(),
        };
        if (Field is not null) error["field"] = Field;
        return new() { ["error"] = error };
    }
}
