using System.Globalization;
using EkDwar.Cases.Papers;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Cases.Visits;

/// <summary>From the outbox, when a link's time is over: a visit nobody reported of has expired, and photos that came for it are kept no longer.</summary>
public sealed class EndVisit(EkDwarDb db, FieldVisits visits, TimeProvider time) : IOutboxHandler
{
    public const string OutboxKind = "end_visit";

    public string Kind => OutboxKind;

    public static string BodyOf(CaseReference reference, int seq) => string.Create(CultureInfo.InvariantCulture, $"{reference.Compact} {seq}");

    public static (CaseReference Reference, int Seq) Read(string body) =>
        body.Split(' ') is [var text, var seq] && CaseReference.TryParse(text, out var reference) ? (reference, int.Parse(seq, CultureInfo.InvariantCulture)) : throw new FormatException("no visit");

    public async Task Handle(OutboxMessage message)
    {
        var (reference, seq) = Read(message.Body);
        if (await visits.Of(reference, seq) is not { Visit.Status: VisitStatus.Waiting } visit) return;
        var now = time.UtcNow();
        var photos = visit.Report.Files;
        visit.End(VisitStatus.Expired, now);
        visit.Visit.Report = null;
        await LooseFiles.LetGo(db, [.. photos.Select(photo => photo.File)], now);
        if (!await db.TrySave()) throw new InvalidOperationException("the visit was changed meanwhile");
    }
}
