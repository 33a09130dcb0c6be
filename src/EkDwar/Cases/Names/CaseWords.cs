using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Names;
using EkDwar.Foundation.Secrets;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Names;

/// <summary>
/// The blind index of names: writes a case's words in the save that gives it its name or its office, and hashes what somebody asks
/// in the same way. It asks nothing about who may search.
/// </summary>
public sealed class CaseWords(EkDwarDb db, KeyedHash hash)
{
    const string Purpose = "case-words", Spelling = "spelt", Hearing = "sound";

    /// <summary>A word by its letters, as an office's cases have it.</summary>
    public long Spelt(Guid officeId, string word) => hash.NumberOf(Purpose, $"{officeId:N} {Spelling} {word}");

    /// <summary>A word by its sound.</summary>
    public long Sounding(Guid officeId, string word) => hash.NumberOf(Purpose, $"{officeId:N} {Hearing} {NameSound.Of(word)}");

    /// <summary>All by which a case of this name is found at an office: each word in both scripts by its letters and by its sound, and two that stand side by side as one.</summary>
    public IReadOnlySet<long> Of(Guid officeId, ApplicantName name)
    {
        var found = new HashSet<long>();
        foreach (var words in new[] { NameWords.Of(name.Local), NameWords.Of(name.Latin) })
        {
            found.UnionWith(words.Select(word => Spelt(officeId, word)));
            found.UnionWith(words.Concat(NameWords.Joined(words)).Where(word => NameSound.Of(word).Length > 0).Select(word => Sounding(officeId, word)));
        }
        return found;
    }

    /// <summary>Of a case that begins, in the coming save.</summary>
    public void Write(CaseFile file, Answers answers) => Add(file.Case, Of(file.Case.OfficeId, NameOf(file.Service, answers)));

    /// <summary>The case came to another office, which finds it from now on; those that had it find it still.</summary>
    public async Task Follow(CaseFile file) => Add(file.Case, Of(file.Case.OfficeId, NameOf(file.Service, file.Answers)).Except(await Written(file.Case.CaseId)));

    /// <summary>Its applicant's name was given anew: by the one before it is found no more, at any office that has or had it.</summary>
    public async Task Renew(CaseFile file)
    {
        var caseId = file.Case.CaseId;
        var offices = await (from item in db.Set<WorkItem>() where item.CaseId == caseId join post in db.Set<Post>() on item.PostId equals post.PostId select post.OfficeId).Distinct().ToListAsync();
        var (name, before) = (NameOf(file.Service, file.Answers), await Written(caseId));
        var now = offices.Append(file.Case.OfficeId).SelectMany(office => Of(office, name)).ToHashSet();
        db.RemoveRange(await db.Set<CaseWord>().Where(word => word.CaseId == caseId && !now.Contains(word.Word)).ToListAsync());
        Add(file.Case, now.Except(before));
    }

    async Task<List<long>> Written(long caseId) => [.. await db.Set<CaseWord>().Where(word => word.CaseId == caseId).Select(word => word.Word).ToListAsync(),
        .. db.Set<CaseWord>().Local.Where(word => word.CaseId == caseId).Select(word => word.Word)];

    void Add(Case c, IEnumerable<long> words) => db.AddRange(words.Select(word => new CaseWord { CaseId = c.CaseId, Word = word, SubmittedAt = c.SubmittedAt }));

    static ApplicantName NameOf(ServiceDefinition service, Answers answers) => ApplicantName.Of(service, answers, "");
}
