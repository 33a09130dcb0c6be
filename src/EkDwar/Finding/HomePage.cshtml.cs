using EkDwar.Catalogue;
using EkDwar.Design;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Finding;

/// <summary>The first page of a state: one box for what somebody needs, and the topics for who cannot say it.</summary>
public sealed class HomePage(FindService find, IReadOnlyDictionary<string, StateProfile> states) : EkPage
{
    [FromQuery]
    public string? Q { get; set; }

    /// <summary>Null when nothing was asked.</summary>
    public IReadOnlyList<ServiceDefinition>? Found { get; private set; }

    public bool HasOtherStates => states.Count > 1;

    public string SearchExample => states[State.Code].SearchExample.In(Language);

    public async Task OnGet()
    {
        if (Q?.Length > 200) Q = Q[..200];
        if (!string.IsNullOrWhiteSpace(Q)) Found = await find.Run(State.Code, Q);
    }

    public IReadOnlyList<Topic> Topics(string kind) => [.. states[State.Code].Topics.Where(topic => topic.Kind == kind)];
}
