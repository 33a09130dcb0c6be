using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// A service that a register gives: its key is of answers that can be one, what it answers is told whole, and nothing in the
/// file waits for somebody, because nobody is there: no stages, no papers, no fee but one paid before the copy is made.
/// </summary>
static class InstantCheck
{
    static readonly string[] KeyTypes = ["text", "choice", "place"];

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        if (sheet.Value.Instant is not { } instant) return;
        sheet.Needs(instant.Register.Length > 0 && instant.Register.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'), instant, "register",
            instant.Register == "" ? "a register is needed" : $"{FileFaults.Quote(instant.Register)} is no name of a register", "write its name in the configuration, in small letters with underscores");
        Keyed(sheet, instant);
        Given(sheet, instant, "gives", instant.Gives, isColumn: false);
        Unattended(sheet, sheet.Value);
        if (sheet.Value.Grounds.Count > 0)
            sheet.Needs(sheet.Value.Grounds.Exists(ground => ground.Code == instant.NoRecord), instant, "no_record", $"{FileFaults.Quote(instant.NoRecord)} is no ground of refusal",
                Nearest.Mend(instant.NoRecord, [.. sheet.Value.Grounds.Select(ground => ground.Code)]));
    }

    static void Keyed(Sheet<ServiceDefinition> sheet, InstantRule instant)
    {
        var questions = sheet.Value.Questions;
        sheet.Needs(instant.Key.Count > 0, instant, "key", "a register is asked by a key", "write 'name' of each part there, and 'question', whose answer it is");
        sheet.Named(instant.Key, part => part.Name, "name");
        foreach (var part in instant.Key)
        {
            var asked = questions.Find(question => question.Id == part.Question);
            var mend = Nearest.Mend(part.Question, [.. questions.Where(question => KeyTypes.Contains(question.Type)).Select(question => question.Id)]);
            if (!sheet.Needs(asked is not null, part, "question", $"{FileFaults.Quote(part.Question)} is not a question of this service", mend)) continue;
            sheet.Needs(KeyTypes.Contains(asked!.Type) || !QuestionCheck.IsKnown(asked), part, "question", $"{FileFaults.Quote(part.Question)} is a question of type {FileFaults.Quote(asked.Type)}",
                $"name one of type {string.Join(", ", KeyTypes)}");
        }
        sheet.Needs(instant.Key.Count == 0 || instant.Key.Exists(part => questions.Find(question => question.Id == part.Question) is not { } asked || asked.When == ""), instant, "key",
            "all parts of the key are asked of some people only", "name a question without 'when' as one of them");
    }

    static void Given(Sheet<ServiceDefinition> sheet, object owner, string key, List<RegisterField> fields, bool isColumn)
    {
        sheet.Needs(fields.Count > 0, owner, key, isColumn ? "a table has columns" : "what the register answers is needed", "write 'id' and 'type' of each");
        sheet.Named(fields, field => field.Id, "id");
        foreach (var field in fields)
        {
            string[] types = isColumn ? [.. RegisterField.Types.Where(type => type != RegisterField.Table)] : RegisterField.Types;
            if (!sheet.Needs(types.Contains(field.Type), field, "type", $"{FileFaults.Quote(field.Type)} is no type of {(isColumn ? "a column" : "what a register says")}", $"{Nearest.Mend(field.Type, types)}")) continue;
            if (field.Type == RegisterField.Table) Given(sheet, field, "columns", field.Columns, isColumn: true);
            else sheet.Needs(!sheet.Has(field, "columns"), field, "columns", $"'columns' says nothing about a {field.Type}", "take it out, or make the type 'table'");
        }
    }

    static void Unattended(Sheet<ServiceDefinition> sheet, ServiceDefinition service)
    {
        sheet.Needs(!sheet.Has(service, "stages"), service, "stages", "no desk sees a case that a register answers", "take 'stages' out, or 'instant'");
        foreach (var paper in service.Questions.Where(question => question.Type == "document"))
            sheet.Needs(false, paper, "type", "nobody would look at a paper here", "take the question out, or 'instant'");
        sheet.Needs(service.Fee.Pay != FeeRule.AfterAssessment, service.Fee, "pay", "nobody assesses a fee here", $"write {FeeRule.AtSubmission}");
        sheet.Needs(!service.Fee.IsCharged || service.Limit.Starts == LimitRule.FeePaid, service.Limit, "starts", "the copy is made when the fee is paid, and the limit does not wait for it",
            $"write {LimitRule.FeePaid}");
    }
}
