using System.Text.Json.Nodes;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.Applying;

/// <summary>
/// One question on a page of its own, for somebody signed in: what stands in its fields, what of its form is no answer yet, and where a "no"
/// is told. Which question it is and what becomes of the answer is each page's own.
/// </summary>
public abstract class AskingPage : CitizenPage, IQuestionFields
{
    public Question Question { get; protected set; } = null!;
    public RawAnswer Typed { get; private set; } = RawAnswer.Nothing;
    public int Rows { get; private set; } = 1;
    public AnswerFacts Facts { get; protected set; } = AnswerFacts.WithoutPlaces(default);
    public abstract string Address { get; }
    public virtual GivenPaper? Paper => null;
    public virtual bool MayBringLater => false;
    public virtual IReadOnlyDictionary<string, string> OptionHints => new Dictionary<string, string>();
    public IReadOnlyList<OwnCertificate> Certificates => Aid.Certificates;
    public ServiceDefinition? GotFrom => Aid.GotFrom;
    public IReadOnlyList<EarlierPaper> Earlier => Aid.Earlier;
    public IReadOnlyList<Guid> Uploaded => Aid.Uploaded;

    protected QuestionAid Aid { get; set; } = QuestionAid.None;

    /// <summary>An answer as she would type it; null where there is none.</summary>
    protected RawAnswer? AsTyped(JsonNode? stored) => stored is null ? null : new(QuestionType.Of(Question).Typed(Question, stored));

    /// <summary>The page with this in its fields; a table with the rows it has, or with as many as are asked for.</summary>
    protected PageResult Filled(RawAnswer? typed, int rows = 0)
    {
        Typed = typed ?? RawAnswer.Nothing;
        Rows = Math.Clamp(Math.Max(rows, Typed.Rows), 1, Question.MaxRows ?? TableType.RowsAtMost);
        return Page();
    }

    /// <summary>What her form says stands in the fields from here on.</summary>
    protected void ReadForm()
    {
        Typed = FormAnswer.Read(Request.Form);
        Rows = Math.Max(1, Typed.Rows);
    }

    protected bool AsksForRow => Request.Form.ContainsKey("add_row");

    protected bool IsStepToPlace => PlaceAsking.IsStep(Question, Facts, Typed);

    /// <summary>Whether the form that was read is no answer yet: one more row, or a step to a place. Then the page is shown again with it.</summary>
    protected bool IsStep()
    {
        if (AsksForRow) Rows++;
        return AsksForRow || IsStepToPlace;
    }

    protected PageResult Refused(IReadOnlyList<Refusal> refusals)
    {
        Refuse(refusals, FormAnswer.FieldOf);
        return Page();
    }
}
