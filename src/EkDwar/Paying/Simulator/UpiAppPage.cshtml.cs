using EkDwar.Design;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.Simulator;

/// <summary>Where a UPI app would read the gateway's QR code: pays by it, and has the house called back, or does not. An app leads nobody back to a browser.</summary>
[DevelopmentOnly]
public sealed class UpiAppPage(GatewaySimulator simulator, TimeProvider time) : EkPage
{
    public SimulatedCode Code { get; private set; } = null!;
    public bool IsOpen => Code.IsOpen(time.GetUtcNow());

    /// <summary>Whether it was paid just now.</summary>
    public bool IsPaid { get; private set; }

    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    /// <param name="id">Of the code.</param>
    /// <param name="way">paid; silent: paid, and the call-back is lost.</param>
    public async Task<IActionResult> OnPost(string id, string? way)
    {
        if (!Find(id)) return NotFound();
        if (way is not ("paid" or "silent") || !IsOpen) return Page();
        var told = simulator.Scan(Code);
        if (way == "paid") await simulator.CallBack(told);
        IsPaid = true;
        return Page();
    }

    bool Find(string id)
    {
        if (simulator.Code(id) is not { } code) return false;
        Code = code;
        return true;
    }
}
