using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Cases;

/// <summary>The applicant's name in her own script and in Latin letters, as she wrote it; the language is for screen readers. Empty when erased.</summary>
public sealed record ApplicantName(string Local, string Latin, string Language)
{
    public static readonly ApplicantName Unknown = new("", "", "");

    public static ApplicantName Of(ServiceDefinition service, Answers answers, string caseLanguage) => answers[service.ApplicantName] is { } name
        ? Of(name["local"]?.GetValue<string>() ?? "", name["latin"]?.GetValue<string>() ?? "", caseLanguage)
        : Unknown;

    static ApplicantName Of(string local, string latin, string caseLanguage) => new(local, latin, LanguageOf(local, caseLanguage));

    static string LanguageOf(string local, string caseLanguage)
    {
        if (local.Any(letter => letter is >= '\u0A00' and <= '\u0A7F')) return "pa";
        if (local.Any(letter => letter is >= '\u0900' and <= '\u097F')) return caseLanguage == "hi" ? "hi" : "mr";
        return "en";
    }
}
