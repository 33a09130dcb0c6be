using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

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
        "date" => Parts(("day", "27"), ("month", "3"), ("year", "1985")),
        "bank_account" => Parts(("ifsc", "MAHB0000123"), ("number", "601234567890"), ("again", "601234567890")),
        "choices" => Parts([.. question.Options.Where(option => pick % 2 == 0 ? !option.IsAlone : option == question.Options[^1]).Select(option => (option.Code, "yes"))]),
        "document" => Parts(("kind", KindOf(question, pick)), ("file", "paper"), ("key", "key"), ("format", "jpg"), ("length", "1024")),
        "table" => Parts([.. question.Columns.Select(column => ($"0.{column.Id}", To(column, facts, pick)[""]))]),
        _ => Parts(("", Plain(question, facts, pick))),
    };

    /// <summary>Which paper of those that would do.</summary>
    public static string KindOf(Question question, int pick) => question.Options[pick % question.Options.Count].Code;

    static string Plain(Question question, AnswerFacts facts, int pick) => question.Type switch
    {
        "text" or "long_text" => Text(Math.Min(question.MaxLength ?? LongestTyped, LongestTyped)),
        "number" => $"{Math.Min(Math.Max(question.Least ?? 1, 1), question.Most ?? 1)}",
        "money" => "1,42,000",
        "choice" => KindOf(question, pick),
        "yes_no" => pick % 2 == 0 ? "yes" : "no",
        "phone" => "98900 12345",
        "email" => "parvati@example.com",
        "place" => facts.Places.Keys.Order(StringComparer.Ordinal).ElementAt(pick % facts.Places.Count),
        "declaration" => "yes",
        "licence" or "benefit" => facts.Licences[pick % facts.Licences.Count].Number,
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Type, "nothing is plausible for a type nobody knows"),
    };

    static string Text(int length) => string.Concat(Enumerable.Repeat(Typed, 2))[..length].Trim();

    static RawAnswer Parts(params (string Part, string Text)[] parts) => new(parts.ToDictionary(part => part.Part, part => part.Text));
}
