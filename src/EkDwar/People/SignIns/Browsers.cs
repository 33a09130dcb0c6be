namespace EkDwar.People.SignIns;

/// <summary>
/// By which browser and system somebody knows her own device again, as one word each of a short list. A browser may say
/// what it likes of itself: nothing is decided by it, and its own words are not kept.
/// </summary>
public static class Browsers
{
    // The first that is found counts: most browsers name those they descend from, too.
    static readonly (string Mark, string Word)[] Known = [("SamsungBrowser/", "samsung"), ("UCBrowser/", "uc"), ("OPR/", "opera"), ("Edg", "edge"), ("Firefox/", "firefox"), ("FxiOS/", "firefox"), ("CriOS/", "chrome"), ("Chrome/", "chrome"), ("Safari/", "safari")];
    static readonly (string Mark, string Word)[] Systems = [("KAIOS", "kaios"), ("Android", "android"), ("iPhone", "iphone"), ("iPad", "ipad"), ("Windows", "windows"), ("CrOS", "chromeos"), ("Mac OS X", "macos"), ("Linux", "linux")];

    /// <summary>Two words divided by a space; "other" for what is not known.</summary>
    public static string Of(string? userAgent) => $"{Found(userAgent, Known)} {Found(userAgent, Systems)}";

    /// <summary>As people call them: "Chrome, Android". Names of products are the same in every language.</summary>
    public static string Names(string browser) => string.Join(", ", browser.Split(' ').Where(word => word != "other").Select(Name));

    static string Found(string? userAgent, (string Mark, string Word)[] words) => Array.Find(words, one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) is true).Word ?? "other";

    static string Name(string word) => word switch
    {
        "samsung" => "Samsung Internet", "uc" => "UC Browser", "opera" => "Opera", "edge" => "Edge", "firefox" => "Firefox", "chrome" => "Chrome", "safari" => "Safari",
        "kaios" => "KaiOS", "android" => "Android", "iphone" => "iPhone", "ipad" => "iPad", "windows" => "Windows", "chromeos" => "ChromeOS", "macos" => "macOS", _ => "Linux",
    };
}
