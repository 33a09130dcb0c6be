using System.Diagnostics;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Checks;
using EkDwar.Catalogue.Questions;
using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Onboarding;

/// <summary>
/// Runs the tests that a service's file has of itself, on the places, act and calendar of its state. One that does not hold
/// is a fault at what it expected. Asked only of a file without another fault.
/// </summary>
static class FileTests
{
    /// <returns>how long it took</returns>
    public static TimeSpan Run(Sheet<ServiceDefinition> sheet, StateFolder state)
    {
        if (sheet.Value.Tests.Count == 0 || sheet.Faults.Any) return TimeSpan.Zero;
        var started = Stopwatch.GetTimestamp();
        TestCheck.Run(sheet);
        // Without places nobody can answer where she lives.
        if (state.Places is null) sheet.Faults.Remark(sheet.At(sheet.Value, "tests"), "these tests were not run: the state has no places.yaml, or a broken one", "write it, or mend it");
        else if (!sheet.Faults.Any) foreach (var test in sheet.Value.Tests) Run(sheet, test, state);
        return Stopwatch.GetElapsedTime(started);
    }

    static void Run(Sheet<ServiceDefinition> sheet, ServiceTest test, StateFolder state)
    {
        var service = sheet.Value;
        if (test.Due is not null && state.Law is null)
        {
            // Of the two files themselves everything is told, and nothing of the test is wrong.
            if (state.LawFaults.Count > 0) sheet.Faults.Remark(sheet.At(test, "due"), "this day was not counted: act.yaml or calendar.yaml is broken", "mend it");
            else sheet.Needs(false, test, "due", "this state has no act and calendar to count by", "write act.yaml and calendar.yaml, or take 'due' out");
            return;
        }
        var facts = new AnswerFacts(test.On(service), state.PlaceChoices, LanguageCode.English);
        foreach (var (key, expected, got) in Rehearsal.Of(service, test, facts, (terms, on) => Due(service, terms, test.Channel, on, state.Law!)))
        {
            var at = key.StartsWith("answers.", StringComparison.Ordinal) ? sheet.At(test.Answers, key["answers.".Length..])
                : key.StartsWith("findings.", StringComparison.Ordinal) ? sheet.At(test.Findings, key["findings.".Length..]) : sheet.At(test, key);
            sheet.Faults.Add(at,
                $"{FileFaults.Quote(test.Name)} expects {expected}, and got {got}", "mend what the test is about, or the test");
        }
    }

    static DateOnly? Due(ServiceDefinition service, Terms terms, string channel, DateOnly on, Law law) =>
        Clock.Read(law.Act.Limit(terms.Days, service.Limit.Kind, channel, terms.Added), law.Act, law.Calendar, [ClockFact.Started(on)]).DueOn;
}
