using EkDwar.Catalogue.Rules;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// What must come to an amount or to a day cannot depend on a date that may be known only roughly: of that nobody could say
/// what is due. Conditions may: while they depend on the day that is not known, they are neither met nor missed.
/// </summary>
static class RoughDateCheck
{
    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var service = sheet.Value;
        var rough = service.Questions.Where(question => question.Roughly).Select(question => question.Id).ToHashSet();
        if (rough.Count == 0) return;
        void Exact(object owner, string key, string text)
        {
            if (text.Length == 0 || !Rule.TryParse(text, out var rule, out _)) return;
            if (rule!.Reads.FirstOrDefault(name => rough.Contains(name.Root)) is { } read)
                sheet.Needs(false, owner, key, $"{FileFaults.Quote(read.Root)} may be known only roughly, and this must come to something", "ask for what decides in a question of its own, or take 'roughly' out");
        }
        foreach (var head in service.Fee.Heads)
        {
            Exact(head, "amount", head.Amount);
            Exact(head, "when", head.When);
        }
        if (service.Licence is { } licence) Exact(licence, "valid_until", licence.ValidUntil);
        if (service.Sanction is not { } sanction) return;
        Exact(sanction, "amount", sanction.Amount);
        foreach (var part in sanction.Instalments) Exact(part, "amount", part.Amount);
    }
}
