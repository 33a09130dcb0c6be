using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Delivering;

/// <summary>A text in the state's language and in English. Both the same where the state's language is English.</summary>
public sealed record Bilingual(string Local, string English);

/// <summary>A row of a certificate's table; the value is shown as given, in the state's language first.</summary>
public sealed record CertificateFact(Bilingual Label, Bilingual Value);

/// <summary>A table of a register's record, or of rows somebody answered; each row has a text for every column, as it was given.</summary>
public sealed record PrintedTable(Bilingual Title, IReadOnlyList<PrintedColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A column's name, and how wide it is beside the others.</summary>
public sealed record PrintedColumn(Bilingual Label, int Share);

/// <summary>
/// Everything a certificate says, as text ready to print: dates and amounts are formatted, fields are merged. Not a case
/// and not a definition. Runs that are bold are the merged fields.
/// </summary>
public sealed record CertificateContent
{
    /// <summary>The state's language, in which the certificate is first written.</summary>
    public required LanguageCode Language { get; init; }

    public required Bilingual Government { get; init; }
    public required Bilingual Department { get; init; }
    public required Bilingual Office { get; init; }
    public required Bilingual Title { get; init; }
    public required string Number { get; init; }
    public required Bilingual IssuedOn { get; init; }
    public required IReadOnlyList<TextRun> Body { get; init; }
    public required IReadOnlyList<TextRun> EnglishBody { get; init; }
    public required IReadOnlyList<CertificateFact> Facts { get; init; }

    public IReadOnlyList<PrintedTable> Tables { get; init; } = [];

    /// <summary>The pages of the record of which this is the copy, each a JPEG; none where nothing is copied.</summary>
    public IReadOnlyList<byte[]> CopiedPages { get; init; } = [];

    /// <summary>When the register's record stood so; null where no register gave it.</summary>
    public Bilingual? RecordAsOf { get; init; }

    /// <summary>For example "until 31 March 2027"; null where the certificate does not expire.</summary>
    public Bilingual? Validity { get; init; }

    public required Bilingual SignatoryName { get; init; }
    public required Bilingual SignatoryPost { get; init; }

    /// <summary>The short address printed for typing; without the payload.</summary>
    public required Uri VerificationUrl { get; init; }

    /// <summary>The code that the verification page asks for.</summary>
    public required string ShortCode { get; init; }

    /// <summary>What the QR code holds, see <see cref="CertificatePayload.QrText"/>.</summary>
    public required string QrText { get; init; }

    /// <summary>UTC; stands in the file as its date of making.</summary>
    public required DateTime MadeAt { get; init; }
}
