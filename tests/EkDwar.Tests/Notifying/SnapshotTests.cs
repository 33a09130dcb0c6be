using System.Text.RegularExpressions;
using EkDwar.Cases;
using EkDwar.Cases.Waits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Notifying;
using EkDwar.Notifying.Email;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Notifying;

/// <summary>Every text that tells somebody of a case, in every language, as text message and as e-mail: whole, in its script, and of nobody's person.</summary>
public sealed partial class Every_notice(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    /// <summary>The notices of the house, by their templates: those named after an event of the ledger, and three that are told without one.</summary>
    static IReadOnlyList<string> Templates => [.. Texts.Every.Select(text => text.Key).Where(key => key.StartsWith("notifying.", StringComparison.Ordinal)).Select(key => key["notifying.".Length..])
        .Where(name => Enum.TryParse<CaseEvent>(name.Split('_')[0], out _) || name.StartsWith(EndWait.Reminder, StringComparison.Ordinal) || name is "FiledForYou" or "LifeProofDue")];

    [Theory, InlineData("en"), InlineData("mr"), InlineData("hi"), InlineData("pa")]
    public async Task is_whole_in_its_script_and_says_nothing_of_her(string language)
    {
        var citizen = await house.Citizen();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        // Her fee is not paid: of each fee there is one to be told.
        var c = await house.Case().By(citizen).Submitted();
        var (faults, seen) = (new List<string>(), new HashSet<string>());
        await house.Use(async (IServiceProvider services) =>
        {
            var db = services.GetRequiredService<EkDwarDb>();
            await db.Set<Account>().Where(one => one.AccountId == citizen.Session.AccountId).ExecuteUpdateAsync(set => set.SetProperty(one => one.ToldIn, language));
            var (words, writer) = (services.GetRequiredService<NoticeWords>(), services.GetRequiredService<MailWriter>());
            foreach (var template in Templates)
            {
                var notice = (await words.Of($"{c.Reference.Compact} {template.Replace('_', ' ').Split(' ', 2) switch { [var one] => one, [var one, _] => $"{one} {template[(one.Length + 1)..]}", _ => "" }}"))!;
                var (text, mail) = await writer.Of(notice, null);
                seen.Add(notice.Template);
                foreach (var (channel, said) in ((string, string)[])[("sms", notice.Text), ("subject", mail.Subject), ("text", text), ("html", Tag().Replace(mail.Html, " "))])
                    foreach (var fault in Faults(said, language, citizen, c)) faults.Add($"{template} {channel}: {fault}");
                // The text message's own words are in the letter, all of them.
                if (!text.Contains(notice.Text.Replace(" -EKDWAR", "", StringComparison.Ordinal), StringComparison.Ordinal)) faults.Add($"{template}: the letter says something else");
            }
        });
        Assert.Equal([], faults);
        Assert.Equal([], Templates.Except(seen));
        Assert.True(Templates.Count > 55, $"{Templates.Count}");
    }

    static IEnumerable<string> Faults(string said, string language, TestCitizen citizen, TestCase c)
    {
        if (said.Contains('{') || said.Contains('}') || said.Contains("[notifying", StringComparison.Ordinal)) yield return $"a token is left: {said}";
        foreach (var secret in (string[])[citizen.Name, citizen.Latin, citizen.Mobile])
            if (said.Contains(secret, StringComparison.OrdinalIgnoreCase)) yield return $"says {secret}";
        var own = Known().Replace(said.Replace(c.Reference.ToString(), "", StringComparison.Ordinal).Replace(c.Reference.Compact, "", StringComparison.Ordinal), "");
        if (language != "en" && Latin().IsMatch(own)) yield return $"Latin letters: {Latin().Match(own).Value}";
        if (language != "pa" && Gurmukhi().IsMatch(own)) yield return "Gurmukhi letters";
        if (language is not ("mr" or "hi") && Devanagari().IsMatch(own)) yield return "Devanagari letters";
        if (language is "mr" or "hi" && !Devanagari().IsMatch(own)) yield return "no Devanagari letters";
        if (language == "pa" && !Gurmukhi().IsMatch(own)) yield return "no Gurmukhi letters";
    }

    // What is the same in every language: who signs, units, a tax that is known by its letters, addresses.
    [GeneratedRegex(@"-EKDWAR|\bPDF\b|\bKB\b|\bGST\b|https?://\S+")]
    private static partial Regex Known();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();

    [GeneratedRegex("[\u0A05-\u0A39]")]
    private static partial Regex Gurmukhi();

    [GeneratedRegex("[\u0904-\u0939]")]
    private static partial Regex Devanagari();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
