using EkDwar.Catalogue;
using EkDwar.Design;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Finding;

public sealed class HomePage(FindService find) : EkPage
{
    [FromQuery]
    public string? Q { get; set; }

    public IReadOnlyList<ServiceDefinition> Found { get; private set; } = [];

    public async Task OnGet()
    {
        if (Q?.Length > 200) Q = Q[..200];
        Found = await find.Run(State.Code, Q);
    }
}
