using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue;

/// <summary>One thing asked. Every door renders it its own way; parsing, checking and formatting are the same for all.</summary>
public sealed class Question
{
    public string Id { get; init; } = "";

    /// <summary>text, long_text, name, number, money, date, choice, choices, yes_no, phone, email, place, table, document, declaration, licence, benefit, bank_account.</summary>
    public string Type { get; init; } = "";
    public LocalText Label { get; init; } = [];
    public LocalText Hint { get; init; } = [];

    /// <summary>A rule: asked only when it comes to true, for example <c>purpose = "other"</c>. Empty: always.</summary>
    public string When { get; init; } = "";
    public bool Optional { get; init; }
    public int? MaxLength { get; init; }
    public int? MaxRows { get; init; }
    public List<Option> Options { get; init; } = [];

    /// <summary>Of a number: its bounds (0 and none, where they are silent), its decimal places, and what it counts.</summary>
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }
    public int Decimals { get; init; }
    public LocalText Unit { get; init; } = [];

    /// <summary>Of a table: what each row asks.</summary>
    public List<Question> Columns { get; init; } = [];

    /// <summary>Of a place: the kind wanted, inside which place.</summary>
    public string PlaceKind { get; init; } = "";
    public string Within { get; init; } = "";

    /// <summary>Of a licence or a benefit: the services that give it.</summary>
    public List<string> Of { get; init; } = [];

    public Option? Option(string code) => Options.Find(option => option.Code == code);

    Rule? when;

    /// <summary>What its rule reads; nothing when it is always asked.</summary>
    public IReadOnlyList<ReadName> Reads => When.Length == 0 ? [] : Rule.Reads;

    /// <summary>
    /// Whether these answers lead to this question. Its rule reads answers and nothing else, not even today: a case read
    /// years later has the questions it was filed with.
    /// </summary>
    public bool IsAsked(IReadOnlyList<Question> questions, Answers answers) =>
        When.Length == 0 || Rule.Evaluate(RuleFacts.Of(Rule, questions, answers)).Holds;

    Rule Rule => when ??= Rule.Parse(When);
}

/// <summary>One answer to a choice, or one paper that proves what a document question asks.</summary>
public sealed class Option
{
    public string Code { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>Of several choices: "none of these", which goes with no other.</summary>
    public bool IsAlone { get; init; }
}
