using System.Text.Json.Nodes;
using EkDwar.Cases.OwnData;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>Of what the house keeps of her: applications she has begun and not sent, with the papers in them and what she typed last.</summary>
public sealed class OwnDrafts(EkDwarDb db, Drafts drafts, OwnPapers papers) : IOwnData
{
    public async IAsyncEnumerable<OwnRecord> Of(OwnDataOf who)
    {
        foreach (var one in await db.Set<Draft>().AsNoTracking().Where(draft => draft.PersonId == who.PersonId).OrderBy(draft => draft.UpdatedAt).Select(draft => new { draft.State, draft.ServiceId, draft.DraftId, draft.MandateId }).ToListAsync())
            if (await drafts.OpenAny(who.Person, one.DraftId) is { } open)
            {
                var folder = $"drafts/{one.State}-{one.ServiceId}{(one.MandateId is { } mandate ? $"-by-{mandate:N}" : "")}";
                var given = await papers.In(folder, OwnAnswers.Papers(open.Service, open.Answers));
                yield return new($"{folder}/draft.json", $"{Texts.Get(who.Language, "applying.drafts")}: {open.Service.Names.In(who.Language)}", new JsonObject
                {
                    ["service"] = open.Service.Names.In(who.Language), ["service_id"] = one.ServiceId, ["state"] = one.State,
                    ["answers"] = OwnAnswers.Of(open.Service, open.Answers, open.Facts with { Language = who.Language }),
                    ["typed_and_not_accepted"] = Typed(open),
                    ["papers"] = OwnAnswers.Lines(given.Select(paper => paper.File.Path)),
                }) { Files = [.. given.Select(paper => paper.File)] };
            }
    }

    static JsonObject Typed(OpenDraft open)
    {
        var json = new JsonObject();
        foreach (var question in open.Service.Questions.Where(question => question.Type != "document"))
            if (Drafts.TypedAt(open, question.Id) is { } typed)
                json[question.Id] = new JsonObject(typed.Parts.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));
        return json;
    }
}
