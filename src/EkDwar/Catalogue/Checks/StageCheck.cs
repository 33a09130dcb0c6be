using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>The desks a case passes, and the grounds on which the last may refuse it.</summary>
static class StageCheck
{
    public static readonly string[] Actions = ["forward", "query", "report", "return", Stage.StartClock, Stage.Assess, "grant", "refuse"];

    public static void Run(Sheet<ServiceDefinition> sheet, Reach reach)
    {
        var (service, stages) = (sheet.Value, sheet.Value.Stages);
        sheet.Named(stages, stage => stage.Id, "id");
        foreach (var stage in stages)
        {
            // The cases of each kind of body have a way of their own, and each an end.
            var ways = Ways(service).Where(way => way.Contains(stage)).ToList();
            var (isLast, isBefore) = (ways.Count == 0 || ways.Exists(way => way[^1] == stage), ways.Exists(way => way[^1] != stage));
            sheet.Needs(!isLast || !isBefore, stage, "bodies", $"the stage {FileFaults.Quote(stage.Id)} is the last for one kind of body, and not for another", "write it once for each, with 'bodies'");
            Staffed(sheet, stage, isLast);
            Conditioned(sheet, reach, stage, isLast);
            SideBySide(sheet, stage);
            Allowed(sheet, stage);
            Visited(sheet, stage);
        }
        Ticked(sheet);
        sheet.Needs(service.Grounds.Count > 0, service, "grounds", "grounds of refusal are needed", "write at least one, with the rule it rests on: nobody is refused without");
        sheet.Named(service.Grounds, ground => ground.Code, "code");
        foreach (var ground in service.Grounds)
        {
            sheet.Needs(ground.Names.Count > 0, ground, "names", $"the ground {FileFaults.Quote(ground.Code)} has no names", "write what the refused person will read");
            sheet.Needs(ground.Rule.Count > 0, ground, "rule", $"the ground {FileFaults.Quote(ground.Code)} rests on no rule", "write act and section");
        }
    }

    static IEnumerable<List<Stage>> Ways(ServiceDefinition service) =>
        service.ServedBy.PlaceKind.Count < 2 ? [service.Stages] : service.ServedBy.PlaceKind.Select(kind => service.Stages.FindAll(stage => stage.Bodies.Cover(kind))).Where(way => way.Count > 0);

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
        var known = FormCheck.Before(sheet.Value, stage);
        if (new RuleCheck(sheet).Run(stage, "when", stage.When, known, "a question of this service, or of a stage before this one") is not { } rule) return;
        sheet.Needs(reach.CanHold(rule, known), stage, "when", $"the stage {called} is never reached: no answers make this rule true", "mend the rule, or take the stage out");
    }

    static void SideBySide(Sheet<ServiceDefinition> sheet, Stage stage)
    {
        if (stage.Together == "") return;
        var (stages, called, word) = (sheet.Value.Stages, FileFaults.Quote(stage.Id), FileFaults.Quote(stage.Together));
        var group = stages.FindAll(other => other.Together == stage.Together);
        sheet.Needs(group.Count > 1, stage, "together", $"no other stage stands beside {called}", $"write the same word at the stages that act at the same time, or take it out");
        sheet.Needs(stages.LastIndexOf(group[^1]) - stages.IndexOf(group[0]) == group.Count - 1, stage, "together", $"the stages of {word} do not follow each other", "put them next to each other, or give the others another word");
        // Whose part it is would not be known of one post with two.
        sheet.Needs(stage.Post == "" || group.Find(other => other.Post == stage.Post) == stage, stage, "post", $"{FileFaults.Quote(stage.Post)} acts twice in {word}", "name another post, or make it one stage");
        foreach (var (at, action) in stage.Actions.Index())
            if (action is "grant" or "refuse" or "return") sheet.Faults.Add(sheet.At(stage.Actions, at), $"a stage that acts beside others cannot {action}", "let the stage after them do that");
    }

    static void Allowed(Sheet<ServiceDefinition> sheet, Stage stage)
    {
        var (limit, called) = (sheet.Value.Limit, FileFaults.Quote(stage.Id));
        sheet.Needs(stage.Days >= 0 && (limit.Days == 0 || stage.Days <= limit.Days), stage, "days", $"the stage {called} has more days than the limit, which is {limit.Days}", "give it fewer: it is a part of the whole");
        sheet.Needs(!stage.May("return") || stage != sheet.Value.Stages[0], stage, "actions", "before the first stage there is none to send a case back to", "take 'return' out");
    }

    /// <summary>Whoever is sent to a place sees where it is, and nothing that is the applicant's alone.</summary>
    static void Visited(Sheet<ServiceDefinition> sheet, Stage stage)
    {
        if (stage.VisitorSees.Count == 0) return;
        // Where actions are misspelt that is said already.
        sheet.Needs(stage.May("report") || !stage.Actions.Exists(action => action is "forward" or "grant" or "refuse"), stage, "visitor_sees", $"nobody is sent out at the stage {FileFaults.Quote(stage.Id)}: no report is given there", "take 'visitor_sees' out, or let the stage report");
        foreach (var (at, id) in stage.VisitorSees.Index())
        {
            if (sheet.Value.Questions.Find(question => question.Id == id) is not { } shown)
                sheet.Faults.Add(sheet.At(stage.VisitorSees, at), $"{FileFaults.Quote(id)} is not a question of this service", Nearest.Mend(id, [.. sheet.Value.Questions.Select(question => question.Id)]));
            else if (PartyCheck.NotForOthers.Contains(shown.Type)) sheet.Faults.Add(sheet.At(stage.VisitorSees, at), $"{FileFaults.Quote(id)} is of type '{shown.Type}', which is the applicant's alone", "take it out");
        }
    }

    /// <summary>A list that is long is ticked unread.</summary>
    static void Ticked(Sheet<ServiceDefinition> sheet)
    {
        sheet.Named([.. sheet.Value.Stages.SelectMany(stage => stage.Checklist)], item => item.Id, "id");
        foreach (var stage in sheet.Value.Stages)
        {
            sheet.Needs(stage.Checklist.Count <= MostTicks, stage, "checklist", $"the list of {FileFaults.Quote(stage.Id)} has {stage.Checklist.Count} things to tick", $"write {MostTicks} at most: a long list is ticked unread");
            foreach (var item in stage.Checklist) sheet.Needs(item.Names.Count > 0, item, "names", $"{FileFaults.Quote(item.Id)} says nothing to tick", "write what the officer says by ticking it, as a sentence");
        }
    }

    const int MostTicks = 8;
}
