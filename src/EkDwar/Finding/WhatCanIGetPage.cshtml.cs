using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Finding;

/// <summary>
/// "What can I get?", before signing in: a few questions, each of which may be left out, and every service by whether it can
/// be had. What was said is sent in the form's body, stands in no address, and is kept nowhere.
/// </summary>
public sealed class WhatCanIGetPage(WhatCanIGet get, TimeProvider time) : EkPage
{
    const int MostShown = 40;

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    /// <summary>Null before anything was asked.</summary>
    public IReadOnlyList<Prospect>? Prospects { get; private set; }

    public RawAnswer Typed { get; private set; } = RawAnswer.Nothing;

    public async Task OnGet() => Questions = await get.Questions(State.Code);

    public async Task<IActionResult> OnPost()
    {
        // The same form, sent on to the page in the other language: a redirect of this kind keeps what was typed.
        if (LanguageCode.TryParse(Request.Form["switch_language"], out var other) && other != Language) return RedirectPreserveMethod($"/{State.Code}/{other}/what-can-i-get");
        Questions = await get.Questions(State.Code);
        Typed = new(Request.Form.GroupBy(field => field.Key.Replace('-', '.')).ToDictionary(same => same.Key, same => same.Last().Value.LastOrDefault() ?? ""));
        var told = Answers.None;
        foreach (var question in Questions)
        {
            var raw = TypedAt(question);
            if (raw.IsBlank) continue;
            var read = QuestionType.Of(question).Parse(question, raw, AnswerFacts.WithoutPlaces(time.Today()) with { Language = Language });
            if (read.IsDone) told = told.With(question.Id, read.Value);
            else Refuse(read.Refusals, part => FieldOf(question, part));
        }
        if (ModelState.IsValid) Prospects = await get.Run(State.Code, told);
        return Page();
    }

    public IReadOnlyList<Prospect> Of(Chance chance) => [.. Prospects!.Where(one => one.Chance == chance).OrderBy(one => one.DependsOn.Count)];

    public IReadOnlyList<Prospect> Shown(Chance chance) => [.. Of(chance).Take(MostShown)];

    public RawAnswer TypedAt(Question question) => question.Type == "date" ? Typed.Under(question.Id) : new(new Dictionary<string, string> { [""] = Typed[question.Id] });

    public static string FieldOf(Question question, string part) => part.Length == 0 ? question.Id : $"{question.Id}-{part}";
}
