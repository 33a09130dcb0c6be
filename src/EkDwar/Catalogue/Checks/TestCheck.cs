using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>The tests a service's file has of itself: named, and speaking of what the service has. Whether they hold is asked by who knows places and the law.</summary>
static class TestCheck
{
    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var service = sheet.Value;
        List<string> questions = [.. service.Questions.Select(question => question.Id)], papers = [.. service.Questions.Where(question => question.Type == "document").Select(question => question.Id)];
        List<string> conditions = [.. service.Eligibility.Select(condition => condition.Id)], officers = [.. service.Officers.Possible.Select(one => one.Officers.Designated)];
        List<string> parties = [.. service.Parties.SelectMany(rule => PartyCheck.Keys(rule, service.Questions))];
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var test in service.Tests)
        {
            if (sheet.Needs(test.Name != "", test, "name", "this test has no name", "write in a sentence what it is about"))
                sheet.Needs(named.Add(test.Name), test, "name", "another test has this name", "give each its own");
            sheet.Needs(test.Answers.Count > 0, test, "answers", "this test has no answers", "write the questions' ids, each with what somebody types");
            foreach (var id in test.Answers.Keys) Known(sheet, test.Answers, id, id, questions, "a question of this service");
            foreach (var id in test.Assessed.Keys) Known(sheet, test.Assessed, id, id, [.. service.Fee.Facts.Select(fact => fact.Id)], "a fact of this service's fee");
            sheet.Needs(test.Fee is null || service.Fee.Pay != FeeRule.AfterAssessment || service.Fee.Facts.TrueForAll(fact => test.Assessed.ContainsKey(fact.Id)), test, "fee",
                "the fee is known when it is assessed", "write under 'assessed' what the officer states");
            foreach (var said in (List<string>?[])[test.Asks, test.AsksNot, test.Refuses]) Known(sheet, said, questions, "a question of this service");
            Known(sheet, test.Papers, papers, "a paper of this service");
            Known(sheet, test.Missing, papers, "a paper of this service");
            Known(sheet, test.NotMet, conditions, "a condition of this service");
            Known(sheet, test.Parties, parties, "a party of this service");
            Known(sheet, test.Stages, [.. service.Stages.Select(stage => stage.Id)], "a stage of this service");
            foreach (var id in test.Findings.Keys) Known(sheet, test.Findings, id, id, [.. service.AllQuestions.Skip(service.Questions.Count).Select(question => question.Id)], "a question of an officer's form");
            foreach (var expected in test.Instalments ?? []) Known(sheet, expected, "code", expected.Code, [.. (service.Sanction?.Instalments ?? []).Select(part => part.Code)], "an instalment of this service");
            sheet.Needs(test.Sanctions is null || service.Sanction is not null, test, "sanctions", "this service sanctions nothing", "take it out");
            if (test.Officer is { } officer) Known(sheet, test, "officer", officer, officers, "a designated officer of this service");
            if (test.FirstAppellate is { Length: > 0 } first) Known(sheet, test, "first_appellate", first, [.. service.Officers.Possible.Select(one => one.Officers.FirstAppellate)], "a first appellate authority of this service");
            if (test.SecondAppellate is { Length: > 0 } second) Known(sheet, test, "second_appellate", second, [.. service.Officers.Possible.Select(one => one.Officers.SecondAppellate)], "a second appellate authority of this service");
            sheet.Needs(test.Asks is not null || test.AsksNot is not null || test.Refuses is not null || test.Papers is not null || test.Missing is not null
                || test.Parties is not null || test.NotMet is not null || test.Fee is not null || test.Officer is not null || test.FirstAppellate is not null || test.SecondAppellate is not null || test.Due is not null || test.Stages is not null || test.Sanctions is not null || test.Instalments is not null, test, "asks", "this test expects nothing", "write what its answers lead to, such as 'asks', 'fee' or 'due'");
        }
    }

    static void Known(Sheet<ServiceDefinition> sheet, List<string>? said, List<string> known, string what)
    {
        if (said is null) return;
        for (var at = 0; at < said.Count; at++)
            if (!known.Contains(said[at])) sheet.Faults.Add(sheet.At(said, at), $"{FileFaults.Quote(said[at])} is not {what}", Nearest.Mend(said[at], known));
    }

    static void Known(Sheet<ServiceDefinition> sheet, object owner, string key, string said, List<string> known, string what) =>
        sheet.Needs(known.Contains(said), owner, key, $"{FileFaults.Quote(said)} is not {what}", $"{Nearest.Mend(said, known)}");
}
