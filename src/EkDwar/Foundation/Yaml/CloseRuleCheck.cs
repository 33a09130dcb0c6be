namespace EkDwar.Foundation.Yaml;

/// <summary>The rules that close what waits: a cause there is, each once, days in which one can be reminded, and who says so.</summary>
public static class CloseRuleCheck
{
    public static void Run<T>(Sheet<T> sheet, List<CloseRule> rules) where T : class, new()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            sheet.Needs(CloseRule.Causes.Contains(rule.Cause), rule, "cause", $"{FileFaults.Quote(rule.Cause)} is nothing an application waits for", $"write one of {string.Join(", ", CloseRule.Causes)}");
            sheet.Needs(seen.Add(rule.Cause), rule, "cause", $"{FileFaults.Quote(rule.Cause)} stands here twice", "write each cause once");
            sheet.Needs(rule.Days is >= CloseRule.Least and <= CloseRule.Most, rule, "days", $"what waits is closed after {CloseRule.Least} to {CloseRule.Most} days", "write how many calendar days");
            sheet.Needs(rule.Source != "", rule, "source", "what closes an application needs its source", "write the law, or 'example'");
        }
    }
}
