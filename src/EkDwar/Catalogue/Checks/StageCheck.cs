using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>The desks a case passes, and the grounds on which the last may refuse it.</summary>
static class StageCheck
{
    public static readonly string[] Actions = ["forward", "query", "report", "grant", "refuse", Stage.Assess];

    public static void Run(Sheet<ServiceDefinition> sheet, Reach reach)
    {
        var (service, stages) = (sheet.Value, sheet.Value.Stages);
        sheet.Named(stages, stage => stage.Id, "id");
        foreach (var stage in stages)
        {
            Staffed(sheet, stage, isLast: stage == stages[^1]);
            Conditioned(sheet, reach, stage, isLast: stage == stages[^1]);
        }
        sheet.Needs(service.Grounds.Count > 0, service, "grounds", "grounds of refusal are needed", "write at least one, with the rule it rests on: nobody is refused without");
        sheet.Named(service.Grounds, ground => ground.Code, "code");
        foreach (var ground in service.Grounds)
        {
            sheet.Needs(ground.Names.Count > 0, ground, "names", $"the ground {FileFaults.Quote(ground.Code)} has no names", "write what the refused person will read");
            sheet.Needs(ground.Rule.Count > 0, ground, "rule", $"the ground {FileFaults.Quote(ground.Code)} rests on no rule", "write act and section");
        }
    }

    static void Staffed(Sheet<ServiceDefinition> sheet, Stage stage, bool isLast)
    {
        var called = FileFaults.Quote(stage.Id);
        sheet.Needs(stage.Names.Count > 0, stage, "names", $"the stage {called} has no names", "write what citizens and officers will read");
        sheet.Needs(stage.Post != "", stage, "post", $"the stage {called} has no post", "write who acts, such as clerk");
        if (!sheet.Needs(stage.Actions.Count > 0, stage, "actions", $"the stage {called} has no actions", $"write some of {string.Join(", ", Actions)}")) return;
        var isKnown = true;
        foreach (var (index, action) in stage.Actions.Index())
        {
            if (Actions.Contains(action)) continue;
            isKnown = false;
            sheet.Faults.Add(sheet.At(stage.Actions, index), $"{FileFaults.Quote(action)} is not an action", Nearest.Mend(action, Actions));
        }
        // What a misspelt action was meant for is not missing besides.
        if (!isKnown) return;
        if (isLast)
        {
            sheet.Needs(stage.May("grant") && stage.May("refuse"), stage, "actions", "the last stage does not decide", "let it grant and refuse");
            sheet.Needs(!stage.May("forward") && !stage.May("report"), stage, "actions", "after the last stage there is none to go to", "take 'forward' and 'report' out, or write the stage that follows");
        }
        else if (stage.When != "" && (stage.May("grant") || stage.May("refuse")) && !stage.May("forward") && !stage.May("report"))
            sheet.Needs(stage.IsEnd, stage, "actions", $"the stage {called} ends a case and does not decide it", "let it grant and refuse");
        else sheet.Needs(stage.May("forward") || stage.May("report"), stage, "actions", $"a case ends at the stage {called}", "let it forward or report, or put it last");
    }

    // The last stage decides what no other did: whatever the answers, somebody does.
    static void Conditioned(Sheet<ServiceDefinition> sheet, Reach reach, Stage stage, bool isLast)
    {
        if (stage.When == "") return;
        var called = FileFaults.Quote(stage.Id);
        if (!sheet.Needs(!isLast, stage, "when", $"the last stage, {called}, is for every case that comes so far, so it has no rule", "take 'when' out: a stage before it may decide some cases, under a rule")) return;
        if (new RuleCheck(sheet).Run(stage, "when", stage.When, sheet.Value.Questions, "a question of this service") is not { } rule) return;
        sheet.Needs(reach.CanHold(rule, sheet.Value.Questions), stage, "when", $"the stage {called} is never reached: no answers make this rule true", "mend the rule, or take the stage out");
    }
}
