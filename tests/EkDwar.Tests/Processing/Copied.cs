using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Processing;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Foundation.Files;
using EkDwar.Tests.Paying;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing;

/// <summary>Records that officers give in the form of a stage.</summary>
static class Copied
{
    public static readonly byte[] TwoPages = PdfSamples.Of("", PdfSamples.Catalogue, "<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>", PdfSamples.Page,
        PdfSamples.Contents, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R >>");

    public static byte[] Photo => TestCitizen.Jpeg().ToArray();

    public static IFormFile File(byte[] bytes) => new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", "record");

    /// <summary>Whoever holds this post answers the form of the stage, with this record where one is asked for.</summary>
    public static async Task<Outcome<CaseReference>> Finds(this TestCase c, string post, byte[] record)
    {
        var (desk, version) = (await c.DeskOf(post), (await c.Row()).Version);
        return await c.House.Use((RecordFindings find) => find.Run(desk, c.CaseId, version, question => PlausibleAnswers.To(question, AnswerFacts.WithoutPlaces(new(2026, 1, 5)), 0), LanguageCode.English, _ => [File(record)]));
    }

    /// <summary>Whoever holds this post answers the form of the stage so, all of it.</summary>
    public static async Task<Outcome<CaseReference>> FindsSo(this TestCase c, string post, IReadOnlyDictionary<string, RawAnswer> found)
    {
        var (desk, version) = (await c.DeskOf(post), (await c.Row()).Version);
        return await c.House.Use((RecordFindings find) => find.Run(desk, c.CaseId, version, question => found[question.Id], LanguageCode.English));
    }

    public static async Task<Outcome<CaseReference>> Grants(this TestCase c, string post)
    {
        var (desk, version) = (await c.DeskOf(post), (await c.Row()).Version);
        return await c.House.Use((EkDwar.Deciding.GrantApplication grant) => grant.Run(desk, c.CaseId, version, null));
    }

    /// <summary>A browser of whoever holds this post at the office that has the case.</summary>
    public static async Task<Browser> AtDeskOf(this TestCase c, string post)
    {
        var desk = await c.DeskOf(post);
        return await c.House.AtPost(await c.House.Db(db => db.Set<Official>().AsNoTracking().Where(one => one.OfficialId == desk.OfficialId).Select(one => one.Login).SingleAsync()), desk.PostId);
    }
}
