using EkDwar.Catalogue;
using EkDwar.Applying.Uploads;
using EkDwar.People;

namespace EkDwar.Applying;

/// <summary>A sent form in which a paper is given: its files, those that came piece by piece before it, and what kind of paper she says it is.</summary>
/// <param name="Place">the question, as <see cref="UploadPlace"/> names it</param>
public sealed record PaperForm(IFormCollection Form, Question Question, string Place, CitizenSession Session)
{
    public string Kind => FormAnswer.Read(Form)["kind"];
    public IReadOnlyList<IFormFile> Files => FormAnswer.Files(Form);
    public IReadOnlyList<Guid> Uploads => FormAnswer.Uploads(Form);
    public bool HasFile => Files.Count + Uploads.Count > 0;
    public bool AsksForMore => Form.ContainsKey("add_page");
}
