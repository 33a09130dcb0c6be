using EkDwar.Foundation.Languages;
using EkDwar.People;

namespace EkDwar.Processing.SecondQueries;

/// <summary>The second queries that wait for this post's leave.</summary>
public sealed class SecondQueriesPage(ReadSecondQueries read) : DeskPage
{
    public IReadOnlyList<SecondQueryLine> Lines { get; private set; } = [];

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    public async Task OnGet()
    {
        if (JustDone() is (("allowed" or "refused") and var act, var reference)) Done = T("processing.second.done_" + act, ("reference", reference));
        Lines = await read.Run(Session);
    }

    public string When(DateTime at) => DayPart.At(at, Language);
}
