using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Web;
using EkDwar.Places;

namespace EkDwar.Notifying.Email;

/// <summary>
/// Makes an e-mail of what a text message says: one form for all notices, with what there is room for, the service's full
/// name, the reference, the date, and where to look. Of the applicant herself it says nothing.
/// </summary>
public sealed class MailWriter(IReadOnlyDictionary<string, StateProfile> states, WrittenPart parts, Settings settings, FileStore files)
{
    /// <summary>A certificate larger than this is named and linked to, not attached: servers refuse what is large.</summary>
    public const long MostAttached = 5 * 1024 * 1024;

    /// <summary>What ends a text message, and says nothing in a letter that says who writes.</summary>
    const string Signature = " -EKDWAR";

    string Home => settings.PublicUrl.Split(';')[0].TrimEnd('/');

    /// <param name="certificate">what goes with it, where it is the certificate that is told of</param>
    /// <returns>the text of it, and all the rest</returns>
    public async Task<(string Text, Mail Mail)> Of(Notice notice, Certificate? certificate)
    {
        var (file, language) = (notice.File, notice.Language);
        var (reference, state) = (file.Case.Reference, states[file.Case.State]);
        var view = new MailView(language.Code, file.Service.Names.In(language), Plain(notice.Text))
        {
            Rows = [(Say("reference"), reference.ToString()), .. notice.DueOn is { } due && !file.Case.Status.IsClosed() ? [(Say("due"), LongDate.Of(due, language))] : Array.Empty<(string, string)>()],
            Notes = certificate is null ? [] : [Texts.Get(language, IsAttached(certificate) ? "notifying.mail.attached" : "notifying.mail.too_large", ("size", certificate.Kilobytes))],
            Links = [(Say(certificate is null ? "look" : "download"), $"{Home}/{state.Code}/{language.Code}/cases/{reference}")],
            Foot = Foot(state, language),
        };
        var subject = Texts.Get(language, "notifying.mail.subject", ("service", file.Service.ShortNames.In(language)), ("reference", reference.ToString()));
        var pdf = certificate is not null && IsAttached(certificate) ? new MailFile($"{certificate.NumberOf(reference)}.pdf", certificate.Read(files, file.Seal)) : null;
        return (view.PlainText, new(subject, await parts.Of("/Notifying/Email/MailPart.cshtml", view), state.Government.In(language)) { File = pdf });

        string Say(string what) => Texts.Get(language, "notifying.mail." + what);
    }

    /// <summary>One about no application: what is told to an area, by its state.</summary>
    public async Task<(string Text, Mail Mail)> Of(string text, string subject, string code, LanguageCode language)
    {
        var state = states[code];
        var view = new MailView(language.Code, subject, Plain(text)) { Foot = Foot(state, language) };
        return (view.PlainText, new(subject, await parts.Of("/Notifying/Email/MailPart.cshtml", view), state.Government.In(language)));
    }

    /// <summary>One that says nothing but this: a code.</summary>
    public async Task<Mail> Of(string text, LanguageCode language)
    {
        var name = Texts.Get(language, "notifying.mail.house");
        var subject = Texts.Get(language, "notifying.mail.code_subject");
        return new(subject, await parts.Of("/Notifying/Email/MailPart.cshtml", new MailView(language.Code, subject, text)), name);
    }

    IReadOnlyList<string> Foot(StateProfile state, LanguageCode language) =>
    [
        $"{state.Government.In(language)} · {Texts.Get(language, "notifying.mail.helpline", ("helpline", state.Helpline))}", Texts.Get(language, "notifying.mail.why"),
        $"{Texts.Get(language, "notifying.mail.change")} {Home}/{state.Code}/{language.Code}/my/messages",
    ];

    static bool IsAttached(Certificate certificate) => certificate.FileLength <= MostAttached;

    static string Plain(string text) => text.EndsWith(Signature, StringComparison.Ordinal) ? text[..^Signature.Length] : text;
}
