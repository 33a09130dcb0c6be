using System.Text.Json.Nodes;
using EkDwar.Cases.Parties;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.OwnData;

/// <summary>
/// Of what the house keeps of her: the consents she gave, refused or took back in other people's applications, with what
/// she was shown of herself. The rest of those applications is not hers. What she signed before an officer is not known to be hers.
/// </summary>
public sealed class OwnPartyData(EkDwarDb db, CaseFiles cases, CaseParties parties, PostDirectory directory, TimeProvider time) : IOwnData
{
    const int AtMost = 200;

    public async IAsyncEnumerable<OwnRecord> Of(OwnDataOf who)
    {
        var answered = new JsonArray();
        foreach (var row in await Answered(db, who.MobileHash, who.PersonId).OrderByDescending(row => row.SinceAt).Take(AtMost).ToListAsync())
            if (await One(row, who.Language) is { } one) answered.Add((JsonNode)one);
        if (answered.Count > 0) yield return new("consents.json", Texts.Get(who.Language, "cases.own.consents"), answered);
    }

    /// <summary>Where this person herself answered by this mobile; what others on it were asked is theirs.</summary>
    public static IQueryable<CaseParty> Answered(EkDwarDb db, string mobileHash, Guid personId) =>
        db.Set<CaseParty>().AsNoTracking().Where(row => row.MobileHash == mobileHash && row.AnsweredBy == personId);

    async Task<JsonObject?> One(CaseParty row, LanguageCode language)
    {
        if (await cases.Open(row.CaseId) is not { } file || (await parties.Of(file)).FirstOrDefault(one => one.Party.Key == row.Party) is not { } state) return null;
        var facts = new AnswerFacts(time.Today(), await directory.Offered(file.Service), language);
        var answers = (await new Timeline(db).Of(file)).Where(entry => entry.Actor == Actor.Party.Kind && entry.Body.Consent?.Party == row.Party);
        return new()
        {
            ["reference"] = $"{file.Case.Reference}", ["service"] = file.Service.Names.In(language), ["role"] = state.Party.Rule.Names.In(language), ["status"] = $"{row.Status}",
            ["shown"] = new JsonArray([.. state.Party.Shown(language, facts).Select(shown => (JsonNode)new JsonObject { ["asked"] = shown.Label.In(language), ["reads"] = OwnAnswers.Lines(shown.Lines) })]),
            ["answers"] = new JsonArray([.. answers.Select(entry => (JsonNode)new JsonObject
            {
                ["event"] = $"{entry.Kind}", ["reads"] = Texts.Get(language, $"cases.event.{entry.Kind}"),
                ["at"] = PlainTime.At(entry.At), ["words"] = entry.Body.Words,
            })]),
        };
    }
}
