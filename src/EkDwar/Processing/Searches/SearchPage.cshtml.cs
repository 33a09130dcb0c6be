using EkDwar.Catalogue;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing.Searches;

/// <summary>
/// Where an official searches. What she types is sent, sealed, and stands in the address of its results as nobody can read it; so the results
/// can be gone back to and turned over page by page.
/// </summary>
public sealed class SearchPage(FindCases find, SoughtTicket tickets, PostDirectory directory, PublishedServices services, TimeProvider time) : DeskPage
{
    const int YearsShown = 10, MostPages = 10;

    string state = "";
    IReadOnlyList<ServiceDefinition> known = [];

    public Sought Sought { get; private set; } = new();

    /// <summary>Null while nothing was asked, and where it could not be answered.</summary>
    public FoundCases? Found { get; private set; }
    public int Number { get; private set; } = 1;

    /// <summary>The address asks for results that are over, or another's.</summary>
    public bool IsOver { get; private set; }

    string Ticket => Request.Query["s"].ToString();

    public async Task<IActionResult> OnGet()
    {
        await Open();
        Number = int.TryParse(Digits.Only(Request.Query["page"].ToString()), out var page) ? Math.Clamp(page, 1, MostPages) : 1;
        if (Ticket.Length == 0) return Page();
        if (tickets.Read(Session, Ticket) is not { } asked)
        {
            IsOver = true;
            return Page();
        }
        Sought = asked;
        var found = await find.Run(Session, asked, Number - 1);
        if (!found.IsDone)
        {
            Refuse(found.Refusals);
            return Page();
        }
        Found = found.Value;
        return Found.Whole is { } whole ? SeeOther(Desk("cases/" + whole.Case.Reference)) : Page();
    }

    public async Task<IActionResult> OnPost(string? words, string? village, string? service, string? year, string? standing)
    {
        Sought = new()
        {
            Words = (words ?? "").Trim(), Village = (village ?? "").Trim(), Service = service ?? "",
            Year = int.TryParse(year, out var asked) && asked > 1900 && asked < 9999 ? asked : null, IsOpen = standing switch { "open" => true, "closed" => false, _ => null },
        };
        if (Sought.Words.Any(char.IsLetterOrDigit) && Sought.Words.Length <= Sought.LongestWords && Sought.Village.Length <= Sought.LongestWords) return SeeOther(Results(Sought));
        Problem("words", Sought.Words.Length > 0 ? "processing.search.words_long" : "processing.search.words_needed");
        await Open();
        return Page();
    }

    async Task Open()
    {
        state = (await directory.Office((await directory.Post(Session.PostId)).OfficeId)).State;
        known = await services.Current(state);
    }

    string Results(Sought sought) => Desk("search") + "?s=" + tickets.Seal(Session, sought);

    public string PageOf(int number) => $"{Desk("search")}?s={Ticket}&page={number}";

    public DueTag Due(FoundCase line) => DueTag.Of(line.Case, time.Today(), Language);

    public string Count => Found!.Hits.HasMore ? SeekCases.Most + "+" : $"{Found.Hits.All.Count}";

    public IReadOnlyList<Choice> Services => [new("", T("processing.filter.all_services")), .. known.OrderBy(service => service.Names.In(Language), StringComparer.Ordinal).Select(service => new Choice(service.Id, Words(service.Names)))];

    public IReadOnlyList<Choice> Years => [new("", T("processing.search.any_year")), .. Enumerable.Range(0, YearsShown).Select(back => $"{time.Today().Year - back}").Select(year => new Choice(year, year))];

    public IReadOnlyList<Choice> Standings => [new("", T("processing.search.any_standing")), new("open", T("processing.search.open")), new("closed", T("processing.search.closed"))];
}
