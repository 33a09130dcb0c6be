using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>The questions of a service, their options, their columns and their rules; and the conditions, which read them.</summary>
sealed class QuestionCheck(Sheet<ServiceDefinition> sheet)
{
    /// <summary>What fits into one box of a table.</summary>
    static readonly string[] Boxes = ["text", "choice", "number", "money", "phone", "email"];

    /// <summary>What a column may be besides: of several boxes, so that an officer's form, all on one page, has none of it.</summary>
    static readonly string[] Cells = [.. Boxes, "land_parcel", "date"];

    /// <summary>Words a rule would not take for a question.</summary>
    static readonly string[] Reserved =
        [RuleFacts.Today, RuleFacts.Channel, "item", "and", "or", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "true", "false", "null", "function", "instance", "not"];

    /// <summary>Keys that say something about some types only.</summary>
    static readonly Dictionary<string, string[]> Meant = new()
    {
        ["options"] = ["choice", "choices", "document"], ["columns"] = ["table"], ["max_rows"] = ["table"],
        ["max_length"] = ["text", "long_text", "name"], ["least"] = ["number"], ["most"] = ["number"], ["decimals"] = ["number"], ["unit"] = ["number"],
        ["place_kind"] = ["place", "land_parcel"], ["within"] = ["place", "land_parcel"], ["needed"] = ["document"], ["falls"] = ["date", "day_and_hour"], ["roughly"] = ["date"],
        ["record"] = ["land_parcel"], ["without_area"] = ["land_parcel"], ["if_lacking"] = ["document"], ["of"] = ["licence", "benefit"],
    };

    public static readonly string[] Falling = [DateType.Past, DateType.Future, DateType.Any];

    static readonly string[] Needed = ["options", "columns", "within", "of", "record"];

    readonly RuleCheck rules = new(sheet);
    readonly List<Question> questions = sheet.Value.Questions;

    public static bool IsKnown(Question question) => QuestionType.IsKnown(question.Type);

    public static bool IsCell(Question column) => Cells.Contains(column.Type);

    /// <summary>What the questions can be led to, for the rules that read their answers.</summary>
    public Reach Run()
    {
        sheet.Named(questions, question => question.Id, "id");
        var reach = new Reach(questions);
        var pages = new PageCheck(sheet, rules);
        pages.Run();
        foreach (var (index, question) in questions.Index())
        {
            Written(question);
            if (question.Type == "table") Tabled(question, Cells);
            new AnswerCheck(sheet, reach).Run(question, index);
            pages.Run(question, index, reach);
            if (question.When == "") continue;
            var rule = question.OwnWhen == "" ? null : rules.Run(question, "when", question.OwnWhen, questions[..index], "a question before this one");
            if (!reach.CanBeAsked(question, pages.Joined(question, rule)) && !pages.IsOutOfReach(question))
                sheet.Needs(false, question, "when", $"{FileFaults.Quote(question.Id)} is never asked: no answers make this rule true", "mend the rule, or take the question out");
        }
        Conditioned(reach);
        return reach;
    }

    /// <summary>A question of an officer's form, as it is written; what its rules may read is asked there.</summary>
    public void OfForm(Question question)
    {
        Written(question, ofForm: true);
        if (question.Type == "table") Tabled(question, Boxes);
    }

    void Written(Question question, bool ofForm = false)
    {
        var called = FileFaults.Quote(question.Id);
        sheet.Needs(!Reserved.Contains(question.Id), question, "id", $"{called} means something else in a rule", "choose another word");
        sheet.Needs(IsKnown(question), question, "type", question.Type == "" ? "a type is needed" : $"{FileFaults.Quote(question.Type)} is not a type of question", $"{Nearest.Mend(question.Type, [.. QuestionType.Known])}");
        sheet.Needs(question.Label.Count > 0, question, "label", $"{called} needs a label", "write what the citizen reads");
        if (!IsKnown(question)) return;
        foreach (var (key, types) in Meant)
        {
            var isMeant = types.Contains(question.Type);
            sheet.Needs(isMeant || !sheet.Has(question, key), question, key, $"'{key}' says nothing about a question of type '{question.Type}'", $"take it out, or make the type one of {string.Join(", ", types)}");
            // On an officer's form there is one paper, and no choice among kinds of it.
            if (isMeant && Needed.Contains(key) && !(ofForm && question.Type == "document")) sheet.Needs(Says(question, key), question, key, $"{called} needs '{key}'", $"write '{key}:' with at least one entry");
        }
        Optioned(question);
        Bounded(question);
    }

    static bool Says(Question question, string key) => key switch
    {
        "options" => question.Options.Count > 0,
        "columns" => question.Columns.Count > 0,
        "of" => question.Of.Count > 0,
        "record" => question.Record != "",
        // The village of a parcel may be a question of its own.
        "within" when question.Type == "land_parcel" => true,
        _ => question.Within != "",
    };

    void Optioned(Question question)
    {
        sheet.Named(question.Options, option => option.Code, "code");
        foreach (var option in question.Options)
        {
            sheet.Needs(option.Names.Count > 0, option, "names", $"the option {FileFaults.Quote(option.Code)} has no names", "write what the citizen chooses");
            sheet.Needs(!option.IsAlone || question.Type == "choices", option, "is_alone", "only of several choices can one go with no other", "take 'is_alone' out, or make the type 'choices'");
            sheet.Needs(option.IssuedBy == "" || question.Type == "document", option, "issued_by", "only a paper is issued by a service", "take 'issued_by' out, or make the type 'document'");
        }
    }

    void Bounded(Question question)
    {
        sheet.Needs(Falling.Contains(question.Falls), question, "falls", $"a date does not fall {FileFaults.Quote(question.Falls)}", $"{Nearest.Mend(question.Falls, Falling)}");
        sheet.Needs(question.Record == "" || LandParcelType.Records.Contains(question.Record), question, "record", $"{FileFaults.Quote(question.Record)} is no kind of land record", $"{Nearest.Mend(question.Record, LandParcelType.Records)}");
        sheet.Needs(question.MaxLength is null or (> 0 and <= 10_000), question, "max_length", "a text has from 1 to 10,000 characters", "write the most that may be needed");
        sheet.Needs(question.MaxRows is null or (> 0 and <= TableType.RowsAtMost), question, "max_rows", $"a table has from 1 to {TableType.RowsAtMost} rows", "write the most that may be needed");
        sheet.Needs(question.Decimals is >= 0 and <= 6, question, "decimals", "a number has from 0 to 6 decimals", "write how many there may be, 0 for a whole number");
        sheet.Needs((question.Least ?? 0) <= (question.Most ?? decimal.MaxValue), question, "most", $"no number lies between {question.Least ?? 0} and {question.Most}", "make 'most' larger than 'least', which is 0 where it is not written");
    }

    void Tabled(Question table, string[] cells)
    {
        sheet.Named(table.Columns, column => column.Id, "id");
        var reach = new Reach(table.Columns);
        foreach (var (index, column) in table.Columns.Index())
        {
            Written(column);
            sheet.Needs(!IsKnown(column) || cells.Contains(column.Type), column, "type", $"a column cannot be of type '{column.Type}'", $"write one of {string.Join(", ", cells)}");
            sheet.Needs(column.Within == "", column, "within", "a parcel in a row names no village of its own", "take 'within' out, and ask for the village in a column or a question");
            sheet.Needs(!column.Roughly, column, "roughly", "a date in a row is known to the day", "take 'roughly' out");
            if (column.When != "" && !reach.CanBeAsked(column, rules.Run(column, "when", column.When, table.Columns[..index], "a column before this one")))
                sheet.Needs(false, column, "when", $"the column {FileFaults.Quote(column.Id)} is never asked: no row makes this rule true", "mend the rule, or take the column out");
            sheet.Needs(!sheet.Has(column, "must"), column, "must", "what must hold of a column is said by its table", "write 'must' at the table");
            foreach (var option in column.Options) sheet.Needs(option.When == "", option, "when", "an option of a column cannot be conditional", "take 'when' out of it");
        }
    }

    void Conditioned(Reach reach)
    {
        sheet.Named(sheet.Value.Eligibility, condition => condition.Id, "id");
        foreach (var condition in sheet.Value.Eligibility)
        {
            var called = FileFaults.Quote(condition.Id);
            sheet.Needs(condition.Reason.Count > 0, condition, "reason", $"the condition {called} needs a reason", "write what is said to whom it does not hold for");
            if (!sheet.Needs(condition.When != "", condition, "when", $"the condition {called} needs a rule", "write 'when:' and what must be true")) continue;
            if (rules.Run(condition, "when", condition.When, questions, "a question of this service", RuleFacts.Today) is not { } rule) continue;
            // It is asked before anybody has signed in, who could not give a paper.
            var read = rule.Reads.Select(name => name.Root).ToList();
            if (questions.Find(question => question.Type == "document" && read.Contains(question.Id)) is { } paper)
                sheet.Needs(false, condition, "when", $"a condition cannot read the paper {FileFaults.Quote(paper.Id)}: nobody has given one yet", "ask something that is answered in words");
            else if (sheet.Needs(read.Exists(name => name != RuleFacts.Today), condition, "when", "a condition reads at least one question", "ask what makes the difference between people"))
                sheet.Needs(reach.CanHold(rule, questions), condition, "when", $"nobody can have this service: no answers make the condition {called} true", "mend the rule");
        }
    }
}
