using System.Text.Json.Nodes;
using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue;

/// <summary>One thing asked. Every door renders it its own way; parsing, checking and formatting are the same for all.</summary>
public sealed class Question
{
    /// <summary>The same question in an earlier application of hers; her own name or mobile number.</summary>
    public const string FromEarlier = "earlier", FromProfile = "profile";

    public string Id { get; init; } = "";

    /// <summary>text, long_text, name, number, money, date, day_and_hour, land_parcel, vehicle, choice, choices, yes_no, phone, email, place, table, document, declaration, licence, benefit, bank_account.</summary>
    public string Type { get; init; } = "";
    public LocalText Label { get; init; } = [];
    public LocalText Hint { get; init; } = [];

    /// <summary>The page it shares with its neighbours, by its id. Empty: one of its own.</summary>
    public string Page { get; init; } = "";

    /// <summary>A rule: asked only when it comes to true, for example <c>purpose = "other"</c>; joined to that of its page. Empty: always.</summary>
    public string When
    {
        get => (PageWhen, OwnWhen) switch { ("", _) => OwnWhen, (_, "") => PageWhen, _ => $"({PageWhen}) and ({OwnWhen})" };
        init => OwnWhen = value;
    }

    /// <summary>The rule as it stands at the question itself.</summary>
    internal string OwnWhen { get; private init; } = "";

    /// <summary>The rule of its page, which its service gives it when both are read.</summary>
    internal string PageWhen { get; set; } = "";

    /// <summary>May be left blank.</summary>
    public bool Optional { get; init; }

    /// <summary>From where it may be filled in for her to confirm, in this order: <see cref="FromEarlier"/>, <see cref="FromProfile"/>.</summary>
    public List<string> Prefill { get; init; } = [];

    /// <summary>What must hold of the answer beyond its type, in the service's own words.</summary>
    public List<Must> Must { get; init; } = [];

    /// <summary>Of a paper: a rule over answers; where it comes to false, the application is complete without it. Empty: needed always.</summary>
    public string Needed { get; init; } = "";

    /// <summary>Of a paper: where somebody turns who has none of those that would do.</summary>
    public Help? IfLacking { get; init; }
    public int? MaxLength { get; init; }
    public int? MaxRows { get => maxRows; init => maxRows = value; }
    public List<Option> Options { get => options; init => options = value; }

    /// <summary>Of a date: past, future (from today on), or any.</summary>
    public string Falls { get; init; } = DateType.Past;

    /// <summary>Of a date: it may be that only the month or the year is known.</summary>
    public bool Roughly { get; init; }

    /// <summary>Of a land parcel: how its state's record names it, survey or khasra; and whether its area is asked.</summary>
    public string Record { get; init; } = "";
    public bool WithoutArea { get; init; }

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

    List<Option> options = [];
    int? maxRows;
    Rule? when, needed;

    /// <summary>Its rule; null where it is asked of everybody.</summary>
    internal Rule? Condition => When.Length == 0 ? null : Rule;

    /// <summary>What its rule and those of its options read.</summary>
    public IReadOnlyList<ReadName> Reads => [.. When.Length == 0 ? [] : Rule.Reads, .. options.SelectMany(option => option.Reads)];

    /// <summary>
    /// Whether these answers lead to this question. Its rule reads answers and nothing else, not even today: a case read
    /// years later has the questions it was filed with.
    /// </summary>
    public bool IsAsked(IReadOnlyList<Question> questions, Answers answers) =>
        When.Length == 0 || Rule.Evaluate(RuleFacts.Of(Rule, questions, answers)).Holds;

    /// <summary>Of a column: whether the cells before it in its row lead to it.</summary>
    public bool IsAskedIn(Question table, JsonNode row) => When.Length == 0 || Rule.Evaluate(TableType.Row(table, row)).Holds;

    /// <summary>Whether an application that does not have this paper lacks it: while that cannot be told, it does.</summary>
    public bool IsNeeded(IReadOnlyList<Question> questions, Answers answers)
    {
        if (Optional || Needed.Length == 0) return !Optional;
        needed ??= Rule.Parse(Needed);
        return needed.Evaluate(RuleFacts.Of(needed, questions, answers)).Value is not false;
    }

    /// <summary>Of a table: as one that asks a single row.</summary>
    public Question OfOneRow()
    {
        var one = (Question)MemberwiseClone();
        one.maxRows = 1;
        return one;
    }

    /// <summary>The question with the options it has for these answers; itself where they depend on nothing.</summary>
    public Question Offering(IReadOnlyList<Question> questions, Answers answers)
    {
        if (options.TrueForAll(option => option.When.Length == 0)) return this;
        var offering = (Question)MemberwiseClone();
        offering.options = [.. options.Where(option => option.IsOffered(questions, answers))];
        return offering;
    }

    /// <summary>Whether what was chosen can still be.</summary>
    public bool IsOffered(IReadOnlyList<Question> questions, Answers answers) => answers[Id] is not { } answer
        || QuestionType.Of(this).Codes(answer).All(code => Option(code)?.IsOffered(questions, answers) ?? true);

    /// <summary>The first thing that must hold of the answer and is known not to; null when there is none.</summary>
    public Must? Broken(IReadOnlyList<Question> questions, Answers answers, DateOnly today) => Must.Find(must => must.IsBroken(questions, answers, today));

    Rule Rule => when ??= Rule.Parse(When);
}

/// <summary>What must hold of an answer: a rule over it, the answers before it and <c>today</c>, and what is said when it does not.</summary>
public sealed class Must
{
    public string When { get; init; } = "";
    public LocalText Says { get; init; } = [];

    Rule? when;

    public bool IsBroken(IReadOnlyList<Question> questions, Answers answers, DateOnly today)
    {
        when ??= Rule.Parse(When);
        return when.Evaluate(RuleFacts.Of(when, questions, answers, today)).Value is false;
    }
}

/// <summary>What to do about a paper one does not have, and, if there is one, the service by which one gets it.</summary>
public sealed class Help
{
    public LocalText Says { get; init; } = [];
    public string Service { get; init; } = "";
}

/// <summary>One answer to a choice, or one paper that proves what a document question asks.</summary>
public sealed class Option
{
    public string Code { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>A rule over answers before: offered only when it holds. Empty: always.</summary>
    public string When { get; init; } = "";

    /// <summary>Of a paper: the service whose certificate it is, so that who has one from this house need not bring it.</summary>
    public string IssuedBy { get; init; } = "";

    /// <summary>Of several choices: "none of these", which goes with no other.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Of a tier: the quicker one, marked wherever the case is seen.</summary>
    public bool IsUrgent { get; init; }

    Rule? when;

    public IReadOnlyList<ReadName> Reads => When.Length == 0 ? [] : Rule.Reads;

    public bool IsOffered(IReadOnlyList<Question> questions, Answers answers) =>
        When.Length == 0 || Rule.Evaluate(RuleFacts.Of(Rule, questions, answers)).Holds;

    Rule Rule => when ??= Rule.Parse(When);
}
