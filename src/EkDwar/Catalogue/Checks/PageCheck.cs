using EkDwar.Catalogue.Rules;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// The pages on which several questions are asked at once: named, used, of neighbours; and nothing on one depends on
/// something else on it, since all of it is shown before any of it is answered.
/// </summary>
sealed class PageCheck(Sheet<ServiceDefinition> sheet, RuleCheck rules)
{
    /// <summary>What needs steps, a list of its own or what is never shown again, and so a page to itself.</summary>
    static readonly string[] Alone = ["document", "table", "place", "land_parcel", "licence", "benefit", "bank_account"];

    readonly ServiceDefinition service = sheet.Value;
    readonly Dictionary<SharedPage, Rule?> led = [];
    readonly HashSet<SharedPage> unreached = [];

    /// <summary>What is said of pages, without their rules.</summary>
    public void Run()
    {
        sheet.Named(service.Pages, page => page.Id, "id");
        foreach (var page in service.Pages)
        {
            var called = FileFaults.Quote(page.Id);
            sheet.Needs(page.Names.Count > 0, page, "names", $"the page {called} needs a heading", "write 'names:' and what stands above its questions");
            sheet.Needs(service.Questions.Exists(question => question.Page == page.Id), page, "id", $"no question is on the page {called}", $"write 'page: {page.Id}' at the questions that are asked on it, or take the page out");
        }
        foreach (var inside in service.Questions.SelectMany(question => question.Columns).Concat(service.Stages.SelectMany(stage => stage.Form?.Questions ?? [])))
            sheet.Needs(inside.Page == "", inside, "page", "only a question of the applicant is on a page of several", "take 'page' out");
    }

    /// <summary>One question on the page it shares, and at the first of them the rule of the page.</summary>
    public void Run(Question question, int index, Reach reach)
    {
        if (question.Page == "") return;
        var called = FileFaults.Quote(question.Id);
        if (service.PageOf(question) is not { } page)
        {
            sheet.Needs(false, question, "page", $"{FileFaults.Quote(question.Page)} is not a page of this service", Nearest.Mend(question.Page, [.. service.Pages.Select(known => known.Id)]));
            return;
        }
        sheet.Needs(!Alone.Contains(question.Type), question, "page", $"a question of type '{question.Type}' has a page of its own", "take 'page' out");
        sheet.Needs(question.Id != service.Tier, question, "page", $"the tier {called} is shown with what it costs after the answers before, and has a page of its own", "take 'page' out");
        var before = service.Questions[..index].FindAll(other => other.Page == page.Id);
        if (before is [.., var last])
            sheet.Needs(service.Questions[index - 1] == last, question, "page", $"{called} stands apart from the other questions of its page", $"move it behind {FileFaults.Quote(last.Id)}, or give it another page");
        else if (page.When != "") Led(page, index, reach);
        if (question.OwnWhen != "") Blind(question, question, question.OwnWhen, before);
        foreach (var option in question.Options.Where(option => option.When != "")) Blind(question, option, option.When, before);
    }

    /// <summary>The rule of a question with that of its page; its own where it shares none, null where either has a fault.</summary>
    public Rule? Joined(Question question, Rule? own)
    {
        if (question.PageWhen == "") return own;
        if (service.PageOf(question) is not { } page || led.GetValueOrDefault(page) is not { } ofPage) return null;
        if (question.OwnWhen == "") return ofPage;
        if (own is null) return null;
        var fits = Rule.TryParse(question.When, out var joined, out _);
        sheet.Needs(fits, question, "when", $"the rule of {FileFaults.Quote(question.Id)} and that of its page are too long together", "shorten one of them");
        return joined;
    }

    /// <summary>Whether nobody comes to its page, which is told of that.</summary>
    public bool IsOutOfReach(Question question) => service.PageOf(question) is { } page && unreached.Contains(page);

    void Led(SharedPage page, int index, Reach reach)
    {
        led[page] = rules.Run(page, "when", page.When, service.Questions[..index], "a question before this page");
        if (led[page] is not { } rule || reach.CanHold(rule, service.Questions)) return;
        unreached.Add(page);
        sheet.Needs(false, page, "when", $"the page {FileFaults.Quote(page.Id)} is never asked: no answers make this rule true", "mend the rule, or take the page out");
    }

    /// <summary>Nothing that is on the page already is read: it is not answered yet.</summary>
    void Blind(Question question, object owner, string text, List<Question> before)
    {
        if (!Rule.TryParse(text, out var rule, out _) || rule!.Reads.Select(name => before.Find(other => other.Id == name.Root)).FirstOrDefault(other => other is not null) is not { } read) return;
        sheet.Needs(false, owner, "when", $"{FileFaults.Quote(read.Id)} is asked on the same page as {FileFaults.Quote(question.Id)}, and not answered when this rule is asked",
            $"take 'page' out of {FileFaults.Quote(question.Id)}, or out of {FileFaults.Quote(read.Id)}");
    }
}
