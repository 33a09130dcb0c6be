using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Design;
using EkDwar.Foundation.Languages;

namespace EkDwar.Applying;

/// <summary>What the fields of a question need to be rendered, on its own page or beside its neighbours: while applying, for a missing paper, or given anew for a query.</summary>
public interface IQuestionFields
{
    Question Question { get; }
    RawAnswer Typed { get; }
    int Rows { get; }
    AnswerFacts Facts { get; }
    GivenPaper? Paper { get; }

    /// <summary>What is said under an option, by its code, beside its name: of tiers, price and date.</summary>
    IReadOnlyDictionary<string, string> OptionHints => new Dictionary<string, string>();

    /// <summary>Where the page's forms are sent, and what comes piece by piece.</summary>
    string Address { get; }

    /// <summary>Files for this question that came whole, piece by piece, and belong to no answer yet.</summary>
    IReadOnlyList<Guid> Uploaded { get; }

    /// <summary>Of a paper: what she gave before and may give again.</summary>
    IReadOnlyList<EarlierPaper> Earlier { get; }

    /// <summary>Whether a paper may be brought later.</summary>
    bool MayBringLater { get; }

    /// <summary>Of a paper: what she holds already from this house and may give.</summary>
    IReadOnlyList<OwnCertificate> Certificates { get; }

    /// <summary>Of a paper: the service by which one gets it; null when the question names none that is offered.</summary>
    ServiceDefinition? GotFrom { get; }

    /// <summary>What its fields' names begin with where other questions stand on the page; empty where it has the page to itself, and heads it.</summary>
    string Prefix => "";

    /// <summary>The name of the field of a part.</summary>
    string FieldOf(string part) => FormAnswer.FieldOf(Prefix.Length == 0 ? part : RawAnswer.Part(Prefix, part));
    LanguageCode Language { get; }
    StateFace State { get; }
}
