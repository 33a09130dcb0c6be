using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>The acknowledgement, to be bookmarked and opened again.</summary>
public sealed class SubmittedPage(TrackCase track, ReadAcknowledgement read) : CitizenPage
{
    public SlipContent Slip { get; private set; } = null!;
    public IReadOnlyList<Question> Missing { get; private set; } = [];

    public bool OwesFee { get; private set; }

    public async Task<IActionResult> OnGet(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForAccount(Session, parsed) is not { } file) return NotFound();
        Slip = await read.Run(file, Language);
        OwesFee = file.OwesFee;
        Missing = Interview.MissingPapers(file.Service, file.Answers);
        return Page();
    }
}
