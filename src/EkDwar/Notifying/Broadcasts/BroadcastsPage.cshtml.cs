using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>The broadcasts of an office and of those below it, for whoever looks after it: what waits for her answer, and all others.</summary>
public sealed class BroadcastsPage(ReadBroadcasts read, TimeProvider time) : BroadcastView(time)
{
    public bool IsHers { get; private set; }
    public IReadOnlyList<BroadcastLine> Waiting { get; private set; } = [];
    public IReadOnlyList<BroadcastLine> Others { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await read.Run(Session) is not var (waiting, others)) return Again(StatusCodes.Status403Forbidden);
        (IsHers, Waiting, Others) = (true, waiting, others);
        return Page();
    }
}
