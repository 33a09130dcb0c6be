using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue;

/// <summary>
/// An example that a service's file gives of itself: answers as somebody would type them, and what they must lead to. What
/// is not written is not asked. It is lived on one day, without a house: by <see cref="Rehearsal"/>.
/// </summary>
public sealed class ServiceTest
{
    /// <summary>A sentence for whoever edits the file, in any language; shown to nobody else.</summary>
    public string Name { get; init; } = "";
    public Dictionary<string, Written> Answers { get; init; } = [];

    /// <summary>The day of the answers and of the application; silent, the day the version takes effect.</summary>
    public DateOnly? Submitted { get; init; }

    /// <summary>By which channel the application came; silent, the portal.</summary>
    public string Channel { get; init; } = ApplicationChannel.Web;

    /// <summary>Of a service that bodies of several kinds give: the kind that has the application.</summary>
    public string? Body { get; init; }

    /// <summary>Questions these answers lead to, in their order; others may come between.</summary>
    public List<string>? Asks { get; init; }

    /// <summary>Questions these answers do not lead to.</summary>
    public List<string>? AsksNot { get; init; }

    /// <summary>Questions whose answers are not accepted: these and no others.</summary>
    public List<string>? Refuses { get; init; }

    /// <summary>The papers asked for: these and no others.</summary>
    public List<string>? Papers { get; init; }

    /// <summary>The papers without which the application is not complete: these and no others.</summary>
    public List<string>? Missing { get; init; }

    /// <summary>Whose consent is asked: these and no others, a row of a table as <c>witness.1</c>.</summary>
    public List<string>? Parties { get; init; }

    /// <summary>Conditions that are not met: these and no others.</summary>
    public List<string>? NotMet { get; init; }

    /// <summary>Of a fee that is assessed: what the officer would state.</summary>
    public Dictionary<string, Written> Assessed { get; init; } = [];

    /// <summary>The whole fee, in rupees.</summary>
    public decimal? Fee { get; init; }

    /// <summary>What a sanction on this day comes to, in rupees: a month, or all instalments.</summary>
    public decimal? Sanctions { get; init; }

    /// <summary>The instalments of a sanction on this day, all and in their order.</summary>
    public List<ExpectedInstalment>? Instalments { get; init; }

    /// <summary>The designated officer.</summary>
    public string? Officer { get; init; }

    /// <summary>Who hears the first appeal; empty: nobody is named.</summary>
    public string? FirstAppellate { get; init; }

    /// <summary>Who hears the second; empty: nobody is named.</summary>
    public string? SecondAppellate { get; init; }

    /// <summary>The due date when the application is sent, and paid for and consented to where the clock waits for that, on the day it is filled in.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What officers find, by the ids of their forms' questions, as they would type it.</summary>
    public Dictionary<string, Written> Findings { get; init; } = [];

    /// <summary>The stages the case passes, all and in their order; those side by side in that of the file.</summary>
    public List<string>? Stages { get; init; }

    public DateOnly On(ServiceDefinition service) => Submitted ?? service.EffectiveOn;
}

/// <summary>An instalment a test expects, in rupees, and the day it falls due.</summary>
public sealed class ExpectedInstalment
{
    public string Code { get; init; } = "";
    public decimal Rupees { get; init; }
    public DateOnly Due { get; init; }
}
