using EkDwar.Foundation;

namespace EkDwar.Cases.Visits;

/// <summary>What whoever opens a link is told of it; nothing else is told to anybody without the code.</summary>
public enum LinkState { Open, Used, Withdrawn, Expired }

/// <summary>A visit read for one request, with its case; opened by <see cref="FieldVisits"/>.</summary>
public sealed record OpenVisit(FieldVisit Visit, CaseFile File)
{
    public VisitRequest Request { get; } = VisitRequest.Parse(File.Seal.Open(Visit.Request, Place("request"), Visit.Seq));

    public VisitReport Report => Visit.Report is { } report ? VisitReport.Parse(File.Seal.Open(report, Place("report"), Visit.Seq)) : VisitReport.Empty;

    public PhoneNumber Mobile => PhoneNumber.TryParse(Request.Mobile, out var mobile) ? mobile : throw new FormatException("a visitor without a mobile");

    /// <summary>Whether the case is still where the visit was asked for: a desk that has passed it on needs the visit no more.</summary>
    public bool IsNeeded => !File.Case.Status.IsClosed() && File.Desks.Any(desk => desk.Stage == Visit.Stage && desk.SinceAt <= Visit.AskedAt);

    public LinkState At(DateTime now) => Visit.Status switch
    {
        VisitStatus.Reported => LinkState.Used,
        VisitStatus.Withdrawn => LinkState.Withdrawn,
        VisitStatus.Expired => LinkState.Expired,
        _ => now >= Visit.ExpiresAt ? LinkState.Expired : IsNeeded ? LinkState.Open : LinkState.Withdrawn,
    };

    /// <summary>In the coming save.</summary>
    public void Keep(VisitReport report) => Visit.Report = File.Seal.Seal(report.ToText(), Place("report"), Visit.Seq);

    public void End(VisitStatus status, DateTime now) => (Visit.Status, Visit.EndedAt) = (status, now);

    public static byte[] Sealed(CaseSeal seal, int seq, VisitRequest request) => seal.Seal(request.ToText(), Place("request"), seq);

    static string Place(string what) => "field visit " + what;
}
