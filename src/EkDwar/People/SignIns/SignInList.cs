using EkDwar.Foundation.Languages;

namespace EkDwar.People.SignIns;

/// <summary>Where somebody is signed in, as her page shows it.</summary>
/// <param name="Here">the sign-in of the browser she reads it in</param>
/// <param name="Action">the address its forms are sent to</param>
public sealed record SignInList(IReadOnlyList<SignIn> All, Guid? Here, string Action, LanguageCode Language)
{
    /// <summary>To the minute; of another than this one it is known to within ten.</summary>
    public string When(DateTime at) => DayPart.At(at, Language);

    public string Browser(SignIn one) => Browsers.Names(one.Browser) is { Length: > 0 } names ? names : Texts.Get(Language, "people.sign_ins.unknown_browser");
}
