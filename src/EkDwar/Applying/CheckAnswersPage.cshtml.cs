using System.Buffers.Text;
using System.Security.Cryptography;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Design;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>All answers before they are sent; each can be changed and leads back here. Sends once, however often the button is pressed.</summary>
public sealed class CheckAnswersPage(Drafts drafts, SubmitApplication submit, DeliverNow deliver, EkDwarDb db) : CitizenPage
{
    public OpenDraft Draft { get; private set; } = null!;
    public IReadOnlyList<SummaryLine> Lines { get; private set; } = [];
    public IReadOnlyList<Question> Missing { get; private set; } = [];
    public IReadOnlyList<EligibilityRule> NotMet => Draft.Service.NotMet(Draft.Answers, Draft.Facts.Today);

    /// <summary>Whose consent will be asked.</summary>
    public IReadOnlyList<Party> Parties => Party.Of(Draft.Service, Draft.Answers);

    /// <summary>The exact fee of these answers today; null when the service's rules come to none, and then it cannot be sent either.</summary>
    public FeeDue? Fee => Draft.Service.Fee.Due(Draft.Service.Questions, Draft.Answers, Draft.Facts.Today).Value;

    /// <summary>Set where a refusal of hers that was set aside makes this application free.</summary>
    public FeeCredit? Credit { get; private set; }

    public string Token { get; private set; } = "";
    public string BackTo => ApplyAddresses.Of(Draft.Service, Draft.Answers, Interview.Asked(Draft.Service, Draft.Answers).Last());

    public async Task<IActionResult> OnGet(string service)
    {
        if (await drafts.Open(Session, State.Code, service) is not { } draft) return Redirect(At("my"));
        if (Interview.Next(draft.Service, draft.Answers) is not null) return Redirect(At(ApplyAddresses.Next(draft)));
        await Show(draft, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));
        return Page();
    }

    public async Task<IActionResult> OnPost(string service, string? token)
    {
        if (token is not { Length: 22 }) return BadRequest();
        if (await drafts.Open(Session, State.Code, service) is not { } draft)
        {
            // Sent already: Back and send again, or a retry after the answer was lost on the way.
            return await submit.Answered(Session, token) is { } earlier ? Redirect(At($"cases/{earlier.Value}/submitted")) : Redirect(At("my"));
        }
        var sent = await submit.Run(Session, draft, token, ApplicationChannel.Web, Language.Code);
        if (sent.IsDone)
        {
            if (draft.Service.Instant is not null) await deliver.Run(sent.Value);
            return Redirect(At($"cases/{sent.Value}/submitted"));
        }
        Refuse(sent.Refusals);
        await Show(draft, token);
        return Page();
    }

    async Task Show(OpenDraft draft, string token)
    {
        Draft = draft;
        Token = token;
        Credit = Fee?.IsToPay == true && draft.Agent is null ? await db.CreditOf(draft.Person.PersonId, draft.Service.State, draft.Service.Id) : null;
        Missing = Interview.MissingPapers(draft.Service, draft.Answers);
        Lines = [.. Interview.Asked(draft.Service, draft.Answers).Select(question => new SummaryLine(
            Words(question.Label), AsLines(Interview.Show(question, draft.Answers, Language, draft.Facts)),
            new ActionLink(At(ApplyAddresses.Of(draft.Service, draft.Answers, question)), T("applying.change"), Words(question.Label))))];
    }

    /// <summary>Lines of text under each other; each is encoded.</summary>
    public static Phrase AsLines(IReadOnlyList<string> lines)
    {
        var markup = new HtmlContentBuilder();
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            if (index > 0) markup.AppendHtml("<br>");
            markup.Append(line);
        }
        return Phrase.Markup(markup);
    }
}
