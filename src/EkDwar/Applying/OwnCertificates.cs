using System.Globalization;
using System.Security.Cryptography;
using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>A certificate somebody has from this house, which a question takes as its paper.</summary>
public sealed record OwnCertificate(CaseReference Reference, int Seq, Option Paper, DateOnly IssuedOn)
{
    public string Number => $"{Reference}-{Seq}";
}

/// <summary>
/// The certificates of this house that a person may give as a paper: issued to her, by a service the question names, and
/// valid. Given, one becomes a paper like any other, sealed under a key of its own, that keeps its number.
/// </summary>
public sealed class OwnCertificates(EkDwarDb db, CaseFiles cases, FileStore files, LooseFiles loose)
{
    const int MostOffered = 10;

    public async Task<IReadOnlyList<OwnCertificate>> For(Guid personId, string state, Question question)
    {
        var papers = question.Options.Where(option => option.IssuedBy.Length > 0).DistinctBy(option => option.IssuedBy).ToDictionary(option => option.IssuedBy);
        if (papers.Count == 0) return [];
        var services = papers.Keys.ToList();
        var held = await db.CertificatesOf(personId, state, services).OrderByDescending(one => one.Certificate.IssuedAt).Take(MostOffered).ToListAsync();
        return [.. held.Select(one => new OwnCertificate(one.Case.Reference, one.Certificate.Seq, papers[one.Case.ServiceId], StateTime.Day(one.Certificate.IssuedAt)))];
    }

    /// <summary>The certificate of this number as the parts of a paper's answer. Refused when it is not, or no longer, hers to give.</summary>
    public async Task<Outcome<RawAnswer>> Give(Guid personId, string state, Question question, string number)
    {
        var held = await For(personId, state, question);
        if (held.FirstOrDefault(one => one.Number == number) is not { } own || await cases.Open(own.Reference.CaseId) is not { } file)
            return new Refusal("applying.certificate_gone", "certificate");
        var certificate = await db.Set<Certificate>().AsNoTracking().FirstAsync(one => one.CaseId == own.Reference.CaseId && one.Seq == own.Seq);
        var key = RandomNumberGenerator.GetBytes(Sealing.KeyLength);
        var stored = await loose.Put(certificate.Read(files, file.Seal), key, PaperFile.Context);
        var paper = new PaperFile(stored.Id, Convert.ToBase64String(key), "pdf", stored.Length);
        return new RawAnswer(new GivenPaper(own.Paper.Code, [paper]) { Issued = new(own.Number, own.IssuedOn) }.Typed());
    }

    /// <summary>The questions whose certificate was revoked or replaced since it was given.</summary>
    public static async Task<List<Refusal>> Lapsed(EkDwarDb db, OpenDraft draft)
    {
        var lapsed = new List<Refusal>();
        foreach (var question in Interview.Papers(draft.Service, draft.Answers))
        {
            if (DocumentType.PaperOf(draft.Answers[question.Id])?.Issued?.Number is not { } number) continue;
            var end = number.LastIndexOf('-');
            var isValid = CaseReference.TryParse(number[..end], out var reference) && int.TryParse(number[(end + 1)..], CultureInfo.InvariantCulture, out var seq)
                && await db.Set<Certificate>().AnyAsync(one => one.CaseId == reference.CaseId && one.Seq == seq && one.Status == CertificateStatus.Valid);
            if (!isValid) lapsed.Add(new("applying.certificate_lapsed", question.Id, ("number", number)));
        }
        return lapsed;
    }
}
