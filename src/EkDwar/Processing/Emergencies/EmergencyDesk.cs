using EkDwar.Foundation.Outcomes;
using EkDwar.Places;

namespace EkDwar.Processing.Emergencies;

/// <summary>What asking and answering have in common: the state's rules for an official's post, and the posts that stand over it.</summary>
public sealed class EmergencyDesk(PostsOver over, PostDirectory directory, IReadOnlyDictionary<string, StateProfile> states)
{
    /// <summary>The same for a request that is not there, is hers, or is another's to answer.</summary>
    public static readonly Refusal NotYours = new("processing.emergency.not_yours");
    public static readonly Refusal Answered = new("processing.emergency.answered");
    public static readonly Refusal NotHere = new("processing.emergency.not_here");
    public static readonly Refusal NobodyOver = new("processing.emergency.nobody_over");

    public Task<IReadOnlyList<Post>> Over(Post post) => over.Of(post.PostId);

    /// <summary>The state of a post and its rules; null where its state opens nothing in an emergency.</summary>
    public async Task<(string State, EmergencyRules Rules)?> Rules(Post post)
    {
        var state = (await directory.Office(post.OfficeId)).State;
        return RulesOf(state) is { } rules ? (state, rules) : null;
    }

    public SigningRules SigningIn(string state) => states.GetValueOrDefault(state)?.Signing ?? new();

    public EmergencyRules? RulesOf(string state) => states.GetValueOrDefault(state)?.Emergency;
}
