using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Secrets;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Visits;

/// <summary>
/// Makes and opens the links of field visits. It asks nothing about who may. A token is made of the visit's id under the
/// house's key: 132 bits that nobody guesses, and that no table has.
/// </summary>
public sealed class FieldVisits(EkDwarDb db, CaseFiles cases, KeyedHash hash, Settings settings, IReadOnlyDictionary<string, StateProfile> states)
{
    /// <summary>The outbox's word for the message with the link.</summary>
    public const string AskVisitor = "ask_visitor";

    const int TokenLength = 22;

    public string HashOf(Guid visitId) => HashOf(TokenOf(visitId));

    /// <summary>The visit of a link's token; null where there is none, or its case was erased.</summary>
    public async Task<OpenVisit?> Find(string? token)
    {
        if (token is not { Length: TokenLength }) return null;
        var tokenHash = HashOf(token);
        var visit = await db.Set<FieldVisit>().FirstOrDefaultAsync(visit => visit.TokenHash == tokenHash);
        return visit is not null && await cases.Open(visit.CaseId) is { } file ? new(visit, file) : null;
    }

    /// <summary>One visit of a case, by number; null where there is none.</summary>
    public async Task<OpenVisit?> Of(CaseReference reference, int seq) => await cases.Open(reference.CaseId) is { } file && file.Case.Reference == reference ? await Of(file, seq) : null;

    public async Task<OpenVisit?> Of(CaseFile file, int seq)
    {
        var caseId = file.Case.CaseId;
        return await db.Set<FieldVisit>().FirstOrDefaultAsync(visit => visit.CaseId == caseId && visit.Seq == seq) is { } visit ? new(visit, file) : null;
    }

    /// <summary>All visits that were asked for a case, the newest first.</summary>
    public async Task<IReadOnlyList<OpenVisit>> Of(CaseFile file)
    {
        var caseId = file.Case.CaseId;
        var visits = await db.Set<FieldVisit>().Where(visit => visit.CaseId == caseId).OrderByDescending(visit => visit.Seq).ToListAsync();
        return visits.ConvertAll(visit => new OpenVisit(visit, file));
    }

    /// <summary>The state's own language, in which the message and the page are.</summary>
    public LanguageCode LanguageOf(OpenVisit visit) => LanguageCode.Parse(states[visit.File.Case.State].Language);

    public string LinkOf(OpenVisit visit) => $"{settings.PublicUrl}/{visit.File.Case.State}/{LanguageOf(visit)}/visit/{TokenOf(visit.Visit.VisitId)}";

    string TokenOf(Guid visitId) => hash.Of("field-visit", visitId.ToString("N"))[..TokenLength];

    string HashOf(string token) => hash.Of("field-visit-token", token);
}
