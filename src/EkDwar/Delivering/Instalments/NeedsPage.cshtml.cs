using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Delivering.Instalments;

/// <summary>Which instalments wait for this post to record something, and what.</summary>
public sealed class NeedsPage(ReadAwaitedNeeds read, TimeProvider time) : DeskPage
{
    public IReadOnlyList<AwaitedNeed> Waiting { get; private set; } = [];

    public async Task OnGet() => Waiting = await read.Run(Session);

    public string Standing(AwaitedNeed line) => InstalmentLine.Told(line.Part, line.Part.RuleIn(line.File.Service), Language, time.Today());
}
