using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Scanning;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Papers;

/// <summary>
/// From the outbox: asks again about a file in quarantine. A clean one is let out. An infected one is thrown away, its paper
/// counts as missing, and the applicant is told; of a record that an officer gave, its stage has to give another. The clock
/// of a case that runs already is not touched: she did send it.
/// </summary>
public sealed class ScanPaper(EkDwarDb db, CaseFiles cases, Quarantine quarantine, FileStore files, TimeProvider time) : IOutboxHandler
{
    public string Kind => Quarantine.OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var scan = await db.Set<PaperScan>().FirstOrDefaultAsync(scan => scan.FileId == message.Body);
        if (scan is not { State: ScanState.Waiting, WaitingKey: not null }) return;
        var verdict = await quarantine.AskAbout(scan, files);
        var now = time.UtcNow();
        if (verdict == ScanVerdict.NotNow)
        {
            quarantine.AskAgain(scan.FileId, now);
            await db.Save();
            return;
        }
        (scan.State, scan.AskedAt, scan.WaitingKey) = (verdict == ScanVerdict.Clean ? ScanState.Clean : ScanState.Infected, now, null);
        List<string> gone = verdict == ScanVerdict.Clean ? [] : [scan.FileId, .. await TakenFromCase(scan, now)];
        await db.Save();
        gone.ForEach(files.Delete);
    }

    /// <summary>Takes the paper out of its case, if it is still in one and that is still open. Gives its other files, which nobody needs now.</summary>
    async Task<IEnumerable<string>> TakenFromCase(PaperScan scan, DateTime now)
    {
        if (scan is not { CaseId: { } caseId, Question: { } question } || await cases.Open(caseId) is not { } file) return [];
        var isOfOffice = !file.Service.Questions.Exists(asked => asked.Id == question);
        var paper = DocumentType.PaperOf((isOfOffice ? file.Findings : file.Answers)[question]);
        if (file.Case.Status.IsClosed() || paper?.Parts.Any(part => part.File == scan.FileId) != true) return [];
        if (isOfOffice) NotFound(file, question, now);
        else Missing(file, question, now);
        return paper.Parts.Select(part => part.File).Where(id => id != scan.FileId);
    }

    static void NotFound(CaseFile file, string question, DateTime now)
    {
        file.Unfind(question);
        file.Record(CaseEvent.RecordInfected, now, Actor.System, new() { About = [question] }, new());
    }

    void Missing(CaseFile file, string question, DateTime now)
    {
        file.Replace(file.Answers.With(question, DocumentType.Later));
        // Nothing had begun that would have to be taken back: as if it had never been given.
        var status = file.Desk is null && file.Case.Status is CaseStatus.AwaitingFee or CaseStatus.AwaitingConsent ? CaseStatus.AwaitingPapers : file.Case.Status;
        file.Record(CaseEvent.PaperInfected, now, Actor.System, new() { About = [question] }, new(status));
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.PaperInfected}", now));
    }
}
