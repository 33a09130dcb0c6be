using EkDwar.Applying;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Tests.Catalogue;

namespace EkDwar.Tests.Journeys;

/// <summary>Every question of a service answered where it is asked: page by page, as a browser without JavaScript does it.</summary>
static class PageWalk
{
    /// <summary>The first answer twice: the first time may bring a column that was not asked before. Then another, where the first is not accepted.</summary>
    static readonly int[] Picks = [0, 0, 1, 1];

    /// <summary>From the start of an application to the page on which all answers are checked.</summary>
    /// <param name="own">What is answered to a question instead of anything plausible; null for what is not.</param>
    public static async Task<Page> ToItsCheck(TestHouse house, TestCitizen citizen, ServiceDefinition service, string language, Func<Question, Task<RawAnswer?>> own)
    {
        var page = await citizen.Browser.Open($"/{service.State}/{language}/apply/{service.Id}");
        var facts = await house.Use(async (Drafts drafts) => (await drafts.Open(citizen.Session, service.State, service.Id))!.Facts);
        while (service.Questions.Find(question => page.Path.EndsWith($"/{service.Id}/{question.Id}", StringComparison.Ordinal)) is { } asked)
        {
            var (at, answer) = (page.Path, await own(asked));
            if (asked.Page.Length > 0)
            {
                for (var pick = 0; pick < 2 && page.Path == at; pick++) page = await Together(page, service, asked.Page, facts, pick, own);
                Assert.True(page.Path != at, $"{at} ({(int)page.Status}): {string.Join(", ", page.Problems)}");
                continue;
            }
            if (asked.Type == "table") page = await citizen.Browser.Open($"{at}?rows={PlausibleAnswers.To(asked, facts, 0).Rows}");
            foreach (var pick in Picks)
                if (page.Path == at) page = await Answered(await Listed(page, asked, answer ?? PlausibleAnswers.To(asked, facts, pick), facts), asked, answer ?? PlausibleAnswers.To(asked, facts, pick), pick);
            Assert.True(page.Path != at, $"{at} ({(int)page.Status}): {string.Join(", ", page.Problems)}");
        }
        Assert.EndsWith($"/{service.Id}/check-answers", page.Path);
        return page;
    }

    /// <summary>All questions of a page that several share, as far as they are on it.</summary>
    static async Task<Page> Together(Page page, ServiceDefinition service, string shared, AnswerFacts facts, int pick, Func<Question, Task<RawAnswer?>> own)
    {
        var form = page.Form("#question");
        var fields = form.Names();
        // Tried again, only what was refused is answered otherwise: the rest stands there as it was typed.
        foreach (var question in service.Questions.Where(question => question.Page == shared && (pick == 0 || page.Has($"[id^='{FormAnswer.FieldOf(question.Id)}'][id$='-error']"))))
            foreach (var (part, text) in (await own(question) ?? PlausibleAnswers.To(question, facts, pick)).Parts)
                if (fields.Contains(FormAnswer.FieldOf(RawAnswer.Part(question.Id, part)))) form.With(FormAnswer.FieldOf(RawAnswer.Part(question.Id, part)), text);
        return await form.Press();
    }

    /// <summary>Of a long list the page on which the place that is meant stands: its area is chosen first.</summary>
    static async Task<Page> Listed(Page page, Question asked, RawAnswer answer, AnswerFacts facts)
    {
        var part = asked.Type switch { "place" => "", "land_parcel" => "village", _ => null };
        if (part is null || asked.Within == "" || !facts.Places.TryGetValue(answer[part], out var place) || page.Form("#question").Offers(FormAnswer.FieldOf(part), answer[part])) return page;
        var area = place.LiesIn.First(area => page.Form("#question").Offers(FormAnswer.FieldOf(part), area));
        return await page.Form("#question").With(FormAnswer.FieldOf(part), area).Press();
    }

    static Task<Page> Answered(Page page, Question asked, RawAnswer answer, int pick)
    {
        var form = page.Form("#question");
        if (asked.Type == "document") return form.With("answer-kind", PlausibleAnswers.KindOf(asked, pick)).WithFile("answer-file", "paper.jpg", TestCitizen.Jpeg().ToArray(), "image/jpeg").Press();
        // What is kept for other records, or asked in other rows, has no field here.
        var fields = form.Names();
        foreach (var (part, text) in answer.Parts)
            if (fields.Contains(FormAnswer.FieldOf(part))) form.With(FormAnswer.FieldOf(part), text);
        return form.Press();
    }
}
