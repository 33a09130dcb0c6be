using System.Globalization;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Catalogue;

/// <summary>Of a test in a service's file: what would be sanctioned if it were granted on the day of the test, and when which part of it falls due.</summary>
static class RehearsedSanction
{
    public static IEnumerable<Surprise> Of(ServiceDefinition service, ServiceTest test, Answers answers)
    {
        if (service.Sanction is not { } sanction) yield break;
        var on = test.On(service);
        if (test.Sanctions is { } rupees && sanction.Minor(service.Questions, answers, on) is var minor && minor != rupees * 100)
            yield return new("sanctions", Rupees(rupees), minor is { } paise ? Rupees(paise / 100m) : "no amount");
        if (test.Instalments is not { } expected) yield break;
        var parts = sanction.Parts(service.Questions, answers, on);
        var (wanted, came) = (Told(expected.Select(one => (one.Code, one.Rupees, one.Due))), Told((parts ?? []).Select(part => (part.Rule.Code, part.AmountMinor / 100m, part.DueOn))));
        if (wanted != came) yield return new("instalments", wanted, came);
    }

    static string Told(IEnumerable<(string Code, decimal Rupees, DateOnly Due)> parts) =>
        string.Join(", ", parts.Select(part => $"{part.Code} {Rupees(part.Rupees)} due {part.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}")) is { Length: > 0 } told ? told : "nothing";

    static string Rupees(decimal rupees) => rupees.ToString("0.00", CultureInfo.InvariantCulture);
}
