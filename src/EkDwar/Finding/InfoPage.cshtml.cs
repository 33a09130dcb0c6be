using EkDwar.Design;

namespace EkDwar.Finding;

/// <summary>Help, accessibility statement and privacy notice: text only.</summary>
public sealed class InfoPage : EkPage
{
    public string Topic => (string)RouteData.Values["topic"]!;
}
