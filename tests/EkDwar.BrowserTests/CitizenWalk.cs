using System.Text.RegularExpressions;
using EkDwar.Foundation.Languages;

namespace EkDwar.BrowserTests;

/// <summary>What a citizen does with her browser on her way to an income certificate; each step ends on the page it leads to.</summary>
public sealed class CitizenWalk(Visitor visitor, string mobile)
{
    public const string Name = "ज्ञानेश्वर र्‍हाळकर";
    public const string Latin = "Dnyaneshwar Rhalkar";
    const string Apply = "apply/income-certificate";

    public Visitor Visitor => visitor;

    /// <summary>Signs in with the code that came to the phone and ends where she wanted to go.</summary>
    public async Task SignIn(string? goingTo = null)
    {
        // A number is sent a code at most every thirty seconds.
        visitor.House.Clock.Advance(TimeSpan.FromSeconds(31));
        if (goingTo is not null) await visitor.Open(goingTo);
        Assert.EndsWith("/sign-in", visitor.Path, StringComparison.Ordinal);
        // The phone may show a code of an earlier time until the new one has come.
        foreach (var (_, text, _, _) in (await visitor.House.Phone()).Where(message => message.To == mobile)) used.UnionWith(Code().Matches(text).Select(code => code.Value));
        await visitor.Type("mobile", mobile);
        await visitor.Press("people.send_code");
        await visitor.Type("code", await NewestCode());
        await visitor.Press("people.confirm");
    }

    /// <summary>The six digits of the newest message, once one has come that was not used before.</summary>
    public async Task<string> NewestCode()
    {
        var message = await visitor.OnPhone(mobile, text => Code().IsMatch(text) && !used.Contains(Code().Match(text).Value));
        used.Add(Code().Match(message).Value);
        return Code().Match(message).Value;
    }

    readonly HashSet<string> used = [];

    static Regex Code() => new("(?<![0-9])[0-9]{6}(?![0-9])");

    public async Task BecomeFirstPerson(string name)
    {
        await visitor.Sees(visitor.T("people.first_person"));
        await visitor.Type("name", name);
        await visitor.Press("people.add_person");
    }

    public async Task BecomeKnownPerson(string name)
    {
        await visitor.Page.GetByLabel(name).CheckAsync();
        await visitor.Press("people.confirm");
    }

    public async Task Continue() => await visitor.Press("applying.continue");

    public void IsAsked(string question) => Assert.EndsWith($"/mh/{visitor.Language}/{Apply}/{question}", visitor.Path, StringComparison.Ordinal);

    public async Task AnswersWhoAndWhere(string month)
    {
        IsAsked("name");
        await visitor.Type("answer-local", Name);
        await visitor.Type("answer-latin", Latin);
        await Continue();
        IsAsked("born_on");
        await visitor.Type("answer-day", "२७");
        await visitor.Type("answer-month", month);
        await visitor.Type("answer-year", "1985");
        await Continue();
        IsAsked("village");
        await visitor.Select("answer", "pune.haveli");
        await Continue();
        IsAsked("village");
        await visitor.Select("answer", "pune.haveli.kesnand");
        await Continue();
    }

    /// <summary>Types half an address, changes the language, finds the words still there, and changes back.</summary>
    public async Task AnswersAddressInTwoLanguages(string address)
    {
        IsAsked("address");
        var (own, other) = (visitor.Language, LanguageCode.Parse(visitor.Language.Code == "pa" ? "hi" : "pa"));
        await visitor.Type("answer", address);
        await SwitchTo(other);
        Assert.Equal(address, await visitor.Field("answer").InputValueAsync());
        await SwitchTo(own);
        Assert.Equal(address, await visitor.Field("answer").InputValueAsync());
        await Continue();
    }

    async Task SwitchTo(LanguageCode other)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = other.NativeName, Exact = true }).ClickAsync();
        visitor.Language = other;
        IsAsked("address");
        Assert.Equal(other.Code, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
    }

    public async Task AnswersPurpose(string purpose, string? words = null)
    {
        IsAsked("purpose");
        await visitor.Choose("answer", purpose);
        await Continue();
        if (words is null) return;
        IsAsked("purpose_other");
        await visitor.Type("answer", words);
        await Continue();
    }

    /// <summary>Two earners: the second row is asked for while the first is already typed.</summary>
    public async Task AnswersIncome()
    {
        IsAsked("income");
        await visitor.Type("answer-0-member", Name);
        await visitor.Select("answer-0-source", "farming");
        await visitor.Type("answer-0-amount", "१,४२,०००");
        await visitor.Press("applying.add_row");
        IsAsked("income");
        Assert.Equal(Name, await visitor.Field("answer-0-member").InputValueAsync());
        await visitor.Type("answer-1-member", "सुलभा र्‍हाळकर");
        await visitor.Select("answer-1-source", "wages");
        await visitor.Type("answer-1-amount", "58000");
        await Continue();
    }

    public async Task GivesProof(byte[] photo)
    {
        IsAsked("income_proof");
        await visitor.Choose("answer-kind", "salary_slip");
        await visitor.Upload("answer-file", "वेतन दाखला.jpg", photo);
        await Continue();
        await LeavesOutTheOthers();
    }

    /// <summary>Papers that the office asks for if it needs them.</summary>
    async Task LeavesOutTheOthers()
    {
        foreach (var paper in (string[])["identity_proof", "residence_proof", "photographs", "self_declarations"])
        {
            IsAsked(paper);
            await Continue();
        }
    }

    public async Task WillGiveProofLater()
    {
        IsAsked("income_proof");
        await visitor.Choose("answer-later", "yes");
        await Continue();
        await LeavesOutTheOthers();
    }

    public async Task Declares()
    {
        IsAsked("declaration");
        await visitor.Choose("answer", "yes");
        await Continue();
        IsAsked("check-answers");
    }

    /// <summary>Changes one answer from the list and is led straight back to it.</summary>
    public async Task ChangesAddress(string address)
    {
        await visitor.Page.Locator($"a[href$='{Apply}/address']").ClickAsync();
        IsAsked("address");
        await visitor.Type("answer", address);
        await Continue();
        IsAsked("check-answers");
        await visitor.Sees(address);
    }

    /// <summary>Sends with a double click, as many people press everything. Gives the reference the page names.</summary>
    public async Task<EkDwar.Cases.CaseReference> SubmitsByDoubleClick()
    {
        await visitor.Button(visitor.T("applying.send")).DblClickAsync();
        await visitor.IsLedTo("/submitted$");
        Assert.Equal(visitor.T("applying.submitted"), (await visitor.Page.TitleAsync()).Split(" – ")[0]);
        Assert.True(EkDwar.Cases.CaseReference.TryParse(visitor.Path.Split('/')[^2], out var reference));
        await visitor.Sees(reference.ToString());
        return reference;
    }

    /// <summary>Everything from her own words for it to the check of all answers, with a proof or without.</summary>
    public async Task FillsEverything(byte[]? photo, string month = "3", string purpose = "education", string? words = null)
    {
        await SignIn(Apply);
        await BecomeFirstPerson(Name);
        await AnswersWhoAndWhere(month);
        await AnswersAddressInTwoLanguages("घर क्र. 12, वाघोली रस्ता, 412207");
        await AnswersPurpose(purpose, words);
        await AnswersIncome();
        if (photo is null) await WillGiveProofLater();
        else await GivesProof(photo);
        await Declares();
    }
}
