using EkDwar.Foundation.Languages;
using EkDwar.People;

namespace EkDwar.Processing.SecondQueries;

/// <summary>The second queries that wait for this post's leave.</summary>
public sealed class SecondQueriesPage(ReadSecondQueries read) : DeskPage
{
    public IReadOnlyList<SecondQueryLine> Lines { get; private set; } = [];

    /// <summary>What was just done, or why nothing was.</summary>
    public string? Done { get; private set; }
    public bool IsOver { get; private set; }

    public async Task OnGet()
    {
        if (JustDone() is (("allowed" or "refused" or "over") and var act, var reference)) (Done, IsOver) = (T("processing.second.done_" + act, ("reference", reference)), act == "over");
        Lines = await read.Run(Session);
    }

    public string When(DateTime at) => DayPart.At(at, Language);
}
