using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Design;
using EkDwar.Foundation.Languages;

namespace EkDwar.Applying;

/// <summary>One question beside others on their page: what stands in its fields, and from where, while she has not confirmed it.</summary>
public sealed record SharedFields(Question Question, RawAnswer Typed, AnswerFacts Facts, string? Source, EkPage Page) : IQuestionFields
{
    public string Prefix => Question.Id;
    public LanguageCode Language => Page.Language;
    public StateFace State => Page.State;
    public int Rows => 1;
    public GivenPaper? Paper => null;
    public string Address => "";
    public IReadOnlyList<Guid> Uploaded => [];
    public IReadOnlyList<EarlierPaper> Earlier => [];
    public bool MayBringLater => false;
    public IReadOnlyList<OwnCertificate> Certificates => [];
    public ServiceDefinition? GotFrom => null;
}
