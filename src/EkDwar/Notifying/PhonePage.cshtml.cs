using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Web;

namespace EkDwar.Notifying;

/// <summary>Development's phone: every message that would have left, newest first. No page at all anywhere else.</summary>
[DevelopmentOnly]
public sealed class PhonePage(DevelopmentPhone phone) : EkPage
{
    public IReadOnlyList<PhoneText> Messages { get; private set; } = [];

    public async Task OnGet() => Messages = await phone.Latest();

    public string When(DateTime at) => DayPart.At(at, Language);
}
