using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Deadlines;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Places;

namespace EkDwar.Applying;

/// <summary>
/// What an acknowledgement says, for its page and its slip: Form I with reference, papers, fee heads, officers and the
/// due date, or, with papers missing, which, and no date.
/// </summary>
public sealed class ReadAcknowledgement(PostDirectory directory, CaseClock clock, CaseParties parties, Timeline timeline, Settings settings)
{
    public async Task<SlipContent> Run(CaseFile file, LanguageCode language)
    {
        var (c, service) = (file.Case, file.Service);
        var act = await clock.Act(file);
        var missing = Interview.MissingPapers(service, file.Answers);
        var agent = c.MandateId is null ? null : (await timeline.Of(file))[0].Body.Agent;
        string T(string key, params ReadOnlySpan<(string, string)> values) => Texts.Get(language, key, values);
        return new SlipContent
        {
            Language = language, Heading = T("applying.slip.acknowledgement"), ActAndForm = $"{act.Name.In(language)} · {act.Acknowledgement.Form.In(language)}",
            Reference = c.Reference.ToString(), ReceivedAt = DayPart.At(c.SubmittedAt, language),
            Service = service.Names.In(language), Applicant = ApplicantOf(service, file.Answers) + (agent is null ? "" : "; " + T("cases.filed_by", ("name", agent))), Tier = file.Tier?.Names.In(language), Officers = await OfficersOf(file, act, language),
            PapersReceived = PapersReceived(service, file.Answers, language), PapersMissing = [.. missing.Select(question => question.Label.In(language))],
            ConsentsMissing = c.DueOn is null ? [.. (await parties.Of(file)).Where(party => !party.HasConsented).Select(party => $"{party.Party.Rule.Names.In(language)}: {party.Party.Name}")] : [],
            Fees = [.. file.Fee.Lines.Select(line => new SlipLine(service.Fee.Head(line.Code)!.Names.In(language), IndianNumber.Rupees(line.AmountMinor)))],
            FeeTotal = file.IsUnassessed ? null : IndianNumber.Rupees(file.Fee.TotalMinor), FeeNote = FeeNote(file, language), WaitsForFee = file.WaitsForFee,
            StartsWith = file.WaitsForEvent && missing.Count == 0 ? service.Limit.Event.In(language) : null,
            Due = c.DueOn is { } due ? new(LongDate.Of(due, language), file.Limit(act).Text(language)) : null,
            StatusWays = [T("applying.status_on_web", ("url", settings.PublicUrl + $"/{service.State}/{language}/track"))],
            QrText = $"{settings.PublicUrl}/t/{c.Reference.Compact}", MadeAt = c.SubmittedAt,
        };
    }

    async Task<IReadOnlyList<SlipLine>> OfficersOf(CaseFile file, ActRules act, LanguageCode language)
    {
        var lines = new List<SlipLine>();
        foreach (var (role, designation) in file.Terms.Officers.InOrder)
            if (await directory.At(file.Case.OfficeId, designation) is { } post) lines.Add(new(act.AuthorityOf(role)?.In(language) ?? Texts.Get(language, "applying.officer." + role), post.Names.In(language)));
        return lines;
    }

    static string FeeNote(CaseFile file, LanguageCode language)
    {
        if (file.IsUnassessed) return Texts.Get(language, "applying.fee_assessed_later");
        if (!file.Fee.IsPaidOnline) return file.Service.Fee.Note.In(language);
        if (file.Case.FeePaidAt is not { } at) return Texts.Get(language, "applying.slip.fee_unpaid");
        return Texts.Get(language, "applying.slip.fee_paid", ("when", DayPart.At(at, language)));
    }

    static string ApplicantOf(ServiceDefinition service, Answers answers) => answers[service.ApplicantName]?["local"]?.GetValue<string>() ?? "";

    static List<string> PapersReceived(ServiceDefinition service, Answers answers, LanguageCode language) =>
        [.. service.Questions.Where(question => question.Type == "document" && DocumentType.PaperOf(answers[question.Id]) is not null)
            .Select(question => question.Option(DocumentType.PaperOf(answers[question.Id])!.Kind)?.Names.In(language) ?? question.Label.In(language))];
}
