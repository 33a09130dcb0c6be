using EkDwar.Design;
using EkDwar.Foundation.Languages;

namespace EkDwar.Finding.Delays;

/// <summary>What is late just now through no act of an office, and what one can do meanwhile. Open to everybody, signed in or not.</summary>
public sealed class DelaysPage(ReadDelays read) : EkPage
{
    public IReadOnlyList<Delay> Now { get; private set; } = [];
    public IReadOnlyList<Delay> Over { get; private set; } = [];

    public async Task OnGet() => (Now, Over) = await read.Run(State.Code);

    public string When(DateTime at) => DayPart.At(at, Language);
}
