using System.Globalization;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue;

/// <summary>What a test expected under one of its keys (or of one answer), and what came instead.</summary>
public sealed record Surprise(string Key, string Expected, string Got);

/// <summary>
/// Lives a test of a service's file through the one question engine, fee rules and terms, as a citizen would: pure, with
/// no house. Whether there are offices, and what becomes of an uploaded file, is not rehearsed.
/// </summary>
public sealed class Rehearsal
{
    readonly ServiceDefinition service;
    readonly ServiceTest test;
    readonly AnswerFacts facts;
    readonly Answers answers = Answers.None;
    readonly List<string> refused = [];
    readonly List<Surprise> surprises = [];

    /// <param name="facts">of the day of the test</param>
    /// <param name="dueOf">the due date of an application with these terms, sent on this day</param>
    Rehearsal(ServiceDefinition service, ServiceTest test, AnswerFacts facts, Func<Terms, DateOnly, DateOnly?> dueOf)
    {
        (this.service, this.test, this.facts) = (service, test, facts);
        foreach (var question in service.Questions) answers = Answered(question, facts);
        Expect(dueOf);
        surprises.AddRange(RehearsedSanction.Of(service, test, answers));
        surprises.AddRange(RehearsedPath.Of(service, test, answers, Terms.Of(service, answers, test.Channel, test.Body), facts));
    }

    /// <summary>All that came otherwise than the test says; empty when it holds.</summary>
    public static IReadOnlyList<Surprise> Of(ServiceDefinition service, ServiceTest test, AnswerFacts facts, Func<Terms, DateOnly, DateOnly?> dueOf) =>
        new Rehearsal(service, test, facts, dueOf).surprises;

    Answers Answered(Question question, AnswerFacts facts)
    {
        if (!test.Answers.TryGetValue(question.Id, out var written)) return answers;
        if (!question.IsAsked(service.Questions, answers))
        {
            surprises.Add(new("answers." + question.Id, "an answer", "the question is not asked after these answers"));
            return answers;
        }
        var accepted = Interview.Accept(service, answers, question, TypedAnswer.Of(question, written), facts with { Licences = TypedAnswer.Held(question, written) });
        if (accepted.IsDone) return accepted.Value;
        refused.Add(question.Id);
        if (test.Refuses?.Contains(question.Id) != true)
            surprises.Add(new("answers." + question.Id, "an answer", $"it is not accepted ({string.Join(", ", accepted.Refusals.Select(refusal => refusal.Code))})"));
        return answers;
    }

    void Expect(Func<Terms, DateOnly, DateOnly?> dueOf)
    {
        var on = test.On(service);
        var asked = Interview.Asked(service, answers).Select(question => question.Id).ToList();
        if (test.Asks is { } path && !IsOnTheWay(path, asked)) Came("asks", path, asked);
        if (test.AsksNot is { } not && not.Exists(asked.Contains)) surprises.Add(new("asks_not", $"no {List(not)}", List(asked.Where(not.Contains))));
        if (test.Refuses is { } wrong) Same("refuses", wrong, refused);
        if (test.Papers is { } papers) Same("papers", papers, Interview.Papers(service, answers).Select(paper => paper.Id));
        var missing = Interview.MissingPapers(service, answers).Select(paper => paper.Id).ToList();
        if (test.Missing is { } lacking) Same("missing", lacking, missing);
        if (test.Parties is { } parties) Same("parties", parties, Party.Of(service, answers).Select(party => party.Key));
        if (test.NotMet is { } conditions) Same("not_met", conditions, service.NotMet(answers, on).Select(condition => condition.Id));
        if (test.Fee is { } fee && Due(on) is var due && (!due.IsDone || due.Value.TotalMinor != fee * 100))
            surprises.Add(new("fee", Rupees(fee), due.IsDone ? Rupees(due.Value.TotalMinor / 100m) : "no amount"));
        var terms = Terms.Of(service, answers, test.Channel, test.Body);
        Named("officer", test.Officer, terms.Officers.Designated);
        Named("first_appellate", test.FirstAppellate, terms.Officers.FirstAppellate);
        Named("second_appellate", test.SecondAppellate, terms.Officers.SecondAppellate);
        if (test.Due is not { } day) return;
        if (missing.Count > 0) surprises.Add(new("due", Day(day), $"no date, because {List(missing)} is missing"));
        else if (dueOf(terms, on) is var got && got != day) surprises.Add(new("due", Day(day), got is { } other ? Day(other) : "no date"));
    }

    Outcome<FeeDue> Due(DateOnly on)
    {
        if (service.Fee.Pay != FeeRule.AfterAssessment) return service.Fee.Due(service.Questions, answers, on, test.Channel);
        var stated = Answers.None;
        foreach (var fact in service.Fee.Facts)
        {
            if (!test.Assessed.TryGetValue(fact.Id, out var written)) continue;
            var read = QuestionType.Of(fact).Parse(fact, TypedAnswer.Of(fact, written), facts);
            if (!read.IsDone) return read.Refusals.ToList();
            stated = stated.With(fact.Id, read.Value);
        }
        return service.Fee.Assess(service.Questions, answers, stated, on, test.Channel);
    }

    void Named(string key, string? expected, string got)
    {
        if (expected is not null && expected != got) surprises.Add(new(key, List([expected]), List([got])));
    }

    static bool IsOnTheWay(List<string> path, List<string> asked)
    {
        var next = 0;
        foreach (var question in asked)
            if (next < path.Count && path[next] == question) next++;
        return next == path.Count;
    }

    void Same(string key, List<string> expected, IEnumerable<string> got)
    {
        var came = got.ToList();
        if (!expected.Order(StringComparer.Ordinal).SequenceEqual(came.Order(StringComparer.Ordinal))) Came(key, expected, came);
    }

    void Came(string key, IEnumerable<string> expected, IEnumerable<string> got) => surprises.Add(new(key, List(expected), List(got)));

    static string List(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } list ? list : "nothing";

    static string Rupees(decimal rupees) => rupees.ToString("0.00", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
