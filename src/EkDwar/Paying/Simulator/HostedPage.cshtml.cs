using EkDwar.Design;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.Simulator;

/// <summary>Where the gateway's hosted page would be: pays, or does not, and calls the house back, or does not. It says itself that no money moves.</summary>
[DevelopmentOnly]
public sealed class HostedPage(GatewaySimulator simulator, TimeProvider time) : EkPage
{
    public SimulatedLink Link { get; private set; } = null!;
    public bool IsOpen => Link.StatusAt(time.GetUtcNow()) == "created";

    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    /// <param name="id">Of the link.</param>
    /// <param name="way">paid; silent: paid, and the call-back is lost; closed: gone back without paying.</param>
    public async Task<IActionResult> OnPost(string id, string? way)
    {
        if (!Find(id)) return NotFound();
        if (way is "paid" or "silent" && IsOpen)
        {
            var told = simulator.Take(Link);
            if (way == "paid") await simulator.CallBack(told);
        }
        return Uri.TryCreate(Link.CallbackUrl, UriKind.Absolute, out var back) ? LocalRedirect(back.PathAndQuery) : Page();
    }

    bool Find(string id)
    {
        if (simulator.Link(id) is not { } link) return false;
        Link = link;
        return true;
    }
}
