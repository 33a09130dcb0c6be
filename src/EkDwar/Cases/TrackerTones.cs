using EkDwar.Design;

namespace EkDwar.Cases;

/// <summary>How a status looks to a citizen; the words always stand beside it.</summary>
public static class TrackerTones
{
    public static Tone Of(CaseStatus status) => status switch
    {
        CaseStatus.AwaitingPapers or CaseStatus.AwaitingCitizen => Tone.Wait,
        CaseStatus.Granted => Tone.Ok,
        CaseStatus.Refused => Tone.Off,
        _ => Tone.Due,
    };
}
