using System.Runtime.CompilerServices;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Time;

namespace EkDwar.Finding;

/// <summary>
/// Use case: what somebody can get of all services of a state, from a few answers given before signing in. The questions are
/// those that the conditions of most services read, and nothing but those conditions answers. Nothing is kept.
/// </summary>
public sealed class WhatCanIGet(PublishedServices services, TimeProvider time)
{
    const int MostAsked = 10;

    /// <summary>What one page can ask: one box or one choice each.</summary>
    static readonly string[] Simple = ["choice", "yes_no", "number", "money", "date"];

    // The questions live as long as the list of services they were made of.
    static readonly ConditionalWeakTable<IReadOnlyList<ServiceDefinition>, IReadOnlyList<Question>> asked = [];

    public async Task<IReadOnlyList<Question>> Questions(string state) => asked.GetValue(await services.Current(state), Asked);

    /// <summary>Each service that has conditions, with what can be said of it.</summary>
    public async Task<IReadOnlyList<Prospect>> Run(string state, Answers told) => Prospects(await services.Current(state), told, time.Today());

    internal static IReadOnlyList<Prospect> Prospects(IReadOnlyList<ServiceDefinition> all, Answers told, DateOnly today)
    {
        var types = asked.GetValue(all, Asked).ToDictionary(question => question.Id, question => question.Type);
        return [.. all.Where(service => service.Eligibility.Count > 0).Select(service => Prospect.Of(service, ToldTo(service, told, types), today))];
    }

    /// <summary>The same question is asked under the same id by several services; the one most of them read stands first.</summary>
    internal static IReadOnlyList<Question> Asked(IReadOnlyList<ServiceDefinition> all) =>
    [
        .. all.SelectMany(Interview.Deciding).Where(question => Simple.Contains(question.Type)).GroupBy(question => (question.Id, question.Type))
            .Select(same => same.ToList()).OrderByDescending(same => same.Count).DistinctBy(same => same[0].Id).Take(MostAsked).Select(Merged),
    ];

    static Question Merged(List<Question> same) => new()
    {
        Id = same[0].Id, Type = same[0].Type, Label = same[0].Label, Unit = same[0].Unit,
        Options = [.. same.SelectMany(question => question.Options).DistinctBy(option => option.Code).Select(option => new Option { Code = option.Code, Names = option.Names })],
        Falls = same.TrueForAll(question => question.Falls == same[0].Falls) ? same[0].Falls : DateType.Any, Roughly = same[0].Type == "date",
        Least = same.Min(question => question.Least ?? 0), Most = same.Exists(question => question.Most is null) ? null : same.Max(question => question.Most),
        Decimals = same.Max(question => question.Decimals),
    };

    /// <summary>What was told that this service asks too, in the same way: a choice it does not offer says nothing to it.</summary>
    static Answers ToldTo(ServiceDefinition service, Answers told, IReadOnlyDictionary<string, string> types) => told.Only(id => service.Questions.Find(question => question.Id == id) is { } question
        && question.Type == types.GetValueOrDefault(id) && QuestionType.Of(question).Codes(told[id]!).All(code => question.Option(code) is not null));
}
