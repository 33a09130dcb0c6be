using System.Globalization;
using EkDwar.Catalogue;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Finding;

/// <summary>The services of a state by name, all of them or those of one topic or one department. A topic nobody knows is not found.</summary>
public sealed class ServicesPage(PublishedServices services, IReadOnlyDictionary<string, StateProfile> states) : EkPage
{
    const int OnAPage = 30;

    /// <summary>A department is asked for by its English name, which is the same in every language's address.</summary>
    [FromQuery]
    public string? Department { get; set; }

    [FromQuery]
    public string? Topic { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public Phrase Title { get; private set; } = null!;
    public IReadOnlyList<ServiceDefinition> Shown { get; private set; } = [];
    public IReadOnlyList<(string Code, Phrase Name)> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        var all = await services.Current(State.Code);
        var topic = states[State.Code].Topics.Find(known => known.Code == Topic);
        var wanted = all.Where(service => (Topic is null || service.Topics.Contains(Topic)) && (Department is null || Code(service) == Department)).ToList();
        var hasAsked = Topic is not null || Department is not null;
        if ((Topic is not null && topic is null) || (hasAsked && topic is null && wanted.Count == 0)) return NotFound();
        Title = hasAsked ? Words(topic?.Names ?? wanted[0].Department) : T("finding.all")!;
        if (!hasAsked) Departments = Names(all);
        Pages = Math.Max(1, (wanted.Count + OnAPage - 1) / OnAPage);
        if (Number < 1 || Number > Pages) return NotFound();
        Shown = [.. wanted.OrderBy(service => service.Names.In(Language), InThisLanguage).Skip((Number - 1) * OnAPage).Take(OnAPage)];
        return Page();
    }

    /// <summary>The address of another page of the same list.</summary>
    public string Page(int number) => At("services") + QueryString.Create(new Dictionary<string, string?>
    {
        ["topic"] = Topic, ["department"] = Department, ["page"] = Digits.Of(number),
    }.Where(part => part.Value is not null));

    // As its speakers sort: in Marathi क्ष and ज्ञ come last.
    StringComparer InThisLanguage => StringComparer.Create(CultureInfo.GetCultureInfo($"{Language.Code}-IN"), ignoreCase: true);

    IReadOnlyList<(string, Phrase)> Names(IReadOnlyList<ServiceDefinition> all) =>
        [.. all.DistinctBy(Code).OrderBy(service => service.Department.In(Language), InThisLanguage).Select(service => (Code(service), Words(service.Department)))];

    static string Code(ServiceDefinition service) => service.Department.In(LanguageCode.English);
}
