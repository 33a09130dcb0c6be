using System.Globalization;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// A sanction in instalments: parts that come to the whole, each due on a day that comes, with a condition that somebody can
/// record; and a renewal that can be answered.
/// </summary>
static class InstalmentCheck
{
    const int MostInstalments = 12, LatestDays = 731, MostShare = 100, LongestBefore = 366;

    public static void Run(Sheet<ServiceDefinition> sheet, SanctionRule sanction, Reach reach)
    {
        if (sanction.YearStarts is { } start)
            sheet.Needs(start.ComesEveryYear, sanction, "year_starts", "no year begins on that day", "write a day and a month, such as {day: 1, month: 6}");
        if (sanction.Renewal is { } renewal) Renewed(sheet, sanction, renewal);
        if (!sanction.IsInInstalments)
        {
            sheet.Needs(sanction.YearStarts is null, sanction, "year_starts", "what is paid month by month has no year", "write 'instalments:', or take 'year_starts' out");
            return;
        }
        sheet.Needs(sanction.Instalments.Count <= MostInstalments, sanction, "instalments", $"a sanction has at most {MostInstalments} instalments", "leave 'instalments' out for one that is paid every month");
        sheet.Named(sanction.Instalments, part => part.Code, "code");
        foreach (var part in sanction.Instalments)
        {
            sheet.Needs(part.Names.Count > 0, part, "names", $"the instalment {FileFaults.Quote(part.Code)} has no names", "write what student and officer call it");
            Due(sheet, sanction, part);
            Needed(sheet, part);
        }
        Shared(sheet, sanction, reach);
        foreach (var key in (string[])["proved_by", "proof_months", "grace_days"])
            sheet.Needs(!sheet.Has(sanction, key), sanction, key, $"'{key}' says nothing about what is paid in instalments", "take it out: 'needs' says what must hold before one is paid");
    }

    /// <summary>All have a share, which come to the whole; or all have an amount of their own, which are the whole.</summary>
    static void Shared(Sheet<ServiceDefinition> sheet, SanctionRule sanction, Reach reach)
    {
        var parts = sanction.Instalments;
        if (parts.Exists(part => part.Amount != ""))
        {
            foreach (var part in parts)
            {
                sheet.Needs(part.Share is null, part, "share", "an instalment has a share or an amount, not both", "take 'share' out of all of them, or 'amount'");
                if (sheet.Needs(part.Amount != "", part, "amount", $"{FileFaults.Quote(part.Code)} has no amount, and others have", "give each an amount, or each a share"))
                    Amount(sheet, reach, part, part.Amount);
            }
            sheet.Needs(sanction.Amount == "", sanction, "amount", "the instalments' own amounts are the whole", "take this out, or give them shares of it");
            return;
        }
        var areShares = true;
        foreach (var part in parts)
            areShares &= sheet.Needs(part.Share is > 0 and <= MostShare && decimal.Round(part.Share.Value, 2) == part.Share, part, "share", $"the share of {FileFaults.Quote(part.Code)} is no per cent of the whole", "write a number over 0, with at most two decimals, or give each an amount");
        if (areShares && parts.Sum(part => part.Share ?? 0) is var sum and not MostShare)
            sheet.Needs(false, sanction, "instalments", $"the shares come to {sum.ToString(CultureInfo.InvariantCulture)} per cent of the whole", "let them come to 100");
        if (sanction.Amount != "") Amount(sheet, reach, sanction, sanction.Amount);
    }

    /// <summary>Who is granted it is granted something, whatever she answered.</summary>
    static void Amount(Sheet<ServiceDefinition> sheet, Reach reach, object owner, string text)
    {
        var questions = sheet.Value.Questions;
        if (new RuleCheck(sheet).Run(owner, "amount", text, questions, "a question of this service", RuleFacts.Today) is not { } rule) return;
        if (reach.Without(rule, questions, value => SanctionRule.Paise(value) is not null) is { } answers)
            sheet.Needs(false, owner, "amount", $"this comes to nothing {answers}", "write what is paid then, such as 'else' with an amount");
    }

    static void Due(Sheet<ServiceDefinition> sheet, SanctionRule sanction, InstalmentRule part)
    {
        var called = FileFaults.Quote(part.Code);
        if (!sheet.Needs(part.DueAfterDays is null || part.DueOn is null, part, "due_on", $"{called} falls due on two days", "keep 'due_after_days' or 'due_on'")) return;
        if (part.DueOn is { } day)
        {
            if (sheet.Needs(day.ComesEveryYear, part, "due_on", $"{called} never falls due: that day does not come every year", "write a day and a month, such as {day: 15, month: 2}"))
                sheet.Needs(sanction.YearStarts is not null, part, "due_on", "of which year this is the day is not said", "write 'year_starts:' beside 'instalments:', such as {day: 1, month: 6}");
        }
        else if (sheet.Needs(part.DueAfterDays is not null, part, "due_after_days", $"{called} never falls due", "write 'due_after_days:' and how many after the sanction, or 'due_on:' and a day of the year"))
            sheet.Needs(part.DueAfterDays is >= 0 and <= LatestDays, part, "due_after_days", $"an instalment falls due from 0 to {LatestDays} days after the sanction", "write how many");
    }

    static void Needed(Sheet<ServiceDefinition> sheet, InstalmentRule part)
    {
        if (part.Needs is not { } need) return;
        sheet.Needs(need.Post != "", need, "post", "nobody records that this holds, so it is never paid", "write the post of the office that does, such as clerk");
        sheet.Needs(need.Says.Count > 0, need, "says", "what must hold has no words", "write what student and officer read, such as the attendance of the second term");
        sheet.Needs(need.LeastPercent is null or (> 0 and <= 100), need, "least_percent", "a per cent is from 1 to 100", "write the least with which it holds, or take it out");
    }

    static void Renewed(Sheet<ServiceDefinition> sheet, SanctionRule sanction, RenewalRule renewal)
    {
        var service = sheet.Value;
        sheet.Needs(sanction.YearStarts is not null, renewal, "by", "nobody knows when the year ends for which is sanctioned", "write 'year_starts:' beside 'instalments:', such as {day: 1, month: 6}");
        sheet.Needs(renewal.By != "", renewal, "by", "the service that renews it is needed", $"write the service, such as {service.Id}");
        sheet.Needs(renewal.FromDays is >= 0 and <= LongestBefore, renewal, "from_days", $"a renewal begins from 0 to {LongestBefore} days before the end of the year", "write how many");
        // What another file asks is known there.
        if (renewal.By != service.Id) return;
        if (service.Questions.Find(question => question.Id == renewal.Question) is not { Type: "benefit" } asked)
            sheet.Needs(false, renewal, "question", $"{FileFaults.Quote(renewal.Question)} is no question of type 'benefit'", Nearest.Mend(renewal.Question, [.. service.Questions.Where(question => question.Type == "benefit").Select(question => question.Id)]));
        else sheet.Needs(asked.Of.Contains(service.Id), renewal, "question", $"{FileFaults.Quote(renewal.Question)} does not take a sanction of this service", $"write {service.Id} under its 'of'");
        foreach (var (id, typed) in renewal.Answers)
        {
            if (service.Questions.Find(question => question.Id == id) is not { } known) sheet.Needs(false, renewal.Answers, id, $"{FileFaults.Quote(id)} is not a question of this service", Nearest.Mend(id, [.. service.Questions.Select(question => question.Id)]));
            else if (sheet.Needs(known.Type is "choice" or "yes_no", renewal.Answers, id, $"{FileFaults.Quote(id)} is not answered with one of a few words", "name a question of type 'choice' or 'yes_no'") && known.Type == "choice")
                sheet.Needs(known.Option(typed) is not null, renewal.Answers, id, $"{FileFaults.Quote(typed)} is no option of '{id}'", $"{Nearest.Mend(typed, [.. known.Options.Select(option => option.Code)])}");
        }
    }
}
