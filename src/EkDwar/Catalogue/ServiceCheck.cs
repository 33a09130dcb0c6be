using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Foundation;
using YamlDotNet.RepresentationModel;

namespace EkDwar.Catalogue;

/// <summary>
/// What a service file must say before a case can live by it, beyond being readable: known types and actions, names that
/// lead somewhere, a last desk that decides. Asked when a service is published, not of what was published before.
/// </summary>
public sealed class ServiceCheck
{
    static readonly string[] Actions = ["forward", "query", "report", "grant", "refuse"];
    static readonly string[] Kinds = ["working", "calendar", "unstated"];

    /// <summary>What fits into one box of a table.</summary>
    static readonly string[] Cells = ["text", "choice", "number", "money", "phone", "email"];

    readonly string file;

    ServiceCheck(string file) => this.file = file;

    /// <summary>Throws <see cref="DataFileException"/> for the first fault, with its line.</summary>
    public static void Run(string text, string file, ServiceDefinition service) => new ServiceCheck(file).Run(text, service);

    void Run(string text, ServiceDefinition service)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        Needs(root, service.Id != "", "id", "an id is needed");
        Needs(root, service.State != "", "state", "a state is needed");
        Needs(root, service.Version > 0, "version", "a version from 1 on is needed");
        Needs(root, service.Names?.Count > 0, "names", "names are needed");
        Needs(root, service.ShortNames?.Count > 0, "short_names", "short names are needed");
        Needs(root, service.Limit is { Days: > 0 } limit && Kinds.Contains(limit.Kind), "limit", $"a limit has days, and a kind that is one of {string.Join(", ", Kinds)}");
        Needs(root, service.Questions is { Count: > 0 }, "questions", "questions are needed");
        Needs(root, service.Stages is { Count: > 0 }, "stages", "stages are needed");
        Questioned(service.Questions!, List(root, "questions"));
        Conditioned(service, root);
        foreach (var fault in FeeCheck.Faults(service)) Needs(FeeAt(root, fault.Head), false, fault.Key, fault.Problem);
        Staged(service.Stages!, List(root, "stages"));
        var asked = service.Questions!.Select(question => question.Id).ToHashSet();
        Needs(root, asked.Contains(service.ApplicantName ?? ""), "applicant_name", $"'{service.ApplicantName}' is not a question of this service");
        Needs(root, asked.Contains(service.ServedBy?.Question ?? ""), "served_by", $"'{service.ServedBy?.Question}' is not a question of this service");
        Needs(root, service.Officers is { Designated.Length: > 0 }, "officers", "a designated officer is needed");
    }

    void Questioned(List<Question> questions, YamlSequenceNode rows)
    {
        var seen = new HashSet<string>();
        foreach (var (question, row) in questions.Zip(rows))
        {
            if (question.When is { Length: > 0 } when) Ruled(when, row, questions[..questions.IndexOf(question)], "a question before this one");
            Needs(row, !string.IsNullOrEmpty(question.Id) && seen.Add(question.Id), "id", $"'{question.Id}' is no id of its own");
            Needs(row, QuestionType.IsKnown(question.Type ?? ""), "type", $"'{question.Type}' is not a type of question; the types are {string.Join(", ", QuestionType.Known)}");
            Needs(row, question.Label?.Count > 0, "label", $"'{question.Id}' needs a label");
            Needs(row, question.Type is not ("choice" or "choices") || question.Options?.Count > 0, "options", $"'{question.Id}' needs options to choose from");
            Needs(row, question.Type is not "table" || question.Columns?.Count > 0, "columns", $"'{question.Id}' needs columns");
            // A dash parts the names of a form's fields.
            var dashed = question.Options?.Find(option => option.Code.Contains('-'))?.Code;
            Needs(row, dashed is null, "options", $"the code '{dashed}' has a dash; write an underscore");
            if (question.Type == "table") Tabled(question, (YamlMappingNode)row);
        }
    }

    void Tabled(Question table, YamlMappingNode row)
    {
        var rows = List(row, "columns");
        foreach (var (column, at) in table.Columns!.Zip(rows))
            Needs(at, !QuestionType.IsKnown(column.Type ?? "") || Cells.Contains(column.Type), "type", $"a column cannot be a '{column.Type}'; it can be {string.Join(", ", Cells)}");
        Questioned(table.Columns!, rows);
    }

    void Conditioned(ServiceDefinition service, YamlMappingNode root)
    {
        if (service.Eligibility is not { Count: > 0 } conditions) return;
        var seen = new HashSet<string>();
        foreach (var (condition, row) in conditions.Zip(List(root, "eligibility")))
        {
            Needs(row, !string.IsNullOrEmpty(condition.Id) && seen.Add(condition.Id), "id", $"'{condition.Id}' is no id of its own");
            Needs(row, !string.IsNullOrEmpty(condition.When), "when", $"'{condition.Id}' needs a rule");
            Needs(row, condition.Reason?.Count > 0, "reason", $"'{condition.Id}' needs a reason, for whom it does not hold for");
            Ruled(condition.When, row, service.Questions, "a question of this service", RuleFacts.Today);
            // It is asked before anybody has signed in, who could not give a paper.
            var paper = condition.Reads.Select(name => name.Root).FirstOrDefault(id => service.Questions.Exists(question => question.Id == id && question.Type == "document"));
            Needs(row, paper is null, "when", $"a condition cannot read the paper '{paper}'");
            Needs(row, condition.Reads.Any(name => name.Root != RuleFacts.Today), "when", "a condition reads at least one question");
        }
    }

    /// <summary>A rule: readable, calling what exists, never dividing by zero, and about what it may read.</summary>
    void Ruled(string when, YamlNode row, List<Question> readable, string what, string? besides = null)
    {
        var isRule = Rule.TryParse(when, out var rule, out var fault);
        Needs(row, isRule, "when", $"in the rule, {fault}");
        foreach (var wrong in rule!.Faults.Concat(rule.DivisionsByWhatMayBeZero)) Needs(row, false, "when", $"in the rule, {wrong}");
        foreach (var name in rule.Reads)
            Needs(row, name.Root == besides || LeadsToAnswer(name.Path, readable) || LeadsToAnswer(name.OrPath ?? "", readable), "when",
                $"in the rule, {name.Fault($"'{name.Path}' is not {what}")}");
    }

    static bool LeadsToAnswer(string path, List<Question> readable)
    {
        var names = path.Split('.');
        return readable.Find(question => question.Id == names[0]) is { } asked
            && (names.Length == 1 || QuestionType.Of(asked).Members(asked).Contains(names[1]));
    }

    void Staged(List<Stage> stages, YamlSequenceNode rows)
    {
        foreach (var (stage, row) in stages.Zip(rows))
        {
            Needs(row, !string.IsNullOrEmpty(stage.Id) && stages.Count(other => other.Id == stage.Id) == 1, "id", $"'{stage.Id}' is no id of its own");
            Needs(row, !string.IsNullOrEmpty(stage.Post), "post", $"the stage '{stage.Id}' needs a post");
            Needs(row, stage.Actions is { Count: > 0 }, "actions", $"the stage '{stage.Id}' needs actions");
            var unknown = stage.Actions!.Find(action => !Actions.Contains(action));
            Needs(row, unknown is null, "actions", $"'{unknown}' is not an action; the actions are {string.Join(", ", Actions)}");
            var isLast = stage == stages[^1];
            Needs(row, isLast ? stage.May("grant") && stage.May("refuse") : stage.May("forward") || stage.May("report"), "actions",
                isLast ? "the last stage grants and refuses" : $"the stage '{stage.Id}' must forward or report, or the case ends there");
            Needs(row, !isLast || (!stage.May("forward") && !stage.May("report")), "actions", "after the last stage there is none to go to");
        }
    }

    static YamlNode FeeAt(YamlMappingNode root, int? head)
    {
        if (!root.Children.TryGetValue(new YamlScalarNode("fee"), out var fee) || fee is not YamlMappingNode map) return root;
        return head is { } at ? List(map, "heads")[at] : map;
    }

    static YamlSequenceNode List(YamlMappingNode map, string key) => (YamlSequenceNode)map.Children[new YamlScalarNode(key)];

    void Needs(YamlNode map, bool holds, string key, string otherwise)
    {
        if (holds) return;
        var at = map is YamlMappingNode keys && keys.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : map;
        throw new DataFileException(file, at.Start.Line, otherwise);
    }
}
