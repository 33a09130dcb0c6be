using EkDwar.Foundation.Time;
using EkDwar.Places;

namespace EkDwar.Cases;

/// <summary>Lets a complete case begin: it comes to its first desk, and the change that starts its clock is given back to be recorded.</summary>
public sealed class CaseStart(PostDirectory directory, CaseClock clock)
{
    public async Task<Change> Begin(CaseFile file, DateTime now)
    {
        var stage = file.FirstStage;
        var post = await directory.At(file.Case.OfficeId, stage.Post) ?? throw new InvalidOperationException("the office lost its first post");
        file.PlaceAt(stage, post, now);
        return await clock.Start(file, StateTime.Day(now));
    }
}
