using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>How long a service's cases are kept: a number of years, and who says so.</summary>
static class KeepCheck
{
    const int YearsAtMost = 200;

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        if (sheet.Value.Keep is not { } keep) return;
        sheet.Needs(keep.Years is > 0 and <= YearsAtMost, keep, "years", $"a case is kept from 1 to {YearsAtMost} years", "write how many years");
        sheet.Needs(keep.Source != "", keep, "source", "how long a case is kept needs its source", "write the law, or 'example'");
    }
}
