using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Texting;

/// <summary>
/// What a register of text messages must hold before anything leaves by it. That the house says something else by now than
/// what was registered is a remark: it is said in another language until the new words are registered too.
/// </summary>
static class RegisterCheck
{
    const int NumberLength = 19, LongestBody = 2_000;
    static readonly string[] Gateways = ["cdac", "nic", "msg91"], Categories = ["transactional", "service", "promotional", "government"];

    /// <param name="compares">whether each text is held against what the house says now</param>
    public static void Run(Sheet<TextRegister> sheet, bool compares)
    {
        var register = sheet.Value;
        sheet.Needs(IsNumber(register.Entity), register, "entity", "the entity has 19 digits", "write the number the operators gave it, in quotation marks");
        sheet.Needs(IsNumber(register.Telemarketer), register, "telemarketer", "the telemarketer has 19 digits", "write the number the operators gave it, in quotation marks");
        sheet.Needs(register.Header.Length is >= 3 and <= 6 && register.Header.All(char.IsAsciiLetterUpper), register, "header", "the header is three to six capital letters", "write it without what operators add");
        sheet.Needs(register.Gateways.Count > 0, register, "gateways", "no gateway carries these messages", $"write some of {string.Join(", ", Gateways)}, in the order they are tried");
        for (var at = 0; at < register.Gateways.Count; at++)
            if (!Gateways.Contains(register.Gateways[at])) sheet.Faults.Add(sheet.At(register.Gateways, at), $"{FileFaults.Quote(register.Gateways[at])} is no gateway", Nearest.Mend(register.Gateways[at], Gateways));
            else if (register.Gateways.IndexOf(register.Gateways[at]) < at) sheet.Faults.Add(sheet.At(register.Gateways, at), $"{FileFaults.Quote(register.Gateways[at])} stands here twice", "keep one");
        for (var at = 0; at < register.Domains.Count; at++)
            if (Uri.CheckHostName(register.Domains[at]) != UriHostNameType.Dns) sheet.Faults.Add(sheet.At(register.Domains, at), $"{FileFaults.Quote(register.Domains[at])} is no host name", "write it without https:// and without a path");
        sheet.Needs(register.Source.Length > 0, register, "source", "a register needs its source", "write where these numbers come from, or 'example'");
        var (texts, numbers) = (new HashSet<(string, string)>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var text in register.Texts)
        {
            sheet.Needs(Texts.Has("notifying." + text.Text), text, "text", $"{FileFaults.Quote(text.Text)} is no text of the house", $"{Nearest.Mend(text.Text, [.. LongestText.Keys])}");
            sheet.Needs(texts.Add((text.Text, text.Service)), text, "text", $"{FileFaults.Quote(text.Text)} stands here twice", "put the two together");
            sheet.Needs(Categories.Contains(text.Category), text, "category", $"{FileFaults.Quote(text.Category)} is no category", $"{Nearest.Mend(text.Category, Categories)}");
            sheet.Needs(text.Bodies.Count > 0, text, "bodies", "no body is registered for this text", "write 'bodies:', by language");
            foreach (var (language, body) in text.Bodies)
                if (IsWhole(sheet, text, language, body, numbers) && compares) Compare(sheet, text, language, body);
        }
    }

    static bool IsWhole(Sheet<TextRegister> sheet, RegisteredText text, string language, RegisteredBody body, HashSet<string> numbers)
    {
        if (!sheet.Needs(LanguageCode.TryParse(language, out _), text.Bodies, language, $"{FileFaults.Quote(language)} is not one of our languages", $"{Nearest.Mend(language, [.. LanguageCode.All.Select(one => one.Code)])}")) return false;
        sheet.Needs(IsNumber(body.Id), body, "id", "the number of a template has 19 digits", "write the number the operators gave it, in quotation marks");
        sheet.Needs(!IsNumber(body.Id) || numbers.Add(body.Id), body, "id", $"{FileFaults.Quote(body.Id)} is the number of another template too", "write its own");
        sheet.Needs(body.ApprovedFrom != default, body, "approved_from", "since when a template is approved is needed", "write the date, such as 2026-01-14");
        if (!sheet.Needs(body.Body.Length is > 0 and <= LongestBody, body, "body", "a body has 1 to 2,000 characters", "write it as it was registered")) return false;
        foreach (var tag in body.Pattern(sheet.Value.Domains).Tags)
            if (!sheet.Needs(BodyPattern.KnownTags.Contains(tag), body, "body", $"{FileFaults.Quote($"{{#{tag}#}}")} is no tag of TRAI", $"{Nearest.Mend(tag, [.. BodyPattern.KnownTags])}")) return false;
        return true;
    }

    static void Compare(Sheet<TextRegister> sheet, RegisteredText text, string language, RegisteredBody body)
    {
        var code = LanguageCode.Parse(language);
        // A service's own words are compared where its file is at hand.
        if (text.Service.Length > 0 || LongestText.Of(text.Text, code, sheet.Value.Domains) is not { } longest) return;
        if (body.Pattern(sheet.Value.Domains).Values(longest) is null)
            sheet.Faults.Remark(sheet.At(body, "body"), $"the house says something else in {code.NativeName}: {FileFaults.Quote(longest)}", "have the new words registered; until then another language is sent");
        else if (ShortMessage.Segments(longest) is var segments and > ShortMessage.Most)
            sheet.Faults.Remark(sheet.At(body, "body"), $"with the longest values this takes {segments} text messages", "have a shorter one registered; the long ones are not sent");
    }

    static bool IsNumber(string text) => text.Length == NumberLength && text.All(char.IsAsciiDigit);
}
