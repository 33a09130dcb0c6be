using System.Globalization;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Delivering.Instalments;

/// <summary>What an officer records of the condition of an instalment, as it was typed.</summary>
public sealed record TypedNeed(string? Holds, string? Percent, string? Words);

/// <summary>
/// Use case: the post named in the service's file records whether what an instalment waits for holds. Until it is paid, it may
/// be recorded anew; the ledger keeps what was said before. What does not hold needs words, for the student reads why.
/// </summary>
public sealed class RecordNeed(EkDwarDb db, CaseFiles cases, InstalmentRegister register, InstalmentDesk desk, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, int seq, long seenVersion, TypedNeed typed)
    {
        if (await desk.Open(session, caseId, seq) is not { MayRecord: true } open) return DeskCases.NotYours;
        var code = open.Part.RuleIn(open.File.Service).Code;
        var percent = Percent(typed.Percent);
        Dictionary<string, string> stated = new() { [InstalmentRegister.Which] = code, [InstalmentRegister.Holds] = typed.Holds ?? "" };
        if (percent is { } known) stated[InstalmentRegister.Percent] = known.ToString(CultureInfo.InvariantCulture);
        var act = new DeskAct(session, caseId, seenVersion, "record", CaseEvent.InstalmentNeedRecorded, new() { Words = OfficersWords.Or(typed.Words), Stated = stated });
        return await cases.Settled(act, await Record(open, act, typed, percent));
    }

    async Task<Outcome<CaseReference>> Record(OpenInstalment open, DeskAct act, TypedNeed typed, int? percent)
    {
        if (open.File.Case.Version != act.SeenVersion) return Acts.SomebodyElseWasFirst;
        if (open.Part.Status != InstalmentStatus.Open) return new Refusal("delivering.need_closed");
        var least = open.Part.RuleIn(open.File.Service).Needs!.LeastPercent;
        var holds = typed.Holds == "yes";
        var problems = new List<Refusal>();
        if (typed.Holds is not ("yes" or "no")) problems.Add(new("delivering.need_choose", "holds"));
        if (least is not null && percent is not (>= 0 and <= 100)) problems.Add(new("delivering.percent_wrong", "percent"));
        else if (least is { } needed && typed.Holds is "yes" or "no" && holds != percent >= needed) problems.Add(new(holds ? "delivering.percent_too_low" : "delivering.percent_enough", "percent", ("least", $"{needed}")));
        if (OfficersWords.Unfit(typed.Words, "words", isNeeded: typed.Holds == "no") is { } unfit) problems.Add(unfit);
        if (problems.Count > 0) return problems;
        register.RecordNeed(open.File, open.Part, act, holds, least is null ? null : percent, time.UtcNow());
        return await db.SaveAct(open.File.Case);
    }

    static int? Percent(string? typed) => int.TryParse(Digits.ToAscii(typed ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : null;
}
