using EkDwar.Catalogue;
using EkDwar.Deadlines;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;

namespace EkDwar.Applying;

/// <summary>
/// What each tier of a service would cost her and by when it would be decided, worked out of what she has answered so far and
/// shown beside each before she chooses. Not a promise: the date is that of an application complete and paid for today.
/// </summary>
public sealed class TierOffers(Laws laws, TimeProvider time)
{
    /// <summary>Price and date by the code of the option; empty where the question is not that of the tiers.</summary>
    public IReadOnlyDictionary<string, string> For(OpenDraft draft, Question question, LanguageCode language)
    {
        var service = draft.Service;
        if (question.Id != service.Tier) return new Dictionary<string, string>();
        return question.Options.ToDictionary(option => option.Code, option => Of(draft, question.Id, option.Code, language));
    }

    string Of(OpenDraft draft, string tier, string code, LanguageCode language)
    {
        var (service, today) = (draft.Service, time.Today());
        var answers = draft.Answers.With(tier, System.Text.Json.Nodes.JsonValue.Create(code));
        var terms = Terms.Of(service, answers);
        var law = laws.Of(service.State);
        var limit = law.Act.Limit(terms.Days, service.Limit.Kind, ApplicationChannel.Web, terms.Added);
        var fee = ("fee", IndianNumber.Rupees(service.Fee.Due(service.Questions, answers, today).Value?.TotalMinor ?? 0));
        if (service.Limit.Starts == LimitRule.OnEvent) return Texts.Get(language, "applying.tier_event", fee, ("limit", limit.Text(language)), ("event", service.Limit.Event.In(language)));
        var due = Clock.Read(limit, law.Act, law.Calendar, [ClockFact.Started(today)]).DueOn!.Value;
        return Texts.Get(language, "applying.tier_offer", fee, ("date", LongDate.Of(due, language)), ("limit", limit.Text(language)));
    }
}
