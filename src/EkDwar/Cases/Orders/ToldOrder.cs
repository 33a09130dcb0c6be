using System.Globalization;
using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;

namespace EkDwar.Cases.Orders;

/// <summary>
/// An extension order as a case's ledger tells of it: its number, its day, what the act allows it for, and the last day of it where it
/// ended early, after which the days count again. It says nothing of the date; that is counted.
/// </summary>
public sealed record ToldOrder(string Number, DateOnly GivenOn, ExtensionRule Rule, DateOnly? EndedAfterOn)
{
    const string Order = "order", Kind = "kind", Given = "given_on", Ended = "ended_after";

    /// <summary>What an entry states of an order.</summary>
    public static Dictionary<string, string> Stated(ExtensionOrder order)
    {
        var stated = new Dictionary<string, string> { [Order] = order.Number, [Kind] = order.Kind, [Given] = Iso(order.GivenOn) };
        if (order.EndedAfterOn is { } ended) stated[Ended] = Iso(ended);
        return stated;
    }

    /// <summary>Null for an entry that tells of no order, and for an order the act of the case does not list.</summary>
    public static ToldOrder? Of(TimelineEntry entry, ActRules? act) =>
        entry.Kind == CaseEvent.LimitExtended && entry.Body.Stated is { } stated && act?.Extensions.FirstOrDefault(rule => rule.Kind == stated.GetValueOrDefault(Kind)) is { } rule
            && Day(stated, Given) is { } given ? new(stated[Order], given, rule, Day(stated, Ended)) : null;

    public string Text(LanguageCode language) => Texts.Get(language, EndedAfterOn is null ? "cases.order.extended" : "cases.order.ended", ("number", Number),
        ("date", LongDate.Of(GivenOn, language)), ("section", Rule.Section.In(language)), ("until", EndedAfterOn is { } ended ? LongDate.Of(ended, language) : ""));

    static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    static DateOnly? Day(IReadOnlyDictionary<string, string> stated, string key) =>
        DateOnly.TryParseExact(stated.GetValueOrDefault(key), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
