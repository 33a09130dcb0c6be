using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Cases.Registers;
using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;
using EkDwar.Foundation.Time;
using EkDwar.Places;

namespace EkDwar.Delivering;

/// <summary>A certificate ready to be kept: the signed file, the payload of its code, and the post for which it was signed.</summary>
public sealed record MadeCertificate(byte[] Pdf, string Payload, Guid PostId);

/// <summary>Makes and signs a certificate from a case. Writes nothing.</summary>
public sealed class CertificateMaker(PostDirectory directory, IssuingKeys keys, IReadOnlyDictionary<string, StateProfile> states, AttachedRecords records, Settings settings)
{
    public async Task<MadeCertificate> Make(CaseFile file, int seq, LedgerEntry decision, Validity? validity, DateTime now)
    {
        var service = file.Service;
        var state = states[service.State];
        var language = LanguageCode.Parse(state.Language);
        var record = LedgerBody.Parse(file.Seal.Open(decision.Body, "ledger", decision.Seq)).Record is { } given ? RegisterRecord.Parse(given) : null;
        var words = new CertificateWords(service, file.Known, new(StateTime.Day(decision.At), await directory.Offered(service), language), record);
        var office = await directory.Office(file.Case.OfficeId);
        var post = await Signatory(file, decision);
        var number = $"{file.Case.Reference}-{seq}";
        var issuedOn = StateTime.Day(now);
        var payload = new CertificatePayload(service.State, service.Id, number, office.Code, issuedOn, words.HolderName(language), words.PayloadFacts(validity)).Fitting().Sign(keys.Payload);
        var url = new Uri($"{settings.PublicUrl}/v/{number}");
        var copied = await records.Of(file) is { IsDone: true } drawn ? drawn.Value.Pictures : throw new InvalidOperationException("the record that is to be copied cannot be drawn");
        Bilingual In(LocalText text) => new(text.In(language), text.In(LanguageCode.English));
        IReadOnlyList<TextRun> Body(LanguageCode one) => [.. words.Paragraph(one), .. Deemed(file, decision, one), .. Copied(copied.Count, one)];
        var content = new CertificateContent
        {
            Language = language, Government = In(state.Government), Department = In(service.Department), Office = In(office.Names),
            Title = In(words.Title), Number = number,
            IssuedOn = new(LongDate.Of(issuedOn, language), LongDate.Of(issuedOn, LanguageCode.English)),
            Body = Body(language), EnglishBody = Body(LanguageCode.English), CopiedPages = copied, Facts = words.Rows(language),
            Tables = words.Tables(language), RecordAsOf = record is null ? null : new(When(record.AsOf, language), When(record.AsOf, LanguageCode.English)),
            Validity = validity is { } days ? new(Days(days, language), Days(days, LanguageCode.English)) : In(service.Certificate.Validity), SignatoryName = In(post.Names), SignatoryPost = In(office.Names),
            VerificationUrl = url, ShortCode = number, QrText = CertificatePayload.QrText(url, payload), MadeAt = now,
        };
        var facts = new SignatureFacts(post.Names.In(LanguageCode.English), words.Title.In(LanguageCode.English), office.Names.In(LanguageCode.English), now);
        return new(PdfSigner.Sign(CertificateLayout.Make(content), keys.Seal, facts), payload, post.PostId);
    }

    /// <summary>That no officer decided it but the law, which is cited; nothing of any other grant.</summary>
    static IEnumerable<TextRun> Deemed(CaseFile file, LedgerEntry decision, LanguageCode language) => decision.Kind != nameof(CaseEvent.DeemedGranted) ? []
        : [new(" " + Texts.Get(language, "delivering.certificate.deemed", ("section", file.Service.Deemed!.Section.In(language)), ("date", LongDate.Of(file.Case.DueOn!.Value, language))))];

    /// <summary>That a record follows, on how many pages; nothing where none does.</summary>
    static IEnumerable<TextRun> Copied(int pages, LanguageCode language) => pages == 0 ? [] : [new(" " + Texts.Get(language, "delivering.certificate.copied", ("pages", $"{pages}")))];

    /// <summary>The post that decided; where a register or the law did, the designated officer's.</summary>
    async Task<Post> Signatory(CaseFile file, LedgerEntry decision) => decision.PostId is { } decided ? await directory.Post(decided)
        : await directory.At(file.Case.OfficeId, file.Terms.Officers.Designated) ?? throw new InvalidOperationException("the office lost the officer in whose name it signs");

    static string Days(Validity days, LanguageCode language) => Texts.Get(language, "delivering.certificate.from_until",
        ("from", LongDate.Of(days.From, language)), ("until", LongDate.Of(days.Until, language)));

    static string When(DateTime at, LanguageCode language) => DayPart.At(at, language);
}
