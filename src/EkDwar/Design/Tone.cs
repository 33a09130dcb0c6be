namespace EkDwar.Design;

/// <summary>How a state looks: done or in time, due soon, late, waiting for the citizen, closed. Never the only sign: words stand beside it.</summary>
public enum Tone
{
    Plain,
    Ok,
    Due,
    Late,
    Wait,
    Off,
}

public static class ToneClass
{
    /// <summary>The modifier of a component's class in this tone, such as <c>ek-door--late</c>; null when plain.</summary>
    public static string? For(this Tone tone, string component) => tone switch
    {
        Tone.Ok => component + "--ok",
        Tone.Due => component + "--due",
        Tone.Late => component + "--late",
        Tone.Wait => component + "--wait",
        Tone.Off => component + "--off",
        _ => null,
    };
}
