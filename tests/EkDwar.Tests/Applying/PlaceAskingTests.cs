using AngleSharp.Html.Dom;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Applying;

/// <summary>1,865 villages in one list would be no help: first the taluka, then its villages, each a page, without a script.</summary>
public sealed class A_long_list_of_places
{
    [Fact]
    public async Task is_asked_area_by_area()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var page = await citizen.Browser.Open("/mh/mr/apply/income-certificate");
        page = await page.Form("form#question").With("answer-local", "पार्वती कदम").With("answer-latin", "Parvati Kadam").Press();
        page = await page.Form("form#question").With("answer-day", "27").With("answer-month", "3").With("answer-year", "1985").Press();
        Assert.EndsWith("/village", page.Path);
        Assert.Equal(14, Options(page).Count - 1);
        Assert.Contains("मुळशी", Options(page).Select(option => option.Text));

        var empty = await page.Form("form#question").Press();
        Assert.Contains(Texts.Get(LanguageCode.Marathi, "questions.place_needed"), empty.Text);

        var villages = await page.Form("form#question").With("answer", "pune.mulshi").Press();
        Assert.EndsWith("/village", villages.Path);
        Assert.Contains("मुळशी मधील", villages.Text);
        Assert.Equal(144 + 2, Options(villages).Count);

        var areas = await villages.Form("form#question").With("answer", "pune").Press();
        Assert.Equal(14, Options(areas).Count - 1);
        villages = await areas.Form("form#question").With("answer", "pune.mulshi").Press();
        var next = await villages.Form("form#question").With("answer", "pune.mulshi.paud").Press();
        Assert.DoesNotContain("/village", next.Path);
        // Gone back to, the village stands chosen among those of its taluka.
        Assert.Equal("pune.mulshi.paud", (await citizen.Browser.Open("/mh/mr/apply/income-certificate/village")).Form("form#question").Value("answer"));
    }

    static List<IHtmlOptionElement> Options(Page page) => [.. ((IHtmlSelectElement)page.Form("form#question").Element.Elements["answer"]!).Options];
}
