using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// What a question says of its own answer by rules: what must hold of it, which options are offered to whom, and when a
/// paper is needed.
/// </summary>
sealed class AnswerCheck(Sheet<ServiceDefinition> sheet, Reach reach)
{
    static readonly string[] Sources = [Question.FromEarlier, Question.FromProfile];

    /// <summary>What somebody must say or show anew each time.</summary>
    static readonly string[] NeverFilled = ["document", "declaration", "table"];

    readonly RuleCheck rules = new(sheet);
    readonly List<Question> questions = sheet.Value.Questions;

    public void Run(Question question, int index)
    {
        foreach (var must in question.Must) Held(question, must, index);
        Filled(question);
        if (question.Needed != "")
        {
            sheet.Needs(!question.Optional, question, "needed", "a paper that may be left out is never needed", "take 'needed' or 'optional' out");
            rules.Run(question, "needed", question.Needed, questions, "a question of this service");
        }
        if (question.IfLacking is { } help)
            sheet.Needs(help.Says.Count > 0, help, "says", $"this does not say what to do without {FileFaults.Quote(question.Id)}", "write 'says:' and where such a paper is had, or what will do instead");
        foreach (var option in question.Options.Where(option => option.When != "")) Offered(question, option, index);
        sheet.Needs(question.Options.Count == 0 || question.Options.Exists(option => option.When == ""), question, "options",
            $"somebody may find no option of {FileFaults.Quote(question.Id)} to choose", "leave at least one without 'when'");
    }

    void Filled(Question question)
    {
        if (!QuestionCheck.IsKnown(question)) return;
        sheet.Needs(question.Prefill.Count == 0 || !NeverFilled.Contains(question.Type), question, "prefill", $"a question of type '{question.Type}' is answered anew each time", "take 'prefill' out");
        foreach (var (at, source) in question.Prefill.Index())
            if (!Sources.Contains(source)) sheet.Faults.Add(sheet.At(question.Prefill, at), $"nothing is filled in from {FileFaults.Quote(source)}", Nearest.Mend(source, Sources));
            else if (source == Question.FromProfile && question.Type is not ("name" or "phone"))
                sheet.Faults.Add(sheet.At(question.Prefill, at), "a profile has a name and a mobile number, and nothing else", $"write '{Question.FromEarlier}', or take it out");
    }

    void Held(Question question, Must must, int index)
    {
        sheet.Needs(must.Says.Count > 0, must, "says", "this does not say what is wrong", "write 'says:' and what the citizen reads when the rule does not hold");
        if (!sheet.Needs(must.When != "", must, "when", "a rule is needed", "write 'when:' and what must be true of the answer")) return;
        if (rules.Run(must, "when", must.When, questions[..(index + 1)], "this question or one before it", RuleFacts.Today) is not { } rule) return;
        if (sheet.Needs(rule.Reads.Any(name => name.Root == question.Id), must, "when", $"this rule does not read {FileFaults.Quote(question.Id)}, whose answer it refuses", "write what must hold of that answer, or put it under 'eligibility'"))
            sheet.Needs(reach.CanHold(rule, questions), must, "when", $"no answer to {FileFaults.Quote(question.Id)} would be accepted: none makes this rule true", "mend the rule");
    }

    void Offered(Question question, Option option, int index)
    {
        var called = FileFaults.Quote(option.Code);
        if (rules.Run(option, "when", option.When, questions[..index], "a question before this one") is not { } rule) return;
        sheet.Needs(reach.CanHold(rule, questions), option, "when", $"the option {called} is never offered: no answers make this rule true", "mend the rule, or take the option out");
    }
}
