using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Delivering.Instalments;

/// <summary>An instalment as its post reads it, and whether it may note now that it was paid.</summary>
public sealed record SeenInstalment(OpenInstalment Open, InstalmentLine Line, bool IsPayable);

/// <summary>Use case: a post whose it is looks at an instalment; that it did is recorded before anything is shown.</summary>
public sealed class LookAtInstalment(InstalmentDesk desk, Timeline timeline, LookBook looks, TimeProvider time)
{
    public async Task<SeenInstalment?> Run(DeskSession session, CaseReference reference, int seq, LanguageCode language)
    {
        if (await desk.Open(session, reference.CaseId, seq) is not { } open || open.File.Case.Reference != reference) return null;
        await looks.Write(session, open.File.Case, "instalment", "instalment");
        var line = InstalmentLine.Of(open.File, [open.Part], await timeline.Of(open.File), (language, time.Today()))[0];
        return new(open, line, open.MayPay && open.Part.IsPayable(time.Today()));
    }
}
