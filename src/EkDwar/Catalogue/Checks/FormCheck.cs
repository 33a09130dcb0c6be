using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>What an officer is asked at a stage: questions a desk can answer, a record of the office among them, each with an id no other question of the service has.</summary>
static class FormCheck
{
    static readonly string[] Types = ["text", "long_text", "number", "money", "date", "choice", "choices", "yes_no", "phone", "email", "table", "document"];

    const int MostRows = 10;

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var service = sheet.Value;
        if (service.Stages.TrueForAll(stage => stage.Form is null)) return;
        sheet.Named(service.AllQuestions, question => question.Id, "id");
        var shape = new QuestionCheck(sheet);
        foreach (var stage in service.Stages)
        {
            if (stage.Form is not { } form) continue;
            sheet.Needs(form.Questions.Count > 0, form, "questions", $"the form of {FileFaults.Quote(stage.Id)} asks nothing", "write at least one question, or take the form out");
            var before = Before(service, stage);
            foreach (var (index, question) in form.Questions.Index())
            {
                shape.OfForm(question);
                Asked(sheet, question, before);
                foreach (var must in question.Must) Held(sheet, question, must, [.. before, .. form.Questions[..(index + 1)]]);
            }
        }
    }

    /// <summary>What is known when a case comes to a stage: the answers, and what was found at stages that do not act beside it.</summary>
    internal static IReadOnlyList<Question> Before(ServiceDefinition service, Stage stage) => [.. service.Questions,
        .. service.Stages.TakeWhile(one => one != stage).Where(one => stage.Together.Length == 0 || one.Together != stage.Together).SelectMany(one => one.Form?.Questions ?? [])];

    static void Asked(Sheet<ServiceDefinition> sheet, Question question, IReadOnlyList<Question> before)
    {
        var called = FileFaults.Quote(question.Id);
        if (QuestionCheck.IsKnown(question))
            sheet.Needs(Types.Contains(question.Type), question, "type", $"an officer is not asked a question of type '{question.Type}'", $"write one of {string.Join(", ", Types)}");
        sheet.Needs(question.Prefill.Count == 0, question, "prefill", "what an officer finds is not filled in for him", "take 'prefill' out");
        foreach (var key in (string[])["options", "needed", "if_lacking"])
            sheet.Needs(question.Type != "document" || !sheet.Has(question, key), question, key, $"{called} is the one paper the officer gives here, so '{key}' says nothing", "take it out, and say in the label which paper it is");
        if (question.Type == "table")
            sheet.Needs(question.MaxRows is > 0 and <= MostRows, question, "max_rows", $"all rows of a form's table are shown, so {called} has from 1 to {MostRows}", "write how many may be needed");
        foreach (var option in question.Options) sheet.Needs(option.When == "", option, "when", "an option of a form cannot be conditional", "take 'when' out of it");
        // All of a form is on one page: what depends on an answer of the same page could not be shown in time.
        if (question.When != "") new RuleCheck(sheet).Run(question, "when", question.When, before, "a question of the applicant, or of a stage before this one");
    }

    static void Held(Sheet<ServiceDefinition> sheet, Question question, Must must, IReadOnlyList<Question> readable)
    {
        sheet.Needs(must.Says.Count > 0, must, "says", "this does not say what is wrong", "write 'says:' and what the officer reads when the rule does not hold");
        if (!sheet.Needs(must.When != "", must, "when", "a rule is needed", "write 'when:' and what must be true of the answer")) return;
        if (new RuleCheck(sheet).Run(must, "when", must.When, readable, "this question or one before it", RuleFacts.Today) is { } rule)
            sheet.Needs(rule.Reads.Any(name => name.Root == question.Id), must, "when", $"this rule does not read {FileFaults.Quote(question.Id)}, whose answer it refuses", "write what must hold of that answer");
    }
}
