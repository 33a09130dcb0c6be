using EkDwar.Catalogue.Questions;

namespace EkDwar.Catalogue;

/// <summary>
/// The way of one case along the stages it was given when it was sent: step by step, several stages side by side being one
/// step. Of its stages only those are passed over later whose rule reads what an officer found; all others were settled then.
/// </summary>
public sealed class StagePath
{
    readonly List<List<Stage>> steps = [];

    /// <param name="known">The applicant's answers and the officers' findings so far.</param>
    /// <param name="here">Where the case stands: what is changed since never takes that out of its way.</param>
    public StagePath(ServiceDefinition service, Terms terms, Answers known, IReadOnlyCollection<string> here)
    {
        foreach (var stage in terms.Stages.Select(service.Stage))
        {
            if (service.ReadsFindings(stage) && !here.Contains(stage.Id) && stage.IsPassedOver(service.AllQuestions, known)) continue;
            if (stage.Together.Length > 0 && steps.Count > 0 && steps[^1][0].Together == stage.Together) steps[^1].Add(stage);
            else steps.Add([stage]);
            if (stage.IsEnd && (here.Count == 0 || Stages.Any(one => here.Contains(one.Id)))) break;
        }
    }

    public IReadOnlyList<Stage> First => steps[0];

    /// <summary>Every stage of the way, in order.</summary>
    public IEnumerable<Stage> Stages => steps.SelectMany(step => step);

    /// <summary>The step after the one in which this stage stands; empty where the case is decided there.</summary>
    public IReadOnlyList<Stage> After(string stage) => Of(stage) is >= 0 and var at && at + 1 < steps.Count ? steps[at + 1] : [];

    /// <summary>The stages the case has come by, in order; of those side by side each may be asked again.</summary>
    public IReadOnlyList<Stage> Before(string stage) => Of(stage) is > 0 and var at ? [.. steps[..at].SelectMany(step => step)] : [];

    /// <summary>The stages of the step in which this one stands: itself alone, or with those that act side by side with it.</summary>
    public IReadOnlyList<Stage> Beside(string stage) => Of(stage) is >= 0 and var at ? steps[at] : [];

    int Of(string stage) => steps.FindIndex(step => step.Exists(one => one.Id == stage));
}
