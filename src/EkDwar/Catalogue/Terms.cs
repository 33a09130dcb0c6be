using System.Text.Json;
using System.Text.Json.Serialization;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;

namespace EkDwar.Catalogue;

/// <summary>The three statutory officers of one application, by designation.</summary>
public sealed record Officers(string Designated, string FirstAppellate, string SecondAppellate)
{
    /// <summary>Each role with its designation, in the order a case would meet them; without those the notification does not name.</summary>
    public IReadOnlyList<(string Role, string Designation)> InOrder => [.. new (string Role, string Designation)[]
    {
        ("designated", Designated), ("first_appellate", FirstAppellate), ("second_appellate", SecondAppellate),
    }.Where(officer => officer.Designation.Length > 0)];
}

/// <summary>
/// What its service allows one application: the days of its limit, its officers and the stages it passes. Worked out of
/// its answers when it was sent and never again: an answer corrected later moves neither date nor officer.
/// </summary>
public sealed record Terms(int Days, Officers Officers, IReadOnlyList<string> Stages)
{
    /// <summary>The code of the tier she chose; null where the service has none.</summary>
    public string? Tier { get; init; }

    /// <summary>The days its service adds for the channel it came by; null where that is left to the act.</summary>
    public int? Added { get; init; }

    /// <summary>The kind of body that has the case; null where its service is given by one kind alone.</summary>
    public string? Body { get; init; }

    /// <param name="body">the kind of place whose office serves it; null where nobody has said which of several</param>
    public static Terms Of(ServiceDefinition service, Answers answers, string channel = ApplicationChannel.Web, string? body = null)
    {
        body ??= service.ServedBy.OnlyKind;
        return new(service.Limit.DaysFor(service.Questions, answers), service.Officers.For(service.Questions, answers, body), Passed(service, answers, body))
        {
            Tier = service.Tier.Length > 0 ? answers.Text(service.Tier) : null, Added = service.Limit.AddedFor(channel),
            Body = service.ServedBy.PlaceKind.Count > 1 ? body : null,
        };
    }

    /// <summary>The kinds of place whose office may have the case: once sent, it stays with bodies of its kind.</summary>
    public IReadOnlyList<string> Served(ServiceDefinition service) => Body is null ? service.ServedBy.PlaceKind : [Body];

    /// <summary>The stages that are not passed over, to the first that ends the case. The last one of a service is never passed over.</summary>
    static List<string> Passed(ServiceDefinition service, Answers answers, string? body)
    {
        // A rule that reads what an officer will find is asked when the case comes there: nothing found yet is no "no".
        var reached = service.Stages.Where(stage => stage.Bodies.Cover(body) && (service.ReadsFindings(stage) || !stage.IsPassedOver(service.Questions, answers))).ToList();
        // Whether a case ends where an officer's finding leads is not known yet.
        var end = reached.FindIndex(stage => stage.IsEnd && !service.ReadsFindings(stage));
        return [.. (end < 0 ? reached : reached[..(end + 1)]).Select(stage => stage.Id)];
    }

    public string ToText() => JsonSerializer.Serialize(this, TermsJson.Default.Terms);

    public static Terms Parse(string text) => JsonSerializer.Deserialize(text, TermsJson.Default.Terms)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Terms))]
sealed partial class TermsJson : JsonSerializerContext;
