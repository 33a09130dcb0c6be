using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue;

/// <summary>
/// What the certificate says. Braces name answers: {name}, {income}, {place}; of an instant service also what its register
/// said: {record.area}; of a question of type place also where it lies: {village.taluka}.
/// </summary>
public sealed class CertificateTemplate
{
    /// <summary>Before the name of what a register said, where else a question would be named.</summary>
    public const string OfRecord = "record.";

    /// <summary>The name of what is sanctioned a month.</summary>
    public const string OfSanction = "sanction.amount";

    /// <summary>Of <c>village.taluka</c> the question and the kind of place in which its answer lies; null where no such kind is named.</summary>
    public static (string Question, string Kind)? PlaceOf(string name) =>
        !name.StartsWith(OfRecord, StringComparison.Ordinal) && name != OfSanction && name.Split('.') is [{ Length: > 0 } question, { Length: > 0 } kind] ? (question, kind) : null;

    public LocalText Title { get; init; } = [];
    public LocalText Paragraph { get; init; } = [];
    public List<CertificateRow> Rows { get; init; } = [];

    /// <summary>Tables of what the register said or the applicant answered, below the rows.</summary>
    public List<CertificateTable> Tables { get; init; } = [];
    public LocalText Validity { get; init; } = [];

    /// <summary>What it is called, and says, of some cases alone: the first whose rule holds counts, and of what it leaves out the certificate's own.</summary>
    public List<CertificateVariant> Variants { get; init; } = [];

    public LocalText TitleFor(ServiceDefinition service, Answers known) => VariantFor(service, known) is { Title.Count: > 0 } variant ? variant.Title : Title;

    public LocalText ParagraphFor(ServiceDefinition service, Answers known) => VariantFor(service, known) is { Paragraph.Count: > 0 } variant ? variant.Paragraph : Paragraph;

    CertificateVariant? VariantFor(ServiceDefinition service, Answers known) => Variants.Find(variant => variant.Holds(service, known));

    /// <summary>Of a copy: the officer's finding that is the record itself. Its pages follow the certificate's own, and no grant goes without it; {its_id} is how many there are. Empty for all others.</summary>
    public string Attaches { get; init; } = "";

    public bool IsCopy => Attaches.Length > 0;
}

/// <summary>Title and paragraph of the cases for which a rule over answers and findings holds; a rule that cannot be told does not.</summary>
public sealed class CertificateVariant
{
    public string When { get; init; } = "";
    public LocalText Title { get; init; } = [];
    public LocalText Paragraph { get; init; } = [];

    Rule? when;

    public bool Holds(ServiceDefinition service, Answers known)
    {
        when ??= Rule.Parse(When);
        return when.Evaluate(RuleFacts.Of(when, service.AllQuestions, known)).Holds;
    }
}

public sealed class CertificateRow
{
    public LocalText Label { get; init; } = [];
    public string Value { get; init; } = "";
}

/// <summary>The rows of a table of the record, or of a question of type table, with the columns of it that are shown.</summary>
public sealed class CertificateTable
{
    public LocalText Title { get; init; } = [];

    /// <summary>The table, as <c>record.occupants</c>, or the id of the question.</summary>
    public string Rows { get; init; } = "";
    public List<CertificateColumn> Columns { get; init; } = [];
}

public sealed class CertificateColumn
{
    public LocalText Label { get; init; } = [];

    /// <summary>The column of that table.</summary>
    public string Value { get; init; } = "";

    /// <summary>How wide it is beside the others: one of 2 is twice as wide as one of 1.</summary>
    public int Share { get; init; } = 1;
}
