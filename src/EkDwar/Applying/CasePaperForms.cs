using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Applying;

/// <summary>The paper that a form brings for a case: a certificate of this house that its applicant holds, or files. It is part of the case only once it is given there.</summary>
public sealed class CasePaperForms(AttachPaper attach, OwnCertificates own)
{
    /// <param name="before">the pages that came before</param>
    public async Task<Outcome<RawAnswer>> Read(PaperForm sent, CaseFile file, GivenPaper? before)
    {
        var certificate = FormAnswer.Read(sent.Form)["certificate"];
        if (certificate.Length > 0 && !sent.Session.IsForAnother) return await own.Give(file.Case.ApplicantId, file.Case.State, sent.Question, certificate);
        // A certificate of this house is what it is, and no page comes after it.
        if (before?.Issued is not null) return sent.HasFile ? await attach.Run(sent) : new RawAnswer(before.Typed());
        return await attach.Run(sent, before);
    }
}
