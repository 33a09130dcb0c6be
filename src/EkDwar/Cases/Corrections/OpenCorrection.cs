using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Corrections;

/// <summary>A case with what its applicant corrects: what is there now, and what shall stand in its place. Asks nothing about who may.</summary>
public sealed record OpenCorrection(CaseFile File, Correction? Row, Answers Anew)
{
    const string Place = "correction";

    /// <summary>Whether the office has it and has not answered.</summary>
    public bool IsAsked => Row?.AskedAt is not null;

    /// <summary>Her answers as they will be.</summary>
    public Answers Merged => Interview.Replaced(File.Service, File.Answers, Anew);

    /// <summary>The questions that get another answer, in the order in which they are asked.</summary>
    public IReadOnlyList<Question> Changed => [.. File.Service.Questions.Where(question => Anew.Has(question.Id))];

    /// <summary>What stood there before, by question, as JSON; and what shall stand there.</summary>
    public IReadOnlyDictionary<string, string> Before => Changed.Where(question => File.Answers[question.Id] is not null).ToDictionary(question => question.Id, question => File.Answers[question.Id]!.ToJsonString());
    public IReadOnlyDictionary<string, string> After => Changed.ToDictionary(question => question.Id, question => Anew[question.Id]!.ToJsonString());

    public static async Task<OpenCorrection> Of(EkDwarDb db, CaseFile file)
    {
        var row = await db.Set<Correction>().FirstOrDefaultAsync(correction => correction.CaseId == file.Case.CaseId);
        return new(file, row, row is null ? Answers.None : Answers.Parse(file.Seal.Open(row.Answers, Place)));
    }

    /// <summary>In the coming save there is no correction any more: the case has the files of these answers, and what came for it and is not among them is let go.</summary>
    public Task End(EkDwarDb db, Answers kept, DateTime now)
    {
        db.Remove(Row!);
        return LooseFiles.Settle(db, File.Service, Anew, kept, now);
    }

    /// <summary>Keeps what she corrects, in the coming save.</summary>
    public void Keep(EkDwarDb db, Answers anew)
    {
        var row = Row ?? new Correction { CaseId = File.Case.CaseId };
        if (Row is null) db.Add(row);
        row.Answers = File.Seal.Seal(anew.ToText(), Place);
    }
}
