using System.Globalization;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>What stands above a service's questions: its names, its time limit, its officers, and which answers choose office and name.</summary>
static class HeadCheck
{
    const int LongestShortName = 24;

    public static readonly string[] Starts = [LimitRule.PapersComplete, LimitRule.FeePaid, LimitRule.OnEvent];

    public static readonly string[] Kinds = ["working", "calendar", "unstated", LimitRule.Immediate];

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        Identified(sheet);
        ShortlyNamed(sheet);
        Sought(sheet);
        Limited(sheet);
        Served(sheet);
    }

    static void Identified(Sheet<ServiceDefinition> sheet)
    {
        var service = sheet.Value;
        sheet.Needs(service.Id.Length > 0 && service.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'), service, "id",
            service.Id == "" ? "an id is needed" : $"{FileFaults.Quote(service.Id)} is no id", "write the name of the file without .yaml, in small letters with dashes");
        sheet.Needs(service.State != "", service, "state", "a state is needed", "write the name of the folder, such as mh");
        sheet.Needs(service.Version is > 0 and < 100_000, service, "version", "a version from 1 on is needed", "write 1, or one more than was published last");
        sheet.Needs(service.EffectiveOn.Year is >= 1900 and < 2200, service, "effective_on", "the day from which this counts is needed", "write it as 2026-01-26");
        sheet.Needs(service.Names.Count > 0, service, "names", "names are needed", "write them in the state's language and in English at least");
        sheet.Needs(service.Department.Count > 0, service, "department", "the department is needed: the certificate is headed by it", "write its name in the state's language and in English at least");
        sheet.Needs(service.Questions.Count > 0, service, "questions", "questions are needed", "ask the applicant's name and place at least");
        sheet.Needs(service.Stages.Count > 0 || service.Instant is not null, service, "stages", "stages are needed", "write at least one, which may grant and refuse");
        var hasOfficers = sheet.Holds(service.Officers);
        sheet.Needs(service.Officers.Designated.Length > 0 || service.Officers.Slabs.Count > 0, hasOfficers ? service.Officers : service, hasOfficers ? "designated" : "officers", "a designated officer is needed", "write 'designated:' and his post, and 'source: example' where the notification names none");
    }

    static void ShortlyNamed(Sheet<ServiceDefinition> sheet)
    {
        var names = sheet.Value.ShortNames;
        sheet.Needs(names.Count > 0, sheet.Value, "short_names", "short names are needed", $"write names of at most {LongestShortName} characters");
        foreach (var (language, name) in names)
            // Counted as telephones count. The signs people count are never more.
            sheet.Needs(name.Length <= LongestShortName, names, language, $"{FileFaults.Quote(name)} has {name.Length} characters ({new StringInfo(name).LengthInTextElements} letters as people count them)",
                $"shorten it to {LongestShortName}, by hand: it is never cut");
    }

    static void Sought(Sheet<ServiceDefinition> sheet)
    {
        foreach (var (language, _) in sheet.Value.Synonyms)
            sheet.Needs(LanguageCode.TryParse(language, out _), sheet.Value.Synonyms, language, $"{FileFaults.Quote(language)} is not one of our languages",
                Nearest.Mend(language, [.. LanguageCode.All.Select(known => known.Code)]));
    }

    static void Limited(Sheet<ServiceDefinition> sheet)
    {
        var (service, limit) = (sheet.Value, sheet.Value.Limit);
        if (!sheet.Needs(sheet.Holds(limit), service, "limit", "a time limit is needed", "write 'limit:' with 'days:' and 'kind:'")) return;
        if (limit.Slabs.Count == 0) SlabCheck.Days(sheet, limit, limit.Days);
        sheet.Needs(Kinds.Contains(limit.Kind), limit, "kind", $"{FileFaults.Quote(limit.Kind)} is no kind of days", $"write one of {string.Join(", ", Kinds)}; unstated where the notification is silent");
        sheet.Needs(Starts.Contains(limit.Starts), limit, "starts", $"{FileFaults.Quote(limit.Starts)} starts no clock", $"write one of {string.Join(", ", Starts)}");
        var isEvent = limit.Starts == LimitRule.OnEvent;
        sheet.Needs(isEvent == limit.Event.Count > 0, limit, "event", isEvent ? "which event starts the limit is needed" : "this event starts nothing", isEvent ? "write 'event:' and what happens, such as: police report received" : $"write 'starts: {LimitRule.OnEvent}', or take it out");
        sheet.Needs(!isEvent || service.Stages.Exists(stage => stage.May(Stage.StartClock)), limit, "starts", "nobody may record the event that starts the limit", $"write '{Stage.StartClock}' among the actions of the stage where it is known");
    }

    static void Served(Sheet<ServiceDefinition> sheet)
    {
        var service = sheet.Value;
        Asked(sheet, service, "applicant_name", service.ApplicantName, "name");
        if (!sheet.Needs(sheet.Holds(service.ServedBy), service, "served_by", "which answer chooses the office is needed", "write 'served_by:' with 'question:' and 'place_kind:'")) return;
        Asked(sheet, service.ServedBy, "question", service.ServedBy.Question, "place");
        sheet.Needs(service.ServedBy.PlaceKind is [_, ..] kinds && !kinds.Contains(""), service.ServedBy, "place_kind", "the kind of place the office serves is needed", "write it, such as taluka");
    }

    /// <summary>A question on which the whole case hangs: there, of this type, and asked of everybody.</summary>
    /// <returns>whether there is such a question of that type</returns>
    public static bool Asked(Sheet<ServiceDefinition> sheet, object owner, string key, string id, string type)
    {
        var questions = sheet.Value.Questions;
        if (questions.Find(question => question.Id == id) is not { } asked)
        {
            sheet.Needs(false, owner, key, $"{FileFaults.Quote(id)} is not a question of this service", Nearest.Mend(id, [.. questions.Where(question => question.Type == type).Select(question => question.Id)]));
            return false;
        }
        var isFit = sheet.Needs(asked.Type == type || !QuestionCheck.IsKnown(asked), owner, key, $"{FileFaults.Quote(id)} is a question of type {FileFaults.Quote(asked.Type)}", $"name a question of type '{type}'");
        sheet.Needs(asked.When == "" && !asked.Optional, owner, key, $"{FileFaults.Quote(id)} is not asked of everybody", "name a question without 'when' or 'optional', or take those out of it");
        return isFit;
    }
}
