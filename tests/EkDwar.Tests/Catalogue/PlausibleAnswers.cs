using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Tests.Catalogue;

/// <summary>What somebody might well answer, by the type of the question; a number picks among options, places, yes and no.</summary>
static class PlausibleAnswers
{
    /// <summary>As long as what is typed into a certificate's rows may be: its code must hold them.</summary>
    const int LongestTyped = 60;

    const string Typed = "घर क्र. 12, मारुती मंदिराजवळ, ";

    public static RawAnswer To(Question question, AnswerFacts facts, int pick) => question.Type switch
    {
        "name" => Parts(("local", "पार्वतीबाई कदम"), ("latin", "Parvatibai Kadam")),
        "date" when question.Falls == DateType.Future => Day(facts.Today.AddDays(30 + pick)),
        "date" => Parts(("day", "27"), ("month", "3"), ("year", pick % 2 == 0 ? "1985" : "2015")),
        "day_and_hour" => At(facts.Today.AddDays(30 + pick)),
        "vehicle" => Parts(("number", "MH 12 AB 1234"), ("chassis", "0A123")),
        "land_parcel" => Parts(("kind", "gat"), ("number", "123"), ("hissa", "2"), ("hectare", "1"), ("are", "20"), ("khasra", "12//3/2"), ("khewat", "45"), ("kanal", "8"), ("marla", "10"),
            ("village", Places(question, facts).FirstOrDefault() ?? "")),
        "bank_account" => Parts(("ifsc", "MAHB0000123"), ("number", "601234567890"), ("again", "601234567890")),
        "choices" => Parts([.. question.Options.Where(option => pick % 2 == 0 ? !option.IsAlone : option == question.Options[^1]).Select(option => (option.Code, "yes"))]),
        "document" => Parts(("kind", KindOf(question, pick)), ("file", "paper"), ("key", "key"), ("format", "jpg"), ("length", "1024")),
        "table" => Parts([.. Enumerable.Range(0, Rows(question)).SelectMany(row => question.Columns.SelectMany(column => To(column, facts, pick + row + (column.Type == "phone" ? 1 : 0)).Parts.Select(part => (TableType.Part(row, column, part.Key), part.Value))))]),
        _ => Parts(("", Plain(question, facts, pick))),
    };

    /// <summary>As many as there are options, so that each is chosen in one.</summary>
    static int Rows(Question table) => Math.Min(table.MaxRows ?? TableType.RowsAtMost, table.Columns.Max(column => Math.Max(1, column.Options.Count)));

    /// <summary>The first answer that the service accepts, beginning at one: a service may say in its own words what must hold.</summary>
    public static Outcome<Answers> Accepted(ServiceDefinition service, Answers answers, Question question, AnswerFacts facts, int pick)
    {
        var first = Interview.Accept(service, answers, question, To(question, facts, pick), facts);
        return first.IsDone ? first : Interview.Accept(service, answers, question, To(question, facts, pick + 1), facts);
    }

    /// <summary>Which paper of those that would do; nothing where there is one alone.</summary>
    public static string KindOf(Question question, int pick) => question.Options.Count == 0 ? "" : question.Options[pick % question.Options.Count].Code;

    static string Plain(Question question, AnswerFacts facts, int pick) => question.Type switch
    {
        "text" or "long_text" => Text(Math.Min(question.MaxLength ?? LongestTyped, LongestTyped)),
        "number" => $"{Math.Min(Math.Max(question.Least ?? 1, 1), question.Most ?? 1)}",
        "money" => "1,42,000",
        "choice" => KindOf(question, pick),
        "yes_no" => pick % 2 == 0 ? "yes" : "no",
        // In a table, whoever stands in a row has a number of her own.
        "phone" => $"98900 {12345 + pick}",
        "email" => "parvati@example.com",
        "place" => Places(question, facts) is { Count: > 0 } places ? places[pick % places.Count] : "",
        "declaration" => "yes",
        "licence" or "benefit" => facts.Licences[pick % facts.Licences.Count].Number,
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Type, "nothing is plausible for a type nobody knows"),
    };

    /// <summary>Those of Haveli first, then those of the city, at whose desks the tests know who sits.</summary>
    static List<string> Places(Question question, AnswerFacts facts) =>
        [.. facts.Offered(question).Select(place => place.Key).OrderBy(code => code.StartsWith("pune.haveli.", StringComparison.Ordinal) ? 0 : code.StartsWith("pune_city.", StringComparison.Ordinal) ? 1 : 2).ThenBy(code => code, StringComparer.Ordinal)];

    static RawAnswer At(DateOnly day) => Parts([.. Day(day).Parts.Select(part => (part.Key, part.Value)), ("time", "18:30")]);

    static RawAnswer Day(DateOnly day) => Parts(("day", $"{day.Day}"), ("month", $"{day.Month}"), ("year", $"{day.Year}"));

    static string Text(int length) => string.Concat(Enumerable.Repeat(Typed, 2))[..length].Trim();

    static RawAnswer Parts(params (string Part, string Text)[] parts) => new(parts.ToDictionary(part => part.Part, part => part.Text));
}
