using System.Security.Cryptography;
using EkDwar.Cases;
using EkDwar.Cases.Names;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;

namespace EkDwar.Bench;

/// <summary>What a case is about, and the place it is of.</summary>
public sealed record StoredAnswers(string Text, Guid? PlaceId);

/// <summary>A person with her account, as cases name them.</summary>
public sealed record Applicant(Guid AccountId, Guid PersonId);

/// <summary>
/// Builds the rows of stored cases through the application's own case file: answers and ledger bodies are sealed, the
/// chain is hashed, the due date counted. Nothing is written; the rows wait in the context until they are copied.
/// </summary>
public sealed class StoredCases(EkDwarDb db, ServiceDefinition service, IReadOnlyList<OfficeDesks> offices, MasterKey master, CaseClock clock, CaseWords index)
{
    /// <summary>The words of the names so far, to be copied and taken away: as many rows as all others together are not worth tracking.</summary>
    public List<object> Words { get; } = [];

    /// <param name="stage">0 to 2: the desk an open case lies on; 3: granted, with its certificate.</param>
    public async Task Add(long caseId, Applicant applicant, OfficeDesks office, int stage, DateTime submittedAt, StoredAnswers? about = null)
    {
        var (seal, wrapped) = CaseSeal.New(master, caseId);
        var text = about?.Text ?? SampleAnswers.Of(caseId);
        var answers = Answers.Parse(text);
        var c = new Case
        {
            CaseId = caseId, State = service.State, ServiceId = service.Id, ServiceVersion = service.Version, OfficeId = office.Office.OfficeId,
            ApplicantId = applicant.PersonId, FiledById = applicant.AccountId, Channel = "web", Language = "mr", SubmittedAt = submittedAt,
            WrappedKey = wrapped, Answers = seal.Seal(text, "answers"), PlaceId = about?.PlaceId,
            Fee = service.Fee.Due(service.Questions, answers, StateTime.Day(submittedAt)).Value!.ToText(),
            Terms = Terms.Of(service, answers).ToText(),
            // Where a certificate was made its fee was paid; of the money itself nothing is stored here.
            FeePaidAt = stage == service.Stages.Count ? submittedAt : null,
        };
        var file = new CaseFile(db, c, seal, service, null);
        db.Add(c);
        Words.AddRange(index.Of(c.OfficeId, ApplicantName.Of(service, answers, "mr")).Select(word => new CaseWord { CaseId = caseId, Word = word, SubmittedAt = submittedAt }));
        db.Add(new IdempotencyKey { Token = $"submit {applicant.AccountId:N} {caseId:x22}", Answer = c.Reference.ToString(), At = submittedAt });
        await Submit(file, office, submittedAt);
        for (var done = 0; done < stage; done++) Act(file, office, done, submittedAt.AddDays(done + 1));
        if (stage == service.Stages.Count) Issue(file, office, submittedAt.AddDays(stage).AddSeconds(1));
        c.Version = stage + (stage == service.Stages.Count ? 1 : 0);
    }

    public void Drawn(PaperPicture picture) => db.Add(picture);

    public static int OpenDesks => 3;

    public IReadOnlyList<OfficeDesks> Offices => offices;

    async Task Submit(CaseFile file, OfficeDesks office, DateTime at)
    {
        file.PlaceAt([(service.Stages[0], office.Posts[0])], at);
        file.Record(CaseEvent.ApplicationSubmitted, at, Actor.Applicant, new(), await clock.Start(file, StateTime.Day(at)));
        Sent("notice", $"{file.Case.Reference.Compact} {CaseEvent.ApplicationSubmitted}", at);
        // Stored cases rest: a figure that measures timers sets its own.
        foreach (var timer in db.ChangeTracker.Entries<OutboxMessage>().Select(entry => entry.Entity).Where(message => message.DoneAt is null)) timer.DoneAt = at;
    }

    void Act(CaseFile file, OfficeDesks office, int stage, DateTime at)
    {
        var (post, official) = (office.Posts[stage], office.Officials[stage]);
        db.Add(new Look
        {
            CaseId = file.Case.CaseId, LookId = Guid.CreateVersion7(at), At = at.AddMinutes(-5), OfficialId = official.OfficialId, PostId = post.PostId,
            What = "case", Reason = "assigned",
        });
        var actor = Actor.Post(post.PostId, official.OfficialId);
        if (stage + 1 < service.Stages.Count)
        {
            file.PlaceAt([(service.Stages[stage + 1], office.Posts[stage + 1])], at);
            file.Record(stage == 0 ? CaseEvent.CaseForwarded : CaseEvent.FieldReportGiven, at, actor,
                new() { Recommends = stage == 0 ? null : true, Words = "कागदपत्रे व स्थळ पाहिले; उत्पन्न बरोबर आहे." }, new());
            return;
        }
        file.TakeOff(at);
        file.Record(CaseEvent.ApplicationGranted, at, actor, new(), new(CaseStatus.Granted, IsPaused: false, Clock: [ClockFact.Stopped(StateTime.Day(at)).ToText()]));
        Sent("certificate", file.Case.Reference.Compact, at);
    }

    void Issue(CaseFile file, OfficeDesks office, DateTime at)
    {
        db.Add(new Certificate
        {
            CaseId = file.Case.CaseId, Seq = 1, Status = CertificateStatus.Valid, IssuedAt = at, OfficeId = file.Case.OfficeId, PostId = office.Posts[2].PostId,
            FileId = RandomNumberGenerator.GetHexString(64, lowercase: true), FileLength = 61_000,
            Sealed = file.Seal.Seal(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Sealing.KeyLength)), "certificate", 1),
            PayloadHash = RandomNumberGenerator.GetHexString(64, lowercase: true), PdfHash = RandomNumberGenerator.GetHexString(64, lowercase: true),
        });
        file.Record(CaseEvent.CertificateIssued, at, Actor.System, new() { CertificateSeq = 1 }, new());
        Sent("notice", $"{file.Case.Reference.Compact} {CaseEvent.CertificateIssued}", at);
    }

    void Sent(string kind, string body, DateTime at) => db.Add(new OutboxMessage
    {
        Id = Guid.CreateVersion7(at), Kind = kind, Body = body, DueAt = at, Attempts = 1, ClaimedUntil = at.AddMinutes(5), DoneAt = at.AddSeconds(1),
    });
}
