using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>How much of a time limit is used, as a bar. A picture only: the same must be said in words beside it.</summary>
[HtmlTargetElement("ek-time-limit-meter")]
public sealed class TimeLimitMeter(IHtmlHelper html) : Component(html)
{
    public Tone Tone { get; set; }

    /// <summary>Days used, of <see cref="Limit"/>; more than the limit fills the bar.</summary>
    public int Used { get; set; }

    public int Limit { get; set; }

    /// <summary>The width class, in steps of five percent: full only when the limit is reached.</summary>
    public string Width
    {
        get
        {
            if (Used >= Limit) return "ek-w-100";
            return $"ek-w-{Math.Clamp((int)Math.Round(Used * 20m / Limit), 0, 19) * 5}";
        }
    }
}
