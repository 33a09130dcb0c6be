using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Delivering.Instalments;

/// <summary>An instalment as its post reads it, and whether it may note now that it was paid.</summary>
public sealed record SeenInstalment(OpenInstalment Open, InstalmentLine Line, bool IsPayable);

/// <summary>Use case: a post whose it is looks at an instalment; that it did is recorded before anything is shown.</summary>
public sealed class LookAtInstalment(EkDwarDb db, InstalmentDesk desk, Timeline timeline, TimeProvider time)
{
    public async Task<SeenInstalment?> Run(DeskSession session, CaseReference reference, int seq, LanguageCode language)
    {
        if (await desk.Open(session, reference.CaseId, seq) is not { } open || open.File.Case.Reference != reference) return null;
        db.Add(new Look
        {
            CaseId = reference.CaseId, LookId = Guid.CreateVersion7(), At = time.UtcNow(), OfficialId = session.OfficialId, PostId = session.PostId, What = "instalment", Reason = "instalment",
        });
        await db.Save();
        var line = InstalmentLine.Of(open.File, [open.Part], await timeline.Of(open.File), (language, time.Today()))[0];
        return new(open, line, open.MayPay && open.Part.IsPayable(time.Today()));
    }
}
