using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>Days a service adds by channel: a channel there is, each once, a number of days, and who says so.</summary>
static class ExtraDaysCheck
{
    const int Most = 365;

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var limit = sheet.Value.Limit;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var extra in limit.ExtraDays)
        {
            Channel(sheet, extra, extra.Channel);
            sheet.Needs(seen.Add(extra.Channel), extra, "channel", $"{FileFaults.Quote(extra.Channel)} stands here twice", "write each channel once");
            sheet.Needs(extra.Days is >= 0 and <= Most, extra, "days", $"days from 0 to {Most} are added", "write those of the notification; 0 where it adds none");
            sheet.Needs(extra.Source != "", extra, "source", "who adds these days is needed", "write the address of the notification, or 'source: example'");
        }
        sheet.Needs(limit.ExtraDays.Count == 0 || limit.Kind != LimitRule.Immediate, limit, "extra_days", "what is immediate has no days to add to", "take 'extra_days' out, or name another kind");
        foreach (var test in sheet.Value.Tests) Channel(sheet, test, test.Channel);
    }

    static void Channel(Sheet<ServiceDefinition> sheet, object owner, string channel) =>
        sheet.Needs(ApplicationChannel.All.Contains(channel), owner, "channel", $"{FileFaults.Quote(channel)} is no channel", $"write one of {string.Join(", ", ApplicationChannel.All)}");
}
