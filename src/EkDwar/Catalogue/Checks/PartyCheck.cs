using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// Parties: named by an answer, reached by a mobile or by the officer, enough rows for as many as there must be, and shown
/// nothing that is not for their eyes.
/// </summary>
sealed class PartyCheck(Sheet<ServiceDefinition> sheet, Reach reach)
{
    static readonly string[] CallsHer = ["name", "text"];

    /// <summary>What is the applicant's own: her papers, her account, what she declares.</summary>
    internal static readonly string[] NotForOthers = ["document", "declaration", "bank_account", "licence", "benefit"];

    readonly List<Question> questions = sheet.Value.Questions;

    /// <summary>By what a test of the file may call the parties of a rule.</summary>
    public static IEnumerable<string> Keys(PartyRule rule, List<Question> questions) => rule.Rows == "" ? [rule.Id]
        : Enumerable.Range(0, Math.Clamp(questions.Find(question => question.Id == rule.Rows)?.MaxRows ?? TableType.RowsAtMost, 0, TableType.RowsAtMost)).Select(row => Party.KeyOf(rule, row));

    public void Run()
    {
        var parties = sheet.Value.Parties;
        sheet.Named(parties, rule => rule.Id, "id");
        if (parties.Count > 0) sheet.Needs(sheet.Value.Instant is null, sheet.Value, "parties", "what a register gives at once waits for nobody's consent", "take 'parties' out, or 'instant'");
        foreach (var rule in parties)
        {
            var called = FileFaults.Quote(rule.Id);
            sheet.Needs(rule.Names.Count > 0, rule, "names", $"the party {called} has no names", "write what she is in this application, such as: Witness");
            sheet.Needs(rule.Consent.Count > 0, rule, "consent", $"it is not said what the party {called} consents to", "write 'consent:' and the words she agrees to");
            Shown(rule);
            if (!Conditioned(rule, called)) continue;
            if (Asked(rule) is { } asked) Described(rule, asked);
        }
    }

    /// <summary>Whether what it says of questions under the same rule can be asked: not of a rule that is wrong itself.</summary>
    bool Conditioned(PartyRule rule, string called)
    {
        if (rule.When == "") return true;
        if (new RuleCheck(sheet).Run(rule, "when", rule.When, questions, "a question of this service") is not { } read) return false;
        return sheet.Needs(reach.CanHold(read, questions), rule, "when", $"nobody is ever the party {called}: no answers make this rule true", "mend the rule, or take the party out");
    }

    /// <summary>Where she is named: the columns of her table, or all questions; null where the table is none.</summary>
    List<Question>? Asked(PartyRule rule)
    {
        sheet.Needs(rule.Rows != "" || !sheet.Has(rule, "count"), rule, "count", "'count' says nothing about a party who is one person", "take it out, or write 'rows:' and the table");
        if (rule.Rows == "") return questions;
        var table = questions.Find(question => question.Id == rule.Rows);
        if (!sheet.Needs(table is { Type: "table" }, rule, "rows", $"{FileFaults.Quote(rule.Rows)} is no question of type 'table'",
            Nearest.Mend(rule.Rows, [.. questions.Where(question => question.Type == "table").Select(question => question.Id)]))) return null;
        IsAskedOf(rule, "rows", table!);
        var most = table!.MaxRows ?? TableType.RowsAtMost;
        if (sheet.Needs(rule.Count > 0, rule, "count", "it is not said how many there must be", "write 'count:' and the number, such as 3"))
            sheet.Needs(rule.Count <= most, rule, "count", $"{rule.Count} are asked for, and {FileFaults.Quote(rule.Rows)} has {most} rows", $"write {most} at most, or raise 'max_rows'");
        return table.Columns;
    }

    void Described(PartyRule rule, List<Question> asked)
    {
        var where = rule.Rows == "" ? "a question of this service" : $"a column of '{rule.Rows}'";
        if (Found(rule, "name", rule.Name, asked, where, CallsHer) is { } name) IsAskedOf(rule, "name", name, isColumn: rule.Rows != "");
        if (sheet.Has(rule, "phone"))
        {
            if (Found(rule, "phone", rule.Phone, asked, where, ["phone"]) is { } phone && rule.Rows == "")
                sheet.Needs(phone.When == "" || phone.When == rule.When, rule, "phone", $"{FileFaults.Quote(phone.Id)} is asked under another rule than the party", "give both the same 'when'");
        }
        else sheet.Needs(!sheet.Has(rule, "shares_mobile"), rule, "shares_mobile", "there is no mobile to share", "write 'phone:', or take this out");
    }

    Question? Found(PartyRule rule, string key, string id, List<Question> asked, string where, string[] types)
    {
        var found = asked.Find(question => question.Id == id);
        var mend = Nearest.Mend(id, [.. asked.Where(question => types.Contains(question.Type)).Select(question => question.Id)]);
        if (!sheet.Needs(found is not null, rule, key, $"{FileFaults.Quote(id)} is not {where}", mend)) return null;
        return sheet.Needs(types.Contains(found!.Type) || !QuestionCheck.IsKnown(found), rule, key, $"{FileFaults.Quote(id)} is of type '{found.Type}'", $"name one of type {string.Join(" or ", types)}") ? found : null;
    }

    void IsAskedOf(PartyRule rule, string key, Question question, bool isColumn = false) =>
        sheet.Needs(!question.Optional && (isColumn || question.When == "" || question.When == rule.When), rule, key,
            $"{FileFaults.Quote(question.Id)} may be missing where this party is needed", "take 'optional' out of it, and give both the same 'when', or none");

    void Shown(PartyRule rule)
    {
        for (var at = 0; at < rule.Sees.Count; at++)
        {
            var (place, id) = (sheet.At(rule.Sees, at), rule.Sees[at]);
            if (questions.Find(question => question.Id == id) is not { } shown)
                sheet.Faults.Add(place, $"{FileFaults.Quote(id)} is not a question of this service", Nearest.Mend(id, [.. questions.Select(question => question.Id)]));
            else if (NotForOthers.Contains(shown.Type)) sheet.Faults.Add(place, $"{FileFaults.Quote(id)} is of type '{shown.Type}', which is the applicant's alone", "take it out");
            else if (id == rule.Rows) sheet.Faults.Add(place, "each sees her own row, and not the others'", "take it out");
        }
    }
}
