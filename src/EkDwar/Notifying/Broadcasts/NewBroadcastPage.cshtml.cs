using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>The form of a broadcast: kind, area, days, and of a camp where and for what. Nothing of it is free text.</summary>
public sealed class NewBroadcastPage(ReadBroadcasts read) : DeskPage
{
    /// <summary>Null where this post looks after no office.</summary>
    public BroadcastChoices? Choices { get; private set; }

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetNames<BroadcastKind>().Select(kind => new Choice(kind, T("notifying.broadcasts.kind_" + kind)))];

    public IReadOnlyList<Choice> Places => [new("", T("notifying.broadcasts.choose")), .. Choices!.Places.Select(place => new Choice(place.Code, Words(place.Names)))];

    public IReadOnlyList<Choice> Services => [new("", T("notifying.broadcasts.every_service")), .. Choices!.Services.Select(service => new Choice(service.Id, Words(service.ShortNames)))];

    public async Task<IActionResult> OnGet()
    {
        Choices = await read.Choices(Session);
        return Choices is null ? Again(StatusCodes.Status403Forbidden) : Page();
    }

    public async Task<IActionResult> OnPost(string? kind, string? area, string? venue, string? service, [FromServices] PreviewBroadcast preview)
    {
        var previewed = await preview.Run(Session, new(kind, area, venue, service, Day("from"), Day("until")));
        if (previewed.IsDone) return SeeOther(Desk("broadcasts/" + previewed.Value));
        Choices = await read.Choices(Session);
        if (Choices is null) return Again(StatusCodes.Status403Forbidden);
        PutBack(Request.Form.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray()));
        Refuse(previewed.Refusals, field => field is "from" or "until" ? $"{field}-day" : field);
        return Page();
    }

    /// <summary>Null where the boxes are empty; the first of all days, which nothing allows, where they say no date.</summary>
    DateOnly? Day(string field)
    {
        string Box(string part) => Request.Form[$"{field}-{part}"].ToString();
        if (string.IsNullOrWhiteSpace(Box("day") + Box("month") + Box("year"))) return null;
        var read = TypedDate.Read(Box("day"), Box("month"), Box("year"), Language);
        return read.IsDone ? read.Value : DateOnly.MinValue;
    }
}
