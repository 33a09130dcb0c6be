using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Limits;

/// <summary>
/// What the ledger keeps of a limit that passed: the last day, on whom the default falls, whether the act has the house file the
/// appeal itself, and to whom the applicant may go by the act. It files nothing; whoever hears appeals reads it here.
/// </summary>
/// <param name="DueOn">The last day, which ended without a decision.</param>
/// <param name="Defaults">One for each post that had the case; several where stages act side by side, none where no post can be named.</param>
/// <param name="Act">The id of the act as the state's folder had it then.</param>
public sealed record PassedLimit(DateOnly DueOn, IReadOnlyList<PostDefault> Defaults, string Act)
{
    /// <summary>Whether the act, on the day after the last, had the house file the appeal itself.</summary>
    public bool FilesItself { get; init; }

    /// <summary>law, government order or policy example; and where that can be read. Null where nothing is filed.</summary>
    public string? Basis { get; init; }
    public string? BasisSource { get; init; }

    /// <summary>What the act calls the authority of its first appeal; null where it has none.</summary>
    public LocalText? Authority { get; init; }

    /// <summary>Within how many days that may be appealed to, and whether those are working days; null where the act's file leaves it out.</summary>
    public int? LodgeDays { get; init; }
    public bool LodgeDaysAreWorking { get; init; }

    /// <summary>The latest of a case; null where none has passed.</summary>
    public static async Task<PassedLimit?> Of(EkDwarDb db, CaseFile file)
    {
        const string Kind = nameof(CaseEvent.LimitPassed);
        var entry = await db.Set<LedgerEntry>().AsNoTracking().Where(entry => entry.StreamKind == Ledger.CaseStream && entry.StreamId == file.Case.CaseId && entry.Kind == Kind)
            .OrderByDescending(entry => entry.Seq).FirstOrDefaultAsync();
        return entry is null ? null : LedgerBody.Parse(file.Seal.Open(entry.Body, "ledger", entry.Seq)).Limit;
    }
}

/// <summary>A post that had the case when its last day ended, at which stage (null: on no desk), and who held it on that day, as what; no official where nobody did.</summary>
public sealed record PostDefault(Guid PostId, string? Stage, Guid? OfficialId, Standing As);
