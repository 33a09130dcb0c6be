using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using EkDwar.Processing.SecondQueries;

namespace EkDwar.Processing;

/// <summary>One answer as the officer reads it.</summary>
public sealed record AnswerLine(Question Question, IReadOnlyList<string> Lines);

/// <summary>What happened and which post did it (none for the applicant and the system), with its codes as they read.</summary>
public sealed record DeskEntry(TimelineEntry Entry, Post? Post, LocalText? Ground)
{
    /// <summary>Of a case that went to another desk: whose.</summary>
    public Post? To { get; init; }

    /// <summary>What it was about, one line each: a defect with its reason, an answer as it was before.</summary>
    public IReadOnlyList<(LocalText Question, string Line)> Lines { get; init; } = [];
}

/// <summary>All that the case page shows.</summary>
public sealed record DeskCase(CaseFile File, ApplicantName Applicant, Office Office, IReadOnlyList<AnswerLine> Answers, ClockReading Clock,
    IReadOnlyList<ClockDay> Days, LocalText? CountedSo, IReadOnlyList<DeskEntry> Newest, IReadOnlyList<EligibilityRule> NotMet)
{
    /// <summary>Whose consent was asked; empty where nobody's is.</summary>
    public IReadOnlyList<PartyLine> Parties { get; init; } = [];
    public Case Case => File.Case;

    /// <summary>What officers found, stage by stage.</summary>
    public IReadOnlyList<StageFindings> Findings { get; init; } = [];

    /// <summary>By when the office wants this stage's part done; null where the service does not say.</summary>
    public DateOnly? PartDueOn { get; init; }

    /// <summary>The stages that act side by side now, this one among them.</summary>
    public IReadOnlyList<Stage> Beside => File.Desk is { } desk ? File.Path.Beside(desk.Stage) : [];

    /// <summary>Whether it lies on the desk that the reader's post shares, and nobody has claimed it.</summary>
    public bool IsUnclaimed { get; init; }

    /// <summary>Whether the reader's post has it, and shares its work with others of its designation.</summary>
    public bool IsSharedOut { get; init; }

    /// <summary>By which answers read in her language.</summary>
    public AnswerFacts? Facts { get; init; }

    public bool IsHere(Guid postId) => File.Desk?.PostId == postId;
    public bool HasCertificate => Newest.Any(line => line.Entry.Kind == CaseEvent.CertificateIssued);
    public bool WasQueried => Newest.Any(line => line.Entry.Kind.IsQuery());

    /// <summary>That leave to ask again was asked for here, and nobody has answered.</summary>
    public TimelineEntry? LeaveAsked => LeaveToAsk.Waiting(File, [.. Newest.Reverse().Select(line => line.Entry)]);
}

/// <summary>Use case: puts together what an official sees of a case she was let into; the look was recorded before.</summary>
public sealed class ReadDeskCase(Timeline timeline, CaseClock clock, CaseParties parties, PostDirectory directory, TimeProvider time)
{
    // Of a case long overdue, a month past the date is enough to see how it was counted.
    const int DaysAfterDue = 31;

    public async Task<DeskCase> Run(CaseFile file, Guid postId, LanguageCode language)
    {
        var shared = (await directory.SharedDeskOf(postId))?.PostId;
        var reading = await clock.Read(file, await file.ClockRecord());
        var today = time.Today();
        var until = reading.DueOn is not { } due || due > today && !reading.IsPaused ? reading.DueOn ?? today
            : due.AddDays(DaysAfterDue) < today ? due.AddDays(DaysAfterDue) : today;
        var entries = new List<DeskEntry>();
        var facts = new AnswerFacts(today, await directory.Offered(file.Service), language);
        foreach (var entry in (await timeline.Of(file)).Reverse())
            entries.Add(new(entry, entry.PostId is { } post ? await directory.Post(post) : null,
                file.Service.Grounds.Find(ground => ground.Code == entry.Body.Ground)?.Names)
                { Lines = [.. Lines(file, entry.Body, facts), .. await Moved(entry.Body, language)], To = entry.Body.To is { } to ? await directory.Post(to) : null });
        return new(file, ApplicantName.Of(file.Service, file.Answers, file.Case.Language), await directory.Office(file.Case.OfficeId),
            Answered(file, facts), reading, reading.Days(until, StateTime.Day(file.Case.SubmittedAt)),
            file.Service.Limit.Kind == "unstated" ? reading.Act.Counting.UnstatedReason : null, entries,
            file.Service.NotMet(file.Answers, today))
        {
            Facts = facts,
            Parties = PartyLine.Of(await parties.Of(file), [.. entries.Select(line => line.Entry).Reverse()], language),
            Findings = StageFindings.Of(file, language, today, forCitizen: false),
            IsUnclaimed = shared is not null && file.Desk?.PostId == shared,
            IsSharedOut = shared is not null && file.Desk?.PostId == postId,
            PartDueOn = file.Desk is { } desk ? await clock.PartDue(file, desk) : null,
        };
    }

    static IReadOnlyList<(LocalText, string)> Lines(CaseFile file, LedgerBody body, AnswerFacts facts)
    {
        LocalText Label(string id) => file.Service.Question(id).Label;
        string Before(string id, string json) => string.Join(", ", QuestionType.Of(file.Service.Question(id)).Format(file.Service.Question(id), JsonNode.Parse(json)!, facts.Language, facts));
        return [
            .. (body.About ?? []).Select(id => (Label(id), "")),
            .. (body.Defects ?? []).Select(defect => (Label(defect.Question), $"{Texts.Get(facts.Language, "cases.defect." + defect.Reason)} {defect.Words}".TrimEnd())),
            .. body.ReturnedTo is { } back ? [(file.Service.Stage(back).Names, Texts.Get(facts.Language, "processing.to_be_done_again"))] : Array.Empty<(LocalText, string)>(),
            .. from item in file.Service.Stages.SelectMany(stage => stage.Checklist) where body.Checked?.Contains(item.Id) == true select (item.Names, Texts.Get(facts.Language, "cases.check_ticked")),
            .. Found(file, body, facts),
            .. (body.Stated ?? new Dictionary<string, string>()).Where(pair => file.Service.Fee.Facts.Exists(fact => fact.Id == pair.Key))
                .Select(pair => (file.Service.Fee.Facts.First(fact => fact.Id == pair.Key).Label, pair.Value)),
            .. body.Consent is { } consent && file.Service.Parties.Find(rule => rule.Id == consent.Party.Split('.')[0]) is { } rule ? [(rule.Names, consent.By ?? "")] : Array.Empty<(LocalText, string)>(),
            .. (body.Corrected ?? new Dictionary<string, string>()).Select(pair => (Label(pair.Key), Texts.Get(facts.Language, "processing.correction.wants", ("answer", Before(pair.Key, pair.Value))))),
            .. (body.Replaced ?? new Dictionary<string, string>()).Select(pair => (Label(pair.Key), Texts.Get(facts.Language, "processing.before", ("answer", Before(pair.Key, pair.Value))))),
        ];
    }

    async Task<IEnumerable<(LocalText, string)>> Moved(LedgerBody body, LanguageCode language) => body is { Office: { } office, OfficeBefore: { } before }
        ? [((await directory.Office(before)).Names, Texts.Get(language, "processing.transfer.from")), ((await directory.Office(office)).Names, Texts.Get(language, "processing.transfer.to"))] : [];

    static IEnumerable<(LocalText, string)> Found(CaseFile file, LedgerBody body, AnswerFacts facts)
    {
        if (body.Findings is null) return [];
        var found = Catalogue.Questions.Answers.Parse(body.Findings);
        return from question in file.Service.AllQuestions
               let answer = found[question.Id]
               where answer is not null
               select (question.Label, string.Join(", ", QuestionType.Of(question).Format(question, answer, facts.Language, facts)));
    }

    // What was left blank is asked for by a query like what was said.
    static IReadOnlyList<AnswerLine> Answered(CaseFile file, AnswerFacts facts) =>
        [.. file.Service.Questions.Where(question => file.Answers.Has(question.Id)).Select(question => new AnswerLine(question, Interview.Show(question, file.Answers, facts.Language, facts)))];
}
