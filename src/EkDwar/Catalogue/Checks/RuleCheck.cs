using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// A rule of a service: readable, calling what exists, never dividing by zero, about what it may read, and comparing each
/// answer with what that answer can be. That it ends need not be asked: every rule does.
/// </summary>
sealed class RuleCheck(Sheet<ServiceDefinition> sheet)
{
    const string HowTo = "docs/how-to/write-a-rule.md has all there is";

    /// <summary>The rule under a key of its owner, or null when it has a fault, which is told.</summary>
    public Rule? Run(object owner, string key, string text, IReadOnlyList<Question> readable, string what, params string[] besides)
    {
        var isRule = Rule.TryParse(text, out var rule, out var broken);
        if (!isRule)
        {
            Tell(owner, key, broken, HowTo);
            return null;
        }
        var isSound = true;
        void Wrong(RuleFault fault, string mend)
        {
            isSound = false;
            Tell(owner, key, fault, mend);
        }
        foreach (var fault in rule!.Faults) Wrong(fault, HowTo);
        foreach (var fault in rule.DivisionsByWhatMayBeZero) Wrong(fault, "put it into an if, such as: if n != 0 then total / n else 0");
        foreach (var name in rule.Reads)
            if (!besides.Contains(name.Root) && Answer(name, readable) is null)
                Wrong(name.Fault($"{FileFaults.Quote(name.Path)} is not {what}"), Nearest.Mend(name.Path, Paths(readable, name, besides)));
        foreach (var (name, value) in rule.Comparisons.All)
            if (name.Path == RuleFacts.Channel && besides.Contains(name.Path) && !(value is string channel && ApplicationChannel.All.Contains(channel)))
                Wrong(name.Fault($"{FileFaults.Quote($"{value}")} is no channel"), $"write one of {string.Join(", ", ApplicationChannel.All)}");
            else if (Answer(name, readable) is { } compared && Misfit(compared, value) is (var problem, var mend)) Wrong(name.Fault(problem), mend);
        return isSound ? rule : null;
    }

    void Tell(object owner, string key, RuleFault fault, string mend) => sheet.Faults.Add(sheet.Inside(owner, key, fault.Line, fault.Column),
        (fault.Line > 1 ? $"in line {fault.Line}, column {fault.Column} of the rule, " : "in the rule, ") + fault.Problem, mend);

    /// <summary>What a path of a rule leads to: a question, or one of its parts by name.</summary>
    sealed record Led(Question Question, string Part)
    {
        public Question? Column => Question.Columns.Find(column => column.Id == Part);
    }

    static Led? Answer(ReadName name, IReadOnlyList<Question> readable) => Lead(name.Path, readable) ?? (name.OrPath is { } other ? Lead(other, readable) : null);

    static Led? Lead(string path, IReadOnlyList<Question> readable)
    {
        var names = path.Split('.');
        if (readable.FirstOrDefault(question => question.Id == names[0]) is not { } asked) return null;
        if (names.Length == 1) return new(asked, "");
        // Of a question whose type nobody knows, nobody knows the parts either.
        return !QuestionCheck.IsKnown(asked) || QuestionType.Of(asked).Members(asked).Contains(names[1]) ? new(asked, names[1]) : null;
    }

    static List<string> Paths(IReadOnlyList<Question> readable, ReadName name, string[] besides) => readable.FirstOrDefault(question => question.Id == name.Root) is { } asked && QuestionCheck.IsKnown(asked)
        ? [.. QuestionType.Of(asked).Members(asked).Select(member => $"{asked.Id}.{member}")]
        : [.. readable.Select(question => question.Id), .. besides];

    /// <summary>Why an answer can never be this value, and how to mend it; null when it can, or when nobody can say.</summary>
    static (string Problem, string Mend)? Misfit(Led answer, object? value)
    {
        if (value is null) return null;
        var (question, part) = (answer.Question, answer.Part);
        var chosen = (question.Type, part) switch
        {
            ("choice" or "choices", "") => question,
            ("document", "kind") => question,
            ("table", _) when answer.Column is { Type: "choice" } column => column,
            _ => null,
        };
        if (chosen is { Options.Count: > 0 } && value is string code)
            return chosen.Option(code) is null ? ($"{FileFaults.Quote(code)} is no option of '{chosen.Id}'", Nearest.Mend(code, [.. chosen.Options.Select(option => option.Code)])) : null;
        return part == "" && Expected(question.Type) is (var kind, var mend) && kind != Kind.Of(value) ? ($"'{question.Id}' is a {kind}, and is compared with {Kind.Named(value)}", mend) : null;
    }

    static (string Kind, string Mend)? Expected(string type) => type switch
    {
        "number" or "money" => ("number", "write the number without quotation marks"),
        "date" => ("date", "write the day as @\"2026-01-31\""),
        "day_and_hour" => ("date and time", "write day and hour as @\"2026-01-31T17:30:00\", or compare date(…) with a date"),
        "yes_no" or "declaration" => ("boolean", "write true or false"),
        "text" or "long_text" or "phone" or "email" or "choice" or "place" => ("string", "write a text in \"quotation marks\""),
        _ => null,
    };
}
