using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue;

/// <summary>
/// Somebody beside the applicant without whose consent the application is not complete: the other spouse, each witness in
/// the rows of a table. Not somebody who acts for the applicant or the office. She may always sign before the officer instead.
/// </summary>
public sealed class PartyRule
{
    public string Id { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>A rule over answers: a party only when it comes to true. Empty: always.</summary>
    public string When { get; init; } = "";

    /// <summary>A table of which each row is one party; empty for a party of her own.</summary>
    public string Rows { get; init; } = "";

    /// <summary>Of rows: how many there must be at least.</summary>
    public int Count { get; init; }

    /// <summary>The question, or column of <see cref="Rows"/>, that says what she is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>The question or column with her mobile, by whose code she signs in. Empty: she signs before the officer; so does who has left it blank.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Whether her mobile may be the applicant's or another party's; whoever consents with it is named.</summary>
    public bool SharesMobile { get; init; }

    /// <summary>The questions whose answers she is shown, besides her name and mobile, or her own row.</summary>
    public List<string> Sees { get; init; } = [];

    /// <summary>What she says by consenting.</summary>
    public LocalText Consent { get; init; } = [];

    Rule? when;

    public bool IsParty(IReadOnlyList<Question> questions, Answers answers)
    {
        if (When.Length == 0) return true;
        when ??= Rule.Parse(When);
        return when.Evaluate(RuleFacts.Of(when, questions, answers)).Holds;
    }
}
